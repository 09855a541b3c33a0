// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Declarations.Reading;

namespace Tolhuis.Declarations.Checking;

/// <summary>
/// The element that told what a message is, for the problem that says it is not handled: its number in Annex B, its
/// place, and its name with its value as the sender wrote it. What the annex has no number for (function, category)
/// goes by that of the declaration type: that is the element which should say it.
/// </summary>
internal readonly record struct Telling(string DataElement, string Pointer, string Words)
{
    private const string DeclarationType = "11 01 001 000";
    private const string AdditionalType = "11 02 001 000";

    public static Telling OfKind(MessageContent content, RuleBook book)
    {
        if (content.Scan.TellingPath is { Length: > 0 } path)
            return new Telling(DeclarationType, path, path[(path.LastIndexOf('/') + 1)..]);
        var isByType = Recognition.IsKindByType(Recognition.Header(content, "TypeCode"));
        // In JSON the kind has a name of its own, so there it is that which should have said it.
        var isByFunction = !isByType
            && (content.Scan.IsJson || Recognition.Header(content, "FunctionCode") is not ("" or "9"));
        return OfHeader(content, book, isByFunction ? "FunctionCode" : "TypeCode", DeclarationType);
    }

    public static Telling OfDataSet(MessageContent content, RuleBook book, DataSet dataSet)
    {
        if (!Recognition.Header(content, "ProcedureCategory").IsEmpty)
            return OfHeader(content, book, "ProcedureCategory", DeclarationType);
        if (dataSet == DataSet.I1)
            return OfHeader(content, book, "TypeCode", AdditionalType);
        if (dataSet == DataSet.H5 || Recognition.Header(content, "TypeCode") is ['E', 'X', ..])
            return OfHeader(content, book, "TypeCode", DeclarationType);
        return OfProcedure(content, book);
    }

    private static Telling OfProcedure(MessageContent content, RuleBook book)
    {
        var number = Fields.NumberOf(Field.RequestedProcedure);
        var element = book.ElementOf(number);
        var found = content.First(element, item: 1);
        if (found < 0)
            return new Telling(number, Reading.Pointer.ToMissing(content.Scan, book.Trie, element, 1), "CurrentCode");
        var at = content.Found[found];
        return new Telling(
            number,
            Reading.Pointer.To(content.Scan, at.Place, at.Item, at.Group),
            Named(at.Place.Name, content.Text(found)));
    }

    private static Telling OfHeader(MessageContent content, RuleBook book, string name, string dataElement) => new(
        dataElement,
        Reading.Pointer.ToHeader(content.Scan, book.Trie, name),
        Named(
            content.Scan.IsJson ? book.Trie.Json.HeaderOf(name)?.Json!.Text ?? name : name,
            Recognition.Header(content, name)));

    private static string Named(string name, ReadOnlySpan<char> value) =>
        value.IsEmpty ? name : string.Concat(name, " ", value);
}
