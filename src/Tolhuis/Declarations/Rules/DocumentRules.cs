// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Declarations.Checking;
using Tolhuis.Kernel;

namespace Tolhuis.Declarations.Rules;

/// <summary>A document stands once in an item or the header: the same type, reference and line twice says nothing more.
/// </summary>
internal abstract class DocumentStandsOnceRule(string code, Field kind, Field type, Field reference, Field line)
    : GeneralRule(code)
{
    /// <summary>Each document is compared with so many before it: a list of thousands costs no square.</summary>
    private const int Window = 16;

    public override void Check(RuleSubject subject)
    {
        Span<int> window = stackalloc int[Window];
        var count = 0;
        foreach (var document in subject.Groups(kind))
        {
            for (var i = Math.Max(0, count - Window); i < count; i++)
            {
                var before = subject.GroupAt(window[i % Window]);
                if (!IsSame(document, before))
                    continue;
                document.Report(
                    Code, reference, document.Text(type).ToString(), ProblemList.Cut(document.Text(reference)));
                break;
            }

            window[count++ % Window] = document.Index;
        }
    }

    private bool IsSame(RuleGroup document, RuleGroup before) =>
        document.Item == before.Item && document.Has(reference)
        && document.Text(reference).SequenceEqual(before.Text(reference))
        && document.Text(type).SequenceEqual(before.Text(type))
        && document.Text(line).SequenceEqual(before.Text(line));
}

/// <summary>A previous document stands once (12 01), but for another item of it.</summary>
internal sealed class PreviousDocumentStandsOnce() : DocumentStandsOnceRule(
    DeclarationsProblems.DocumentPreviousTwice,
    Field.PreviousDocument,
    Field.PreviousType,
    Field.PreviousReference,
    Field.PreviousItem);

/// <summary>A supporting document stands once (12 03).</summary>
internal sealed class SupportingDocumentStandsOnce() : DocumentStandsOnceRule(
    DeclarationsProblems.DocumentSupportingTwice,
    Field.SupportingDocument,
    Field.SupportingType,
    Field.SupportingReference,
    Field.SupportingLine);

/// <summary>Two elements of a group that only say something together.</summary>
internal abstract class PairRule(string code, Field kind, Field first, Field second, bool isBothWays) : FullRule(code)
{
    public override void Check(RuleSubject subject)
    {
        foreach (var group in subject.Groups(kind))
        {
            var hasFirst = group.Has(first);
            var hasSecond = group.Has(second);
            if (hasFirst && !hasSecond)
                group.Report(Code, second);
            else if (isBothWays && hasSecond && !hasFirst)
                group.Report(Code, first);
        }
    }
}

/// <summary>A quantity written off a previous document has a unit (12 01 006 and 005).</summary>
internal sealed class PreviousQuantityHasUnit() : PairRule(
    DeclarationsProblems.DocumentPreviousUnit,
    Field.PreviousDocument,
    Field.PreviousQuantity,
    Field.PreviousUnit,
    isBothWays: false);

/// <summary>Packages written off a previous document have a type and a number (12 01 003 and 004).</summary>
internal sealed class PreviousPackagesAreWhole() : PairRule(
    DeclarationsProblems.DocumentPreviousPackages,
    Field.PreviousDocument,
    Field.PreviousPackages,
    Field.PreviousPackageType,
    isBothWays: true);

/// <summary>A quantity written off a supporting document has a unit (12 03 006 and 005).</summary>
internal sealed class SupportingQuantityHasUnit() : PairRule(
    DeclarationsProblems.DocumentQuantityUnit,
    Field.SupportingDocument,
    Field.SupportingQuantity,
    Field.SupportingUnit,
    isBothWays: false);

/// <summary>An amount written off a supporting document has a currency (12 03 014 and 012).</summary>
internal sealed class SupportingAmountHasCurrency() : PairRule(
    DeclarationsProblems.DocumentAmountCurrency,
    Field.SupportingDocument,
    Field.SupportingAmount,
    Field.SupportingCurrency,
    isBothWays: false);

