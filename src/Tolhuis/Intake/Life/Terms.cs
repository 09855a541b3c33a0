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

    /// <summary>
    /// The day before which no message can come any more. Terms end with the day, and what counts is when a message
    /// came: one that came in time may still wait to be decided, a single message for seconds, a file until its turn.
    /// </summary>
    public DateOnly SettledDay()
    {
        var settled = rows.Now - (long)TimeSpan.FromMinutes(10).TotalMicroseconds;
        var undecided = IntakeStore.OldestUndecided(rows.Connection, rows.Transaction) ?? settled;
        return DutchTime.DateOf(Math.Min(settled, undecided));
    }

    /// <summary>True for what comes after the last day on which a pre-lodged declaration could be presented.</summary>
    public static bool IsLate(StandingDeclaration declaration, DateOnly today) =>
        declaration.State == DeclarationState.Received && declaration.LapsesOn is { } last && today > last;

    /// <summary>Lets a pre-lodged declaration lapse that was not presented in time, if no one did yet and no notice
    /// that came in time can still wait.</summary>
    public void LapseIfOver(StandingDeclaration declaration, DateOnly today)
    {
        if (IsLate(declaration, today) && IsLate(declaration, SettledDay()))
            Lapse(declaration, declaration.LapsesOn!.Value);
    }

    /// <summary>Declarations whose term was over before the day and of which no one was told, the earliest first.
    /// </summary>
    public IReadOnlyList<long> Over(DateOnly day, int limit) => store.TermsOver(day, limit);

    /// <summary>Passes the term of a declaration that is over.</summary>
    public void Pass(long id)
    {
        var declaration = store.Find(id);
        Invariant.Holds(declaration is not null, $"The term {id} is of a declaration.");
        if (declaration!.LapsesOn is { } last)
        {
            Lapse(declaration, last);
            return;
        }

        store.TellTerm(id);
        rows.WriteLaterHistory(
            id, declaration.SubmitterId, HistoryKind.SupplementDue, TextOf(declaration.SupplementDueOn!.Value));
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
