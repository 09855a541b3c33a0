// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Tolhuis.Declarations.Contract;
using Tolhuis.Declarations.Reading;

namespace Tolhuis.Declarations.Amending;

/// <summary>
/// A message in one of the XML shapes, with its envelope, comments and foreign parts. What is added takes the place
/// that the schemas of both shapes give it: values before groups, each in the order of their names.
/// </summary>
internal sealed class XmlMessageTree : IMessageTree
{
    private const string SequenceNumber = "SequenceNumeric";
    private const string ItemName = "GovernmentAgencyGoodsItem";
    private readonly XDocument _document;
    private readonly XElement _declaration;

    private XmlMessageTree(XDocument document, XElement declaration)
    {
        _document = document;
        _declaration = declaration;
    }

    public static XmlMessageTree? Load(ReadOnlyMemory<byte> message)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CheckCharacters = true,
            MaxCharactersFromEntities = 1_000,
            MaxCharactersInDocument = Bounds.MessageBytes,
        };
        using var stream = new MessageStream(MessageScan.Trim(message));
        using var reader = XmlReader.Create(stream, settings);
        var document = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        return document.Descendants().FirstOrDefault(element => element.Name.LocalName == "Declaration")
            is { } declaration ? new XmlMessageTree(document, declaration) : null;
    }

    public bool TryApply(IReadOnlyList<ValueEdit> edits)
    {
        var found = new XObject?[edits.Count];
        for (var i = 0; i < found.Length; i++)
        {
            found[i] = edits[i].Pointer.Length == 0 ? null : At(edits[i].Pointer);
            if (edits[i].Pointer.Length != 0 && found[i] is null)
                return false;
        }

        var items = _declaration.Elements(NameOf("GoodsShipment")).Elements(NameOf(ItemName)).ToList();
        for (var i = 0; i < found.Length; i++)
        {
            switch (found[i])
            {
                case null when edits[i].Value is { } value:
                    Add(items[edits[i].Item - 1], edits[i], value);
                    break;
                case XElement element when edits[i].Value is { } value:
                    element.Value = value;
                    break;
                case XAttribute attribute when edits[i].Value is { } value:
                    attribute.Value = value;
                    break;
                case XElement element:
                    Remove(element, edits[i].Rule.IfSibling?.Name);
                    break;
            }
        }

        return true;
    }

    public bool TryMakeAmendment(AmendmentHead head, bool isFollowUp)
    {
        if (Child("FunctionalReferenceID") is not { } number)
            return false;
        number.Value = head.Lrn.ToString();
        _declaration.Elements(NameOf("ID")).Remove();
        number.AddAfterSelf(new XElement(NameOf("ID"), head.Mrn.ToString()));
        // In the bare shape an amendment has function 4, in the enveloped shape 13.
        Write("FunctionCode", Child("ProcedureCategory") is null ? "13" : "4");
        Write("TypeCode", "COR");
        _declaration.Elements(NameOf("Amendment")).Remove();
        if (isFollowUp)
            _declaration.Elements(NameOf("AdditionalInformation")).Remove();
        var amendment = new XElement(
            NameOf("Amendment"),
            new XElement(NameOf(SequenceNumber), 1),
            new XElement(NameOf("ChangeReasonCode"), head.ReasonCode),
            new XElement(NameOf("ChangeReasonText"), head.ReasonText));
        // Words of a declaration stand where those of a request may stand: the first ones are read as its reason.
        if (Child("AdditionalInformation") is { } words)
            words.AddBeforeSelf(amendment);
        else
            Insert(_declaration, amendment, isGroup: true);
        return true;
    }

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            // A carriage return in a value would otherwise be read as a line feed.
            NewLineHandling = NewLineHandling.Entitize,
        };
        using (var writer = XmlWriter.Create(stream, settings))
            _document.Save(writer);
        return stream.ToArray();
    }

    private XName NameOf(string local) => _declaration.Name.Namespace + local;

    private XElement? Child(string name) => _declaration.Element(NameOf(name));

    private void Write(string name, string value)
    {
        if (Child(name) is { } there)
            there.Value = value;
        else
            Insert(_declaration, new XElement(NameOf(name), value), isGroup: false);
    }

    /// <summary>The first value at a pointer; a number in it counts over all groups of that name in the item.</summary>
    private XObject? At(string pointer)
    {
        IEnumerable<XElement> at = [_declaration];
        foreach (var step in pointer.Split('/').Skip(2))
        {
            if (step[0] == '@')
                return at.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == step[1..]);
            var bracket = step.IndexOf('[', StringComparison.Ordinal);
            if (bracket < 0)
            {
                at = at.Elements(NameOf(step));
                continue;
            }

            var number = int.Parse(step.AsSpan()[(bracket + 1)..^1], NumberStyles.None, CultureInfo.InvariantCulture);
            at = at.Elements(NameOf(step[..bracket])).Skip(number - 1).Take(1);
        }

        return at.FirstOrDefault();
    }

    private void Add(XElement item, ValueEdit edit, string value)
    {
        var steps = new Stack<PathNode>();
        for (var node = edit.Place; !node.IsItem; node = node.Parent!)
            steps.Push(node);
        var at = item;
        var sibling = edit.Rule.IfSibling;
        while (steps.Count > 1)
        {
            var step = steps.Pop();
            // What its sibling tells apart needs a group of its own.
            var isOwn = step.Group is not null && sibling is not null;
            at = isOwn || at.Element(NameOf(step.Name)) is not { } there
                ? Insert(at, new XElement(NameOf(step.Name)), isGroup: true)
                : there;
        }

        if (edit.Place.IsAttribute)
        {
            at.SetAttributeValue(edit.Place.Name, value);
            return;
        }

        Insert(at, new XElement(NameOf(edit.Place.Name), value), isGroup: false);
        if (sibling is not null && !edit.Rule.IsNegated)
            Insert(at, new XElement(NameOf(sibling.Name), edit.Rule.IfValues[0]), isGroup: false);
    }

    private static XElement Insert(XElement parent, XElement child, bool isGroup)
    {
        var next = parent.Elements().FirstOrDefault(sibling => IsAfter(sibling, child, isGroup));
        if (next is null)
            parent.Add(child);
        else
            next.AddBeforeSelf(child);
        return child;
    }

    private static bool IsAfter(XElement sibling, XElement child, bool isGroup)
    {
        var name = sibling.Name.LocalName;
        if (name == SequenceNumber || sibling.HasElements != isGroup)
            return name != SequenceNumber && !isGroup;
        return string.CompareOrdinal(name, child.Name.LocalName) > 0;
    }

    /// <summary>Takes a value away, and the groups around it that then say nothing.</summary>
    private static void Remove(XElement value, string? sibling)
    {
        var around = value.Parent!;
        value.Remove();
        while (around.Name.LocalName != ItemName
            && !around.Elements().Any(rest => rest.Name.LocalName != SequenceNumber && rest.Name.LocalName != sibling))
        {
            var outer = around.Parent!;
            around.Remove();
            around = outer;
        }
    }
}
