// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Calendar.Contract;
using Tolhuis.Declarations.Contract;
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

    /// <summary>Delegated Regulation 2015/2446, art. 146.</summary>
    public void AwaitSupplement(long id, DateOnly acceptedOn, LawOfTheDay law) => store.PutTerm(
        id, TermKind.Supplement, LastDay(acceptedOn, law, "supplementary-term-days"));

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

    private void Lapse(StandingDeclaration declaration, DateOnly last)
    {
        store.SetState(declaration.Id, DeclarationState.Lapsed);
        store.EndTerm(declaration.Id);
        rows.WriteLaterHistory(declaration.Id, declaration.SubmitterId, HistoryKind.Lapsed, TextOf(last));
        declaration.State = DeclarationState.Lapsed;
    }
}
