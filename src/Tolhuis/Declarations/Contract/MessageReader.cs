// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Checking;
using Tolhuis.Declarations.Reading;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Declarations.Contract;

/// <summary>One value of a message, with what it is.</summary>
/// <param name="Number">EUCDM number, e.g. <c>18 05 001 000</c>; empty for a place that is no data element.</param>
/// <param name="NameNl">Name in Dutch; empty for a place that the element table does not know.</param>
/// <param name="NameEn">Name in English; empty for a place that the element table does not know.</param>
/// <param name="Item">Goods item by its place in the message, from 1; 0 for declaration and shipment.</param>
/// <param name="Occurrence">The how many-th document, party or package of its kind there; 1 where there is one.</param>
/// <param name="Pointer">Place in the message.</param>
public sealed record ReadElement(
    string Number, string NameNl, string NameEn, int Item, int Occurrence, string Value, string Pointer);

/// <summary>All values of one message, in its order; those at unknown places come last.</summary>
/// <param name="IsReadable">False if the message is no well-formed declaration; the elements before the fault are
/// given.</param>
/// <param name="IsComplete">False if there were more values than a page can hold.</param>
public sealed record ReadMessage(
    bool IsReadable, MessageKind Kind, DataSet DataSet, bool IsComplete, IReadOnlyList<ReadElement> Elements);

/// <summary>
/// Reads a raw message for people: every value with its element, so that a dossier shows the whole message.
/// </summary>
public static class MessageReader
{
    public const int MaxElements = 20_000;

    /// <summary>Reads any bytes; never throws for what they hold.</summary>
    public static ReadMessage Read(ReadOnlyMemory<byte> message, LawOfTheDay law)
    {
        var book = RuleBook.Of(law);
        var foreign = new ForeignValues(MaxElements);
        var scan = new MessageScan { Foreign = foreign };
        var content = new MessageContent(scan);
        var isReadable = scan.Scan(message, book.Trie) is null;
        content.Resolve();
        var recognised = isReadable ? Recognition.Of(content, book) : default;
        var elements = new List<ReadElement>();
        for (var raw = 0; raw < scan.Raws.Count && elements.Count < MaxElements; raw++)
            Add(elements, content, raw, recognised, book.Trie.Json);

        foreach (var (path, item, value) in foreign.Values)
        {
            if (elements.Count == MaxElements)
                break;
            elements.Add(new ReadElement("", "", "", item, 1, value, path));
        }

        var isComplete = foreign.IsComplete && content.Found.Count + foreign.Values.Count <= MaxElements;
        return new ReadMessage(isReadable, recognised.Kind, recognised.DataSet, isComplete, elements);
    }

    private static void Add(
        List<ReadElement> elements, MessageContent content, int raw, in Recognised message, JsonTree json)
    {
        var end = content.FoundStartOf(raw + 1);
        var start = content.FoundStartOf(raw);
        for (var i = start; i < end; i++)
        {
            if (IsForColumn(content.Found[i].Element, message))
                elements.Add(ElementAt(content, i));
        }

        if (end > start)
            return;
        if (ReferenceEquals(content.Scan.Raws[raw].Place, json.WholeType)
            || ReferenceEquals(content.Scan.Raws[raw].Place, json.Function))
            return;
        // No element of its own: it says what its sibling is, or stands where the table expects something else.
        var value = content.Scan.Raws[raw];
        elements.Add(new ReadElement(
            "",
            "",
            "",
            value.Item,
            value.Group < 0 ? 1 : content.Scan.Groups[value.Group].Occurrence,
            content.Scan.TextOf(value.Start, value.Length).ToString(),
            Pointer.To(content.Scan, value.Place, value.Item, value.Group)));
    }

    /// <summary>
    /// One place can be two elements, the item amount of H1 and the intrinsic value of H7: the column decides.
    /// </summary>
    private static bool IsForColumn(Element element, in Recognised message) => message.DataSet switch
    {
        DataSet.H7 => element.H7.Presence != Presence.NotInColumn || element.H1.Presence == Presence.NotInColumn
            || element.Number is not ("14 08 001 000" or "14 05 001 000"),
        _ => element.H1.Presence != Presence.NotInColumn || element.Number is not ("14 14 012 000" or "14 14 014 000"),
    };

    private static ReadElement ElementAt(MessageContent content, int index)
    {
        var found = content.Found[index];
        var occurrence = found.Group < 0 ? 1 : content.Scan.Groups[found.Group].Occurrence;
        return new ReadElement(
            found.Element.Number,
            found.Element.NameNl,
            found.Element.NameEn,
            found.Item,
            occurrence,
            content.Text(index).ToString(),
            Pointer.To(content.Scan, found.Place, found.Item, found.Group));
    }
}
