// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Declarations.Contract;
using Tolhuis.Declarations.Reading;
using Tolhuis.Kernel;

namespace Tolhuis.Declarations.Checking;

/// <summary>
/// Checks the form of a message about an earlier declaration and makes it typed. Its goods are not looked at: which law
/// they are checked against depends on that declaration.
/// </summary>
internal sealed class FollowUpCheck(MessageContent content, ProblemList problems, ValueCheck values)
{
    private const string InvalidationReasons = "invalidation-reason";
    private const string AmendmentReasons = "amendment-reason";

    private RuleBook _book = null!;

    /// <summary>Null if a problem rejects the message.</summary>
    public FollowUp? Check(RuleBook book, FollowUpPlan plan, in Recognised message)
    {
        _book = book;
        for (var i = 0; i < content.Found.Count; i++)
        {
            ref var found = ref content.Found[i];
            if (found.Item == 0 && plan.Has(found.Element))
                values.Check(book, found, message.DataSet);
        }

        foreach (var element in plan.Elements)
            CheckElement(element);
        CheckLrn();
        CheckReason(message.Kind);
        var mrn = CheckMrn();
        if (problems.HasReject)
            return null;
        var followUp = Bind(message.Kind, mrn, plan);
        CheckTotal(followUp.Claim);
        return problems.HasReject ? null : followUp;
    }

    private void CheckElement(in FollowUpElement element)
    {
        if (element.Group is null)
        {
            CheckCount(element, CountOf(element.Element, group: -1), group: -1);
            return;
        }

        // Groups beyond the number that may stand there have their own problem.
        var left = element.Group.MaxInHeader;
        for (var i = 0; i < content.Scan.Groups.Count && left > 0; i++)
        {
            if (!ReferenceEquals(content.Scan.Groups[i].Place.Group, element.Group))
                continue;
            CheckCount(element, CountOf(element.Element, i), i);
            left--;
        }
    }

    private void CheckCount(in FollowUpElement element, int count, int group)
    {
        var its = element.Element;
        if (count == 0 && element.IsMandatory && !problems.IsFull)
        {
            problems.Add(
                DeclarationsProblems.ElementMissing,
                its.Number,
                Pointer.ToMissing(content.Scan, _book.Trie, its, item: 0, group),
                its.NameNl,
                its.NameEn);
        }
        else if (count > its.MaxInHeader && !problems.IsFull)
        {
            problems.Add(
                DeclarationsProblems.ElementTooMany,
                its.Number,
                Pointer.ToMissing(content.Scan, _book.Trie, its, item: 0, group),
                its.NameNl,
                its.NameEn,
                its.MaxInHeader.ToString(CultureInfo.InvariantCulture));
        }
    }

    private int CountOf(Element element, int group)
    {
        var count = 0;
        if (element.IsGroup)
        {
            for (var i = 0; i < content.Scan.Groups.Count; i++)
            {
                ref var at = ref content.Scan.Groups[i];
                if (at.Item == 0 && ReferenceEquals(at.Place.Group, element) && (group < 0 || at.Parent == group))
                    count++;
            }

            return count;
        }

        var (start, end) = group < 0
            ? (0, content.Found.Count)
            : (content.Scan.Groups[group].FoundStart, content.Scan.Groups[group].FoundEnd);
        for (var i = start; i < end; i++)
        {
            if (content.Found[i].Item == 0 && ReferenceEquals(content.Found[i].Element, element))
                count++;
        }

        return count;
    }

    private void CheckLrn()
    {
        var text = Text(Field.Lrn);
        if (text.Length is > 0 and <= Lrn.MaxLength && !Lrn.TryParse(text, out _, out _))
            Report(DeclarationsProblems.LrnForm, Field.Lrn, ProblemList.Cut(text));
    }

    private Mrn CheckMrn()
    {
        var text = Text(Field.Mrn);
        if (text.IsEmpty || Mrn.TryParse(text, out var mrn, out var fault))
            return text.IsEmpty ? default : ParsedMrn(text);
        Report(
            fault == MrnFault.CheckDigit ? DeclarationsProblems.MrnCheckDigit : DeclarationsProblems.MrnForm,
            Field.Mrn,
            ProblemList.Cut(text));
        return mrn;
    }

