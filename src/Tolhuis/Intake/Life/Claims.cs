// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Intake.Life;

/// <summary>
/// Requests for repayment or remission (UCC 116 to 123): taken in and checked against what the declaration owes.
/// Whether they are granted is for the receiver; a claim after its term (UCC 121) is told to him, not refused here.
/// </summary>
internal sealed class Claims(Terms terms, RequestTasks tasks)
{
    private const MessageKind Kind = MessageKind.RepaymentOrRemission;
    private const char DefectiveGoods = 'B';
    private const char Invalidated = 'E';

    public Verdict Decide(RequestScope scope)
    {
        var declaration = scope.Declaration;
        if (declaration.AcceptedOn is null)
            return Verdict.Refuse(Kind, [.. scope.Message.Problems, RequestTasks.WrongState(scope)]);
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
        var declaration = scope.Declaration;
        if (claim.Amount.Currency != CurrencyCode.Euro)
            return [scope.Problem(IntakeProblems.ClaimCurrency, claim.Amount.Currency.ToString())];
        var problems = new List<Problem>();
        foreach (var tax in claim.Taxes.GroupBy(tax => tax.TaxType))
            AddIfMore(scope, problems, tax.Key, tax.Sum(one => one.AmountCents), Owed(declaration, tax.Key));
        AddIfMore(
            scope, problems, "A00 + B00", claim.Amount.Cents, declaration.DutyCents + declaration.VatCents);
        if (claim.LegalBasis != Invalidated && declaration.AcceptedOn is { } accepted)
        {
            var last = terms.LastDayOfYears(
                accepted, scope.Law,
                claim.LegalBasis == DefectiveGoods ? "repayment-defective-term-years" : "repayment-term-years");
            if (scope.Today > last)
            {
                problems.Add(scope.Problem(
                    IntakeProblems.ClaimTooLate, declaration.Mrn.ToString(), Terms.TextOf(last)));
            }
        }

        return problems;
    }

    private static void AddIfMore(
        RequestScope scope, List<Problem> problems, string tax, long asked, long owed)
    {
        if (asked > owed)
        {
            problems.Add(scope.Problem(
                IntakeProblems.ClaimExceeds, tax, new Money(asked, CurrencyCode.Euro).ToString(),
                new Money(owed, CurrencyCode.Euro).ToString()));
        }
    }

    private static long Owed(StandingDeclaration declaration, string taxType) => taxType switch
    {
        "A00" => declaration.DutyCents,
        "B00" => declaration.VatCents,
        _ => 0,
    };
}
