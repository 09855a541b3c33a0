// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Declarations.Checking;
using Tolhuis.Kernel;

namespace Tolhuis.Declarations.Rules;

/// <summary>The LRN has printable characters only and no blank at either end (12 09 001 000).</summary>
internal sealed class LrnHasItsForm() : GeneralRule(DeclarationsProblems.LrnForm)
{
    public override void Check(RuleSubject subject)
    {
        var text = subject.Text(Field.Lrn, 0);
        // Too long is a matter of format, which has been reported.
        if (text.Length is > 0 and <= Lrn.MaxLength && !Lrn.TryParse(text, out _, out _))
            subject.Report(Code, Field.Lrn, 0, ProblemList.Cut(text));
    }
}

/// <summary>
/// An identification number is two letters of a country and 1 to 15 printable characters (EU rule R0850); whether it
/// exists, the register decides, and national forms are no ground for refusal.
/// </summary>
internal sealed class PartyNumbersHaveTheirForm() : GeneralRule(DeclarationsProblems.PartyNumberForm)
{
    private static readonly Field[] Numbers =
        [Field.DeclarantId, Field.ImporterId, Field.ExporterId, Field.RepresentativeId];

    public override void Check(RuleSubject subject)
    {
        foreach (var number in Numbers)
        {
            var text = subject.Text(number, 0);
            if (text.Length is > 0 and <= Eori.MaxLength && !Eori.TryParse(text, out _, out _))
                subject.Report(Code, number, 0, ProblemList.Cut(text));
        }
    }
}

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