    private static Mrn ParsedMrn(ReadOnlySpan<char> text)
    {
        _ = Mrn.TryParse(text, out var mrn, out _);
        return mrn;
    }

    /// <summary>
    /// Codes of reasons are national. One that the lists do not know is no ground to refuse: the reason stands in words
    /// too.
    /// </summary>
    private void CheckReason(MessageKind kind)
    {
        var list = kind switch
        {
            MessageKind.Invalidation => InvalidationReasons,
            MessageKind.Amendment or MessageKind.Correction => AmendmentReasons,
            _ => "",
        };
        var code = Text(Field.ReasonCode);
        if (list.Length > 0 && !code.IsEmpty && _book.Law.HasList(list) && !_book.Law.IsInList(list, code))
            Report(DeclarationsProblems.ReasonCodeUnknown, Field.ReasonCode, ProblemList.Cut(code), list);
    }

    private FollowUp Bind(MessageKind kind, Mrn mrn, FollowUpPlan plan)
    {
        var hasClaim = plan.Has(_book.ElementOf(Fields.NumberOf(Field.ClaimKind)))
            && !Text(Field.ClaimKind).IsEmpty;
        return new FollowUp(
            kind, mrn, Text(Field.ReasonCode).ToString(), Text(Field.ReasonText).ToString(),
            hasClaim ? BindClaim() : null);
    }

    private Claim BindClaim()
    {
        _ = Money.TryParseCents(Text(Field.ClaimAmount), out var cents);
        _ = CurrencyCode.TryParse(Text(Field.ClaimCurrency), out var currency);
        _ = Eori.TryParse(Text(Field.ClaimHolder), out var holder, out _);
        var taxes = new List<ClaimedTax>();
        var type = _book.ElementOf(Fields.NumberOf(Field.ClaimTaxType));
        var amount = _book.ElementOf(Fields.NumberOf(Field.ClaimTaxAmount));
        for (var i = 0; i < content.Scan.Groups.Count; i++)
        {
            ref var group = ref content.Scan.Groups[i];
            if (group.Place.Group!.Key != "claim-tax")
                continue;
            var (typeAt, amountAt) = (content.InGroup(group, type), content.InGroup(group, amount));
            if (typeAt < 0 || amountAt < 0)
                continue;
            _ = Money.TryParseCents(content.Text(amountAt), out var taxCents);
            taxes.Add(new ClaimedTax(content.Text(typeAt).ToString(), taxCents));
        }

        return new Claim(
            Text(Field.ClaimKind) is "REM" ? ClaimKind.Remission : ClaimKind.Repayment,
            Text(Field.ClaimLegalBasis) is [var basis, ..] ? basis : '\0',
            new Money(cents, currency),
            taxes,
            holder == default ? null : holder,
            Text(Field.ClaimGrounds).ToString());
    }

    private void CheckTotal(Claim? claim)
    {
        if (claim is null)
            return;
        decimal total = 0;
        foreach (var tax in claim.Taxes)
            total += tax.AmountCents;
        if (claim.Taxes.Count > 0 && total != claim.Amount.Cents)
            Report(DeclarationsProblems.ClaimTotal, Field.ClaimAmount, Amount(claim.Amount.Cents), Amount(total));
    }

    private static string Amount(decimal cents) => (cents / 100).ToString("0.00", CultureInfo.InvariantCulture);

    private void Report(string code, Field field, params string[] arguments)
    {
        var element = _book.ElementOf(Fields.NumberOf(field));
        var index = content.First(element);
        if (index < 0 || problems.IsFull)
            return;
        var found = content.Found[index];
        problems.Add(
            code, element.Number, Pointer.To(content.Scan, found.Place, found.Item, found.Group), arguments);
    }

    private ReadOnlySpan<char> Text(Field field) => content.FirstText(_book.ElementOf(Fields.NumberOf(field)));
}
