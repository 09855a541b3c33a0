// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;
using Tolhuis.Declarations.Checking;
using Tolhuis.Declarations.Contract;

namespace Tolhuis.Declarations.Rules;

/// <summary>
/// From 1 November 2026 each item of a distance sale has the product identifier that the merchant gave it: a supporting
/// document whose type is in the list of the rule (Regulation 2026/382; Delegated Regulation 2026/1022).
/// </summary>
internal abstract class ProductIdentifierRule(string code, string list) : Rule(code, RuleSets.LowValue)
{
    public override void Check(RuleSubject subject)
    {
        if ((subject.AllProcedures & subject.Rules.DistanceSaleBits) == 0 || !subject.Law.HasList(list))
            return;
        var missing = default(MissingItems);
        for (var i = 0; i < subject.Declaration.Lines.Count; i++)
        {
            if (subject.IsDistanceSale(i) && !HasIdentifier(subject, i))
                missing.Add(subject, i);
        }

        if (missing.Count > 0)
            subject.Report(
                Code,
                Field.SupportingType,
                missing.First,
                missing.Count.ToString(CultureInfo.InvariantCulture),
                missing.Numbers!.ToString());
    }

    /// <summary>As document (version 6) or as element of its own (version 7): the declaration has it as a document.
    /// </summary>
    private bool HasIdentifier(RuleSubject subject, int line)
    {
        var references = subject.Declaration.Lines[line].References;
        for (var i = 0; i < references.Count; i++)
        {
            if (references[i].Kind == ReferenceKind.Supporting && subject.IsInList(list, references[i].Type))
                return true;
        }

        return false;
    }

    /// <summary>Items without the identifier: one problem names them, for a parcel of many would get as many.</summary>
    private struct MissingItems
    {
        private const int MaxNamed = 12;

        public int First;
        public int Count;
        public StringBuilder? Numbers;

        public void Add(RuleSubject subject, int line)
        {
            if (Count++ == 0)
                First = line + 1;
            Numbers ??= new StringBuilder();
            var number = subject.Declaration.Lines[line].ItemNumber;
            if (Count <= MaxNamed)
                Numbers.Append(CultureInfo.InvariantCulture, $"{(Count > 1 ? ", " : "")}{number}");
            else if (Count == MaxNamed + 1)
                Numbers.Append(", …");
        }
    }
}

/// <summary>Each item of a distance sale has the merchant's product identifier, since 1 November 2026.</summary>
internal sealed class DistanceSaleHasMerchantIdentifier()
    : ProductIdentifierRule(DeclarationsProblems.MerchantIdentifierMissing, "product-identifier-merchant");

/// <summary>Each item of a distance sale has the manufacturer's product identifier, since 1 November 2026.</summary>
internal sealed class DistanceSaleHasManufacturerIdentifier()
    : ProductIdentifierRule(DeclarationsProblems.ManufacturerIdentifierMissing, "product-identifier-manufacturer");

/// <summary>
/// An item holds one product: two merchant's identifiers in it mean that goods were put together, for which the flat
/// duty of EUR 3 would count once (Regulation 2026/382).
/// </summary>
internal sealed class OneItemIsOneProduct() : Rule(DeclarationsProblems.CountingProductsTogether, RuleSets.LowValue)
{
    private const string List = "product-identifier-merchant";

    public override void Check(RuleSubject subject)
    {
        if (subject.Rules.FlatDutyKey.Length == 0 || !subject.Law.HasList(List)
            || (subject.AllProcedures & subject.Rules.DistanceSaleBits) == 0)
            return;
        for (var i = 0; i < subject.Declaration.Lines.Count; i++)
            CheckItem(subject, i);
    }

    private void CheckItem(RuleSubject subject, int line)
    {
        var first = "";
        var references = subject.Declaration.Lines[line].References;
        for (var i = 0; i < references.Count; i++)
        {
            if (references[i].Kind != ReferenceKind.Supporting || !subject.IsInList(List, references[i].Type))
                continue;
            if (first.Length == 0)
                first = references[i].Number;
            else if (first != references[i].Number)
                subject.Report(
                    Code, Field.SupportingReference, line + 1, ProblemList.Cut(first),
                    ProblemList.Cut(references[i].Number));
        }
    }
}

/// <summary>
/// Goods of one HS subheading but another description or origin count as one item under the key of the day: is that
/// what the declarant means? A warning, as the counting key is unsettled (Regulation 2026/382).
/// </summary>
internal sealed class DifferentGoodsCountApart() : Rule(DeclarationsProblems.CountingOverGrouped, RuleSets.LowValue)
{
    public override void Check(RuleSubject subject)
    {
        if (subject.Rules.FlatDutyKey == "hs6")
            SameSubheading.Find(subject, Code, isSameProduct: false);
    }
}

/// <summary>
/// The same goods in two items count twice under a key by line: they can be one item. A warning, for the declarant pays
/// more than the flat duty asks (Regulation 2026/382).
/// </summary>
internal sealed class SameGoodsAreOneItem() : Rule(DeclarationsProblems.CountingUnderGrouped, RuleSets.LowValue)
{
    public override void Check(RuleSubject subject)
    {
        if (subject.Rules.FlatDutyKey == "line")
            SameSubheading.Find(subject, Code, isSameProduct: true);
    }
}

/// <summary>
/// Two distance-sale items of one HS subheading, with the same description and origin or with another.
/// </summary>
internal static class SameSubheading
{
    /// <summary>Up to so many lines are compared with each other; of more, each with those before it.</summary>
    private const int Window = 24;

    public static void Find(RuleSubject subject, string code, bool isSameProduct)
    {
        var lines = subject.Declaration.Lines;
        if (lines.Count < 2 || (subject.AllProcedures & subject.Rules.DistanceSaleBits) == 0)
            return;
        for (var i = 1; i < lines.Count; i++)
        {
            for (var before = Math.Max(0, i - Window); before < i; before++)
            {
                if (lines[i].Code.Hs6 != lines[before].Code.Hs6 || lines[i].Code.IsEmpty
                    || !subject.IsDistanceSale(i) || !subject.IsDistanceSale(before)
                    || IsSame(lines[i], lines[before]) != isSameProduct)
                    continue;
                // One is enough: the sentence is about the consignment, and names the first two items.
                subject.Report(code, Field.Hs6, i + 1, lines[i].Code.Hs6.ToString(), Number(before), Number(i));
                return;
            }
        }

        string Number(int line) => lines[line].ItemNumber.ToString(CultureInfo.InvariantCulture);
    }

    private static bool IsSame(DeclarationLine left, DeclarationLine right) =>
        left.Origin == right.Origin
        && left.Description.AsSpan().Trim()
            .Equals(right.Description.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase);
}
