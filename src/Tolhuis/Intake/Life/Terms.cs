// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Calendar.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake.Life;

/// <summary>
/// Terms that run for a declaration, and what happens when they pass. What happens depends on the last day of the term
/// only, never on when someone looks.
/// </summary>
internal sealed class Terms(DecisionRows rows, LifeStore store, ICalendar calendar)
{
    /// <summary>Pre-lodged goods must be presented within the term, or it is deemed not lodged (UCC 171).</summary>
    public void AwaitPresentation(long id, PreparedMessage message) => store.PutTerm(
        id, TermKind.Presentation, LastDay(message.ReceivedOn, message.Law, "prelodged-term-days"));

    /// <summary>
    /// The term of the supplement, from release on (Delegated Regulation 2015/2446, art. 146): of one declaration a
    /// number of days after it (146(1)), of a periodic one after the end of the calendar month (146(3)).
    /// </summary>
    /// <param name="type">11 02 as declared.</param>
    public void AwaitSupplement(long id, char type, DataSet set, DateOnly releasedOn, LawOfTheDay law) =>
        store.PutTerm(id, TermKind.Supplement, DeclarationTypes.IsPeriodic(type, set)
            ? LastDay(EndOfMonth(releasedOn), law, "supplementary-periodic-term-days")
            : LastDay(releasedOn, law, "supplementary-term-days"));

    /// <summary>The supplement is as if it had never been lodged: the terms that it met run again.</summary>
    public void ReopenSupplemented(long supplementId)
    {
        foreach (var (declaration, last) in store.Supplemented(supplementId))
        {
            if (declaration.State != DeclarationState.Released)
                continue;
            store.PutTerm(declaration.Id, TermKind.Supplement, last);
            // It is told now; one that is over already is not told once more.
            if (last < DutchTime.DateOf(rows.Now))
                store.TellTerm(declaration.Id);
            rows.WriteLaterHistory(
                declaration.Id, declaration.SubmitterId, HistoryKind.SupplementDue, TextOf(last));
        }
    }

    /// <summary>The last day of a term in days that the law of the day sets.</summary>
    public DateOnly LastDay(DateOnly from, LawOfTheDay law, string setting) =>
        calendar.LastDay(from, Term.Days((int)law.Setting(setting)));

    /// <summary>The last day of a term in years that the law of the day sets.</summary>
    public DateOnly LastDayOfYears(DateOnly from, LawOfTheDay law, string setting) =>
        calendar.LastDay(from, Term.Years((int)law.Setting(setting)));

    /// <summary>Lets a pre-lodged declaration lapse that was not presented in time, if no one did yet.</summary>
    public void LapseIfOver(StandingDeclaration declaration, DateOnly today)
    {
        if (declaration.State == DeclarationState.Received && declaration.LapsesOn is { } last && today > last)
            Lapse(declaration, last);
    }

    /// <summary>Passes terms that were over before today, the earliest first; returns how many.</summary>
    public int Pass(DateOnly today, int limit)
    {
        var over = store.TermsOver(today, limit);
        foreach (var id in over)
        {
            var declaration = store.Find(id)!;
            if (declaration.LapsesOn is { } last)
            {
                Lapse(declaration, last);
                continue;
            }

            store.TellTerm(id);
            rows.WriteLaterHistory(
                id, declaration.SubmitterId, HistoryKind.SupplementDue, TextOf(declaration.SupplementDueOn!.Value));
        }

        return over.Count;
    }

    public static string TextOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly EndOfMonth(DateOnly day) =>
        new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));

    private void Lapse(StandingDeclaration declaration, DateOnly last)
    {
        store.SetState(declaration.Id, DeclarationState.Lapsed);
        store.EndTerm(declaration.Id);
        rows.WriteLaterHistory(declaration.Id, declaration.SubmitterId, HistoryKind.Lapsed, TextOf(last));
        declaration.State = DeclarationState.Lapsed;
    }
}
