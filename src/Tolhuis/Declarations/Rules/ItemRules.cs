// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Declarations.Checking;

namespace Tolhuis.Declarations.Rules;

/// <summary>The parts of the commodity code are digits, and its chapter is not 00 (Regulation 2658/87).</summary>
internal sealed class CommodityCodeHasItsForm() : GeneralRule(DeclarationsProblems.CommodityCodeForm)
{
    public override void Check(RuleSubject subject)
    {
        var lines = subject.Declaration.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines[i].Code.IsEmpty)
                continue;
            var text = subject.Text(Field.Hs6, i + 1);
            if (text.Length == 6)
                subject.Report(Code, Field.Hs6, i + 1, ProblemList.Cut(text));
        }
    }
}

/// <summary>Each goods item has a number of its own (11 03 001 000).</summary>
internal sealed class ItemNumbersAreUnique() : GeneralRule(DeclarationsProblems.ItemNumberTwice)
{
    public override void Check(RuleSubject subject)
    {
        var lines = subject.Declaration.Lines;
        HashSet<int>? seen = null;
        for (var i = 0; i < lines.Count; i++)
        {
            // Nearly every message numbers its items 1, 2, 3; only others need a set.
            if (seen is null && lines[i].ItemNumber == i + 1)
                continue;
            seen ??= [.. lines.Take(i).Select(line => line.ItemNumber)];
            if (!seen.Add(lines[i].ItemNumber) && lines[i].ItemNumber != 0)
            {
                subject.Report(
                    Code, Field.ItemNumber, i + 1, lines[i].ItemNumber.ToString(CultureInfo.InvariantCulture));
            }
        }
    }
}

/// <summary>Items are numbered 1, 2, 3 and so on (11 03 001 000): a gap may be an item that was lost on the way.
/// </summary>
internal sealed class ItemNumbersRunFromOne() : GeneralRule(DeclarationsProblems.ItemNumberGap)
{
    public override void Check(RuleSubject subject)
    {
        var lines = subject.Declaration.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            var number = lines[i].ItemNumber;
            if (number <= lines.Count || number == 0)
                continue;
            // A number above the count means that a smaller one is missing; one problem says so.
            subject.Report(
                Code,
                Field.ItemNumber,
                i + 1,
                number.ToString(CultureInfo.InvariantCulture),
                lines.Count.ToString(CultureInfo.InvariantCulture));
            return;
        }
    }
}

/// <summary>Net mass is the mass without packaging, so never above gross mass (18 01 and 18 04).</summary>
internal sealed class NetMassNotAboveGrossMass() : GeneralRule(DeclarationsProblems.NetMassAboveGross)
{
    public override void Check(RuleSubject subject)
    {
        var lines = subject.Declaration.Lines;
        decimal netOfLinesWithoutGross = 0;
        decimal grossOfLines = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            grossOfLines += lines[i].GrossMass;
            if (lines[i].GrossMass == 0)
                netOfLinesWithoutGross += lines[i].NetMass;
            else if (lines[i].NetMass > lines[i].GrossMass)
                subject.Report(
                    Code, Field.NetMass, i + 1, Mass.Kilograms(lines[i].NetMass), Mass.Kilograms(lines[i].GrossMass));
        }

        // Where the lines have no gross mass of their own, that of the shipment is the limit for all of them together.
        var gross = subject.Declaration.GrossMass;
        if (gross > 0 && netOfLinesWithoutGross > 0 && netOfLinesWithoutGross + grossOfLines > gross)
            subject.Report(
                Code,
                Field.GrossMass,
                0,
                Mass.Kilograms(netOfLinesWithoutGross + grossOfLines),
                Mass.Kilograms(gross));
    }
}

/// <summary>The gross mass of the whole covers that of all items (18 04).</summary>
internal sealed class TotalMassCoversItems() : GeneralRule(DeclarationsProblems.TotalMassBelowItems)
{
    public override void Check(RuleSubject subject)
    {
        var total = subject.Declaration.GrossMass;
        if (total == 0)
            return;
        Int128 sum = 0;
        var lines = subject.Declaration.Lines;
        for (var i = 0; i < lines.Count; i++)
            sum += lines[i].GrossMass;
        if (sum > total)
            subject.Report(Code, Field.GrossMass, 0, Mass.Kilograms(total), Mass.Kilograms((decimal)sum));
    }
}

/// <summary>Goods have a mass (18 01 001 000), except those of the list <c>without-mass</c> such as electricity.
/// </summary>
internal sealed class NetMassIsAboveZero() : FullRule(DeclarationsProblems.NetMassZero)
{
    public override void Check(RuleSubject subject)
    {
        var lines = subject.Declaration.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].NetMass == 0 && subject.Has(Field.NetMass, i + 1)
                && subject.Law.GoodsRow("without-mass", lines[i].Code) is null)
                subject.Report(Code, Field.NetMass, i + 1);
        }
    }
}

/// <summary>
/// The description lets one recognise the goods (Annex B, 18 05): a word that fits everything, from the list
/// <c>vague-description</c>, does not.
/// </summary>
internal sealed class DescriptionSaysWhatItIs() : GeneralRule(DeclarationsProblems.DescriptionVague)
{
    private const string List = "vague-description";
    private const int LongestVague = 24;

    public override void Check(RuleSubject subject)
    {
        Span<char> lower = stackalloc char[LongestVague];
        var lines = subject.Declaration.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            // Longer texts cannot be in the list, so most lines cost one comparison.
            var text = lines[i].Description.AsSpan();
            if (text.Length is 0 or > LongestVague)
                continue;
            var length = text.ToLowerInvariant(lower);
            if (subject.IsInList(List, lower[..length].Trim(" .,-")))
                subject.Report(Code, Field.Description, i + 1, lines[i].Description);
        }
    }
}

/// <summary>Masses in words.</summary>
internal static class Mass
{
    public static string Kilograms(decimal millionths) =>
        (millionths / 1_000_000).ToString("0.######", CultureInfo.InvariantCulture);
}