/// <summary>
/// A supporting document is valid on the day of acceptance (UCC art. 163): one that ended before (12 03 011) is looked
/// at by a person.
/// </summary>
internal sealed class SupportingDocumentIsStillValid() : FullRule(DeclarationsProblems.DocumentExpired)
{
    public override void Check(RuleSubject subject)
    {
        foreach (var document in subject.Groups(Field.SupportingDocument))
        {
            if (DateText.TryParse(document.Text(Field.SupportingValidUntil), out var until)
                && until < subject.Law.Day)
                document.Report(
                    Code,
                    Field.SupportingValidUntil,
                    document.Text(Field.SupportingType).ToString(),
                    DateText.Of(until));
        }
    }
}

/// <summary>
/// A licence that is written off by quantity (list <c>document-with-quantity</c>) gives the quantity (12 03 006 000).
/// </summary>
internal sealed class LicenceHasQuantity() : FullRule(DeclarationsProblems.DocumentQuantityMissing)
{
    public override void Check(RuleSubject subject)
    {
        foreach (var document in subject.Groups(Field.SupportingDocument))
        {
            var type = document.Text(Field.SupportingType);
            if (document.Item > 0 && subject.IsInList("document-with-quantity", type)
                && !document.Has(Field.SupportingQuantity))
                document.Report(Code, Field.SupportingQuantity, type.ToString());
        }
    }
}

/// <summary>
/// A previous document that is known by its MRN (types of the list <c>previous-document-with-mrn</c>) has a reference
/// in the form of an MRN, its check digit included (2015/2447 Annex B, 12 01 001). Whether it exists, registers decide.
/// </summary>
internal sealed class MrnOfPreviousDocumentHasItsForm() : GeneralRule(DeclarationsProblems.DocumentMrnForm)
{
    public override void Check(RuleSubject subject)
    {
        foreach (var document in subject.Groups(Field.PreviousDocument))
        {
            var reference = document.Text(Field.PreviousReference);
            if (!reference.IsEmpty && subject.IsInList("previous-document-with-mrn", document.Text(Field.PreviousType))
                && !Mrn.TryParse(reference, out _, out _))
                document.Report(Code, Field.PreviousReference, ProblemList.Cut(reference));
        }
    }
}

/// <summary>
/// The acceptance date of a supplementary declaration (15 09) is that of the simplified declaration or of the entry in
/// the records, so never later than the day whose law counts (UCC art. 167(4)).
/// </summary>
internal sealed class AcceptanceDateIsNotInTheFuture() : FullRule(DeclarationsProblems.AcceptanceInFuture)
{
    public override void Check(RuleSubject subject)
    {
        if (!subject.IsSupplementary)
            return;
        for (var item = 0; item <= subject.Declaration.Lines.Count; item++)
        {
            if (DateText.TryParse(subject.Text(Field.AcceptanceDate, item), out var date) && date > subject.Law.Day)
                subject.Report(Code, Field.AcceptanceDate, item, DateText.Of(date), DateText.Of(subject.Law.Day));
        }
    }
}

/// <summary>A date of acceptance (15 09) is a date: year, month and day.</summary>
internal sealed class AcceptanceDateIsADate() : FullRule(DeclarationsProblems.AcceptanceForm)
{
    public override void Check(RuleSubject subject)
    {
        for (var item = 0; item <= subject.Declaration.Lines.Count; item++)
        {
            var text = subject.Text(Field.AcceptanceDate, item);
            if (!text.IsEmpty && !DateText.TryParse(text, out _))
                subject.Report(Code, Field.AcceptanceDate, item, ProblemList.Cut(text));
        }
    }
}

/// <summary>
/// Customs accept a declaration on the day they decide (UCC art. 172); only a supplementary declaration gives the date
/// itself (15 09).
/// </summary>
internal sealed class AcceptanceDateIsForSupplements() : FullRule(DeclarationsProblems.AcceptanceNotSupplementary)
{
    public override void Check(RuleSubject subject)
    {
        if (!subject.IsSupplementary && subject.Has(Field.AcceptanceDate, 0))
            subject.Report(Code, Field.AcceptanceDate, 0);
    }
}

/// <summary>Dates as messages write them: <c>20261124</c>, <c>2026-11-24</c>, with or without a time behind.</summary>
internal static class DateText
{
    public static bool TryParse(ReadOnlySpan<char> text, out DateOnly date)
    {
        date = default;
        var isCompact = text.Length >= 8 && !text[..8].ContainsAnyExceptInRange('0', '9');
        return isCompact
            ? DateOnly.TryParseExact(
                text[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
            : text.Length >= 10 && DateOnly.TryParseExact(
                text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }

    public static string Of(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
