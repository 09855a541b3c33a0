// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Simulator.Messages;

/// <summary>
/// How a declarant's software writes XML: with or without a prefix, indentation, and the envelope MetaData.
/// </summary>
internal sealed record XmlShape(byte[] Prefix, bool IsIndented, bool HasEnvelope)
{
    public static XmlShape Compact { get; } = new([], false, false);
}

/// <summary>
/// Writes XML straight as UTF-8 bytes. It does not keep the names of open elements: the caller closes what he opened,
/// and the tests read everything back with a real parser.
/// </summary>
internal sealed class XmlSink(XmlShape shape)
{
    private int _depth;

    public ByteSink Bytes { get; } = new();

    public XmlShape Shape => shape;

    public void Clear()
    {
        Bytes.Clear();
        _depth = 0;
    }

    public void Open(ReadOnlySpan<byte> name)
    {
        StartTag(name);
        Bytes.Append((byte)'>');
        _depth++;
    }

    public void Close(ReadOnlySpan<byte> name)
    {
        _depth--;
        Indent();
        EndTag(name);
    }

    /// <summary>
    /// Opens an element whose text the caller writes into the bytes that come back; the text needs no escaping.
    /// </summary>
    public ByteSink OpenLeaf(ReadOnlySpan<byte> name)
    {
        StartTag(name);
        Bytes.Append((byte)'>');
        return Bytes;
    }

    public void CloseLeaf(ReadOnlySpan<byte> name) => EndTag(name);

    public void Leaf(ReadOnlySpan<byte> name, ReadOnlySpan<byte> text)
    {
        OpenLeaf(name).AppendEscaped(text);
        EndTag(name);
    }

    public void Leaf(ReadOnlySpan<byte> name, string text)
    {
        OpenLeaf(name).Append(text);
        EndTag(name);
    }

    public void Leaf(ReadOnlySpan<byte> name, long number)
    {
        OpenLeaf(name).AppendNumber(number);
        EndTag(name);
    }

    public void Mass(ReadOnlySpan<byte> name, long grams)
    {
        OpenLeaf(name).AppendDecimal(grams, 3);
        EndTag(name);
    }

    public void Amount(ReadOnlySpan<byte> name, long cents, ReadOnlySpan<byte> currency)
    {
        OpenAmount(name, currency).AppendDecimal(cents, 2);
        EndTag(name);
    }

    public ByteSink OpenAmount(ReadOnlySpan<byte> name, ReadOnlySpan<byte> currency)
    {
        StartTag(name);
        Bytes.Append(" currencyID=\""u8);
        Bytes.Append(currency);
        Bytes.Append("\">"u8);
        return Bytes;
    }

    /// <summary>Opens the declaration, inside the envelope where the shape has one.</summary>
    public void OpenDeclaration()
    {
        Bytes.Append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"u8);
        if (shape.HasEnvelope)
        {
            Bytes.Append("<md:MetaData xmlns:md=\"urn:wco:datamodel:WCO:DocumentMetaData-DMS:2\">"u8);
            Bytes.Append("<md:WCODataModelVersionCode>3.6</md:WCODataModelVersionCode>"u8);
            Bytes.Append("<md:WCOTypeName>DEC</md:WCOTypeName>"u8);
            Bytes.Append("<md:ResponsibleCountryCode>NL</md:ResponsibleCountryCode>"u8);
        }

        StartTag("Declaration"u8);
        Bytes.Append(shape.Prefix.Length == 0 ? " xmlns=\""u8 : " xmlns:"u8);
        if (shape.Prefix.Length > 0)
        {
            Bytes.Append(shape.Prefix.AsSpan(0, shape.Prefix.Length - 1));
            Bytes.Append("=\""u8);
        }

        Bytes.Append("urn:wco:datamodel:WCO:DEC-DMS:2\">"u8);
        _depth++;
    }

    public void CloseDeclaration()
    {
        Close("Declaration"u8);
        if (shape.HasEnvelope)
            Bytes.Append("</md:MetaData>"u8);
    }

    private void StartTag(ReadOnlySpan<byte> name)
    {
        Indent();
        Bytes.Append((byte)'<');
        Bytes.Append(shape.Prefix);
        Bytes.Append(name);
    }

    private void EndTag(ReadOnlySpan<byte> name)
    {
        Bytes.Append("</"u8);
        Bytes.Append(shape.Prefix);
        Bytes.Append(name);
        Bytes.Append((byte)'>');
    }

    private void Indent()
    {
        if (!shape.IsIndented)
            return;
        Bytes.Append((byte)'\n');
        for (var i = 0; i < _depth; i++)
            Bytes.Append("  "u8);
    }
}
