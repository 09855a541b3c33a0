// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Declarations.Reading;

namespace Tolhuis.Declarations.Checking;

/// <summary>Where the parts of one kind of document, reference or authorisation stand in its group.</summary>
internal sealed record ReferenceParts(ReferenceKind Kind, Element Type, Element Number, Element? Item)
{
    /// <summary>By number of the group.</summary>
    public static ReferenceParts? Of(string group, Func<string, Element> elementOf) => group switch
    {
        "12 01 000 000" => new(
            ReferenceKind.Previous, elementOf("12 01 002 000"), elementOf("12 01 001 000"),
            elementOf("12 01 007 000")),
        "12 02 000 000" => new(
            ReferenceKind.AdditionalInformation, elementOf("12 02 008 000"), elementOf("12 02 009 000"), null),
        "12 03 000 000" => new(
            ReferenceKind.Supporting, elementOf("12 03 002 000"), elementOf("12 03 001 000"), null),
        "12 04 000 000" => new(
            ReferenceKind.Additional, elementOf("12 04 002 000"), elementOf("12 04 001 000"), null),
        "12 12 000 000" => new(
            ReferenceKind.Authorisation, elementOf("12 12 002 000"), elementOf("12 12 001 000"), null),
        _ => null,
    };
}

/// <summary>
/// Gathers the documents, references and authorisations of a message; allocates only where there are any.
/// </summary>
internal sealed class ReferenceBinder(MessageContent content, CodeTexts codes)
{
    private const int MaxOfItem = 396;
    private readonly List<(int Item, Reference Reference)> _ofItems = [];
    private readonly List<Reference> _ofHeader = [];
    private readonly List<Reference> _ofLine = [];
    private int _next;

    public void Begin(RuleBook book)
    {
        _ofItems.Clear();
        _ofHeader.Clear();
        _next = 0;
        var groups = content.Scan.Groups;
        for (var i = 0; i < groups.Count; i++)
        {
            ref var group = ref groups[i];
            if (book.ReferenceOf(group.Place.Group!) is not { } parts)
                continue;
            var reference = new Reference(
                parts.Kind, Type(group, parts.Type), Text(group, parts.Number), ItemOf(group, parts.Item));
            if (group.Item > 0)
                _ofItems.Add((group.Item, reference));
            else if (_ofHeader.Count < MaxOfItem)
                _ofHeader.Add(reference);
        }
    }

    public IReadOnlyList<Reference> OfHeader() => _ofHeader.Count == 0 ? [] : _ofHeader.ToArray();

    /// <summary>A product identifier of version 7, as the document that it was in version 6.</summary>
    public void AddToLine(string type, ReadOnlySpan<char> number)
    {
        if (_ofLine.Count < MaxOfItem)
            _ofLine.Add(new Reference(ReferenceKind.Supporting, type, number.ToString()));
    }

    /// <summary>Asked for item after item, in the order of the message.</summary>
    public IReadOnlyList<Reference> OfLine(int item)
    {
        while (_next < _ofItems.Count && _ofItems[_next].Item < item)
            _next++;
        for (; _next < _ofItems.Count && _ofItems[_next].Item == item; _next++)
        {
            if (_ofLine.Count < MaxOfItem)
                _ofLine.Add(_ofItems[_next].Reference);
        }

        if (_ofLine.Count == 0)
            return [];
        var all = _ofLine.ToArray();
        _ofLine.Clear();
        return all;
    }

    private string Type(in GroupFound group, Element element)
    {
        var index = content.InGroup(group, element);
        return index >= 0 && element.Format.Fits(content.Text(index)) ? codes.Of(content.Text(index)) : "";
    }

    private string Text(in GroupFound group, Element element)
    {
        var index = content.InGroup(group, element);
        return index < 0 ? "" : content.Text(index).ToString();
    }

    private int ItemOf(in GroupFound group, Element? element)
    {
        var index = element is null ? -1 : content.InGroup(group, element);
        return index >= 0 && element!.Format.Fits(content.Text(index))
            ? int.Parse(content.Text(index), System.Globalization.CultureInfo.InvariantCulture)
            : 0;
    }
}
