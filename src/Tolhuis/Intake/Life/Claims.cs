// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Intake.Life;

/// <summary>
/// Requests for repayment or remission (UCC 116 to 123): taken in and checked against what the declaration owes.
/// Whether they are granted is for the receiver; a claim after its term (UCC 121) is told to him, not refused here.
/// Before release no amount is told to anyone, so nothing can be claimed back either.
/// </summary>
internal sealed class Claims(DebtStore debts, Terms terms, RequestTasks tasks)
{
    private const MessageKind Kind = MessageKind.RepaymentOrRemission;
    private const char DefectiveGoods = 'B';
    private const char Invalidated = 'E';

    public Verdict Decide(RequestScope scope)
    {
        if (WhyNot(scope) is { } refusal)
            return Verdict.Refuse(Kind, [.. scope.Message.Problems, refusal]);
        var problems = ProblemsOf(scope);
        if (problems.Any(problem => problem.Severity == Severity.Reject))
            return Verdict.Refuse(Kind, [.. scope.Message.Problems, .. problems]);
        tasks.Open(scope, Kind);
        return new Verdict(Kind, RequestState.Pending, [.. scope.Message.Problems, .. problems]);
    }

    /// <summary>What is wrong with the claim of a request, if it has one.</summary>
    public IReadOnlyList<Problem> ProblemsOf(RequestScope scope)
    {
        if (scope.Ask.Claim is not { } claim)
            return [];
        if (WhyNot(scope) is { } refusal)
            return [refusal];
        var declaration = scope.Declaration;
        if (claim.Amount.Currency != CurrencyCode.Euro)
            return [scope.Problem(IntakeProblems.ClaimCurrency, claim.Amount.Currency.ToString())];
        var problems = new List<Problem>();
        var before = debts.Claimed(declaration.Id);
        foreach (var tax in claim.Taxes.GroupBy(tax => tax.TaxType))
        {
            AddIfMore(
                scope, problems, tax.Key, tax.Sum(one => one.AmountCents),
                before.SelectMany(one => one.Taxes).Where(one => one.TaxType == tax.Key).Sum(one => one.AmountCents),
                Owed(declaration, tax.Key));
        }

        AddIfMore(
            scope, problems, "A00 + B00", claim.Amount.Cents, before.Sum(one => one.Cents),
            declaration.DutyCents + declaration.VatCents);
        // The debt is notified with the release (UCC 102(2)): its term runs from there.
        if (claim.LegalBasis != Invalidated && debts.ReleasedOn(declaration.Id) is { } notifiedOn)
        {
            var last = terms.LastDayOfYears(
                notifiedOn, scope.Law,
                claim.LegalBasis == DefectiveGoods ? "repayment-defective-term-years" : "repayment-term-years");
            if (scope.Today > last)
            {
                problems.Add(scope.Problem(
                    IntakeProblems.ClaimTooLate, declaration.Mrn.ToString(), Terms.TextOf(last)));
            }
        }

        return problems;
    }

    private Problem? WhyNot(RequestScope scope) =>
        scope.Declaration.State is DeclarationState.Released
        || (scope.Declaration.State == DeclarationState.Invalidated
            && debts.ReleasedOn(scope.Declaration.Id) is not null)
            ? null
            : RequestTasks.WrongState(scope);

    private static void AddIfMore(
        RequestScope scope, List<Problem> problems, string tax, long asked, long before, long owed)
    {
        if (asked + before <= owed)
            return;
        var (claim, limit) = (new Money(asked, CurrencyCode.Euro).ToString(), new Money(owed, CurrencyCode.Euro));
        problems.Add(before == 0
            ? scope.Problem(IntakeProblems.ClaimExceeds, tax, claim, limit.ToString())
            : scope.Problem(
                IntakeProblems.ClaimTwice, tax, claim, new Money(before, CurrencyCode.Euro).ToString(),
                limit.ToString()));
    }

    private static long Owed(StandingDeclaration declaration, string taxType) => taxType switch
    {
        "A00" => declaration.DutyCents,
        "B00" => declaration.VatCents,
        _ => 0,
    };
}
