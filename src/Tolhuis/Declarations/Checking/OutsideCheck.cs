// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Reading;

namespace Tolhuis.Declarations.Checking;

/// <summary>
/// Names what stands in a message outside its column, or outside the table: kept with the message and used for nothing,
/// which its sender must know. A group is named as one. Bounded.
/// </summary>
internal sealed class OutsideCheck(MessageContent content, ProblemList problems)
{
    private int _left;

    public void Check(ColumnPlan column)
    {
        _left = Bounds.Outside;
        var group = -1;
        for (var raw = 0; raw < content.Scan.Raws.Count && _left > 0; raw++)
        {
            if (IsInColumn(column, raw))
                continue;
            if (OuterGroup(column, content.Scan.Raws[raw].Group) is >= 0 and var at)
            {
                if (at != group)
                    NameGroup(column, at);
                group = at;
            }
            else
            {
                NameValue(column, raw);
            }
        }

        foreach (var unknown in content.Scan.Unknown)
        {
            if (_left > 0)
                NameUnknown(column, unknown);
        }
    }

    /// <summary>The outermost group around a value that is outside the column; -1 if all are in it.</summary>
    private int OuterGroup(ColumnPlan column, int group)
    {
        var outer = -1;
        for (var at = group; at >= 0; at = content.Scan.Groups[at].Parent)
        {
            if (content.Scan.Groups[at].Place.Group is { IsInAnyColumn: true } element && !column.IsIn(element))
                outer = at;
        }

        return outer;
    }

    private void NameGroup(ColumnPlan column, int group)
    {
        var its = content.Scan.Groups[group];
        Name(column, its.Place.Group!, Pointer.To(content.Scan, its.Place, its.Item, group));
    }

    /// <summary>A value can be several elements; one of them in the column is enough.</summary>
    private bool IsInColumn(ColumnPlan column, int raw)
    {
        for (var i = content.FoundStartOf(raw); i < content.FoundStartOf(raw + 1); i++)
        {
            if (column.IsIn(content.Found[i].Element))
                return true;
        }

        return false;
    }

    private void NameValue(ColumnPlan column, int raw)
    {
        var value = content.Scan.Raws[raw];
        if (value.Group >= 0 && value.Place.Rules.Count > 0
            && content.FoundStartOf(raw) == content.FoundStartOf(raw + 1))
        {
            // What it is depends on a sibling that is missing or says something else.
            var name = value.Place.Name;
            Add("", Pointer.To(content.Scan, value.Place, value.Item, value.Group), name, name, column);
            return;
        }

        for (var i = content.FoundStartOf(raw); i < content.FoundStartOf(raw + 1); i++)
        {
            if (!content.Found[i].Element.IsInAnyColumn)
                continue;
            var found = content.Found[i];
            Name(column, found.Element, Pointer.To(content.Scan, found.Place, found.Item, found.Group));
            return;
        }
    }

    private void Name(ColumnPlan column, Element element, string pointer) =>
        Add(element.Number, pointer, element.NameNl, element.NameEn, column);

    private void NameUnknown(ColumnPlan column, in UnknownPlace unknown)
    {
        var name = ProblemList.Cut(unknown.Name);
        var pointer = Pointer.To(content.Scan, unknown.Parent, unknown.Item, group: -1) + "/" + name;
        Add("", pointer, name, name, column);
    }

    private void Add(string number, string pointer, string dutch, string english, ColumnPlan column)
    {
        _left--;
        if (!problems.IsFull)
            problems.Add(
                DeclarationsProblems.ElementNotInColumn, number, pointer, dutch, english, column.DataSet.ToString());
    }
}
