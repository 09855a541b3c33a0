// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Declarations.Reading;

namespace Tolhuis.Declarations.Checking;

/// <summary>Checks one value by itself: its format, and that its code is in force on the day.</summary>
internal sealed class ValueCheck(MessageContent content, ProblemList problems)
{
    private const string AdditionalProcedure = "11 10 001 000";

    /// <param name="dataSet">H7 has rules with lists of their own for some elements.</param>
    public void Check(RuleBook book, in Found found, DataSet dataSet)
    {
        var element = found.Element;
        var value = content.Scan.TextOf(found.Start, found.Length);
        if (found.IsCut || !element.Format.Fits(value))
        {
            Add(DeclarationsProblems.ElementFormat, found, value, element.Format.Text);
            return;
        }

        if (element.HasInlineCodes && !element.IsInlineCode(value))
        {
            Add(DeclarationsProblems.ElementCodeUnknown, found, value, element.Number);
            return;
        }

        if (element.CodeLists.Length == 0 || element.IsListForH1Only && dataSet == DataSet.H7)
            return;
        // A list that the edition does not have is not checked against.
        foreach (var list in element.CodeLists)
        {
            if (book.Law.IsInList(list, value) || !book.Law.HasList(list))
                return;
        }

        if (element.Number == AdditionalProcedure && book.DataSets.IsMarker(value))
            return;
        Add(DeclarationsProblems.ElementCodeUnknown, found, value, element.CodeLists[0]);
    }

    private void Add(string code, in Found found, ReadOnlySpan<char> value, string expected) => problems.Add(
        code,
        found.Element.Number,
        Pointer.To(content.Scan, found.Place, found.Item, found.Group),
        found.Element.NameNl,
        found.Element.NameEn,
        ProblemList.Cut(value),
        expected);
}
