// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using System.Text.Unicode;
using System.Xml;

namespace Tolhuis.Declarations.Documents;

/// <summary>
/// Plain text and XML. XML is taken because an invoice between companies is one (EN 16931); it must be well-formed, ask
/// for nothing outside itself and hold nothing that a browser would run as a page. What begins with markup and is no
/// such XML is a page, and no text.
/// </summary>
internal static class TextContent
{
    private const int MaxDepth = 64;
    private const int MaxNodes = 500_000;

    private static readonly string[] RunBySpaces =
        ["http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg", "http://www.w3.org/1999/XSL/Transform"];

    private static readonly string[] RunByNames = ["html", "svg", "script", "stylesheet"];

    public static SniffedContent Sniff(ReadOnlySpan<byte> content)
    {
        var text = content.StartsWith(Encoding.UTF8.Preamble) ? content[3..] : content;
        if (text.IsEmpty)
            return new SniffedContent("", DeclarationsProblems.DocumentEmpty);
        var visible = text.TrimStart(" \t\r\n"u8);
        if (visible is [(byte)'<', ..])
            return SniffXml(visible.Length == text.Length ? content : visible);
        if (!Utf8.IsValid(text) || HasControls(text))
            return new SniffedContent("", DeclarationsProblems.DocumentNotTaken);
        return new SniffedContent(DocumentSniffer.Text);
    }

    // Tab, line feed, form feed and carriage return are in texts; other control characters, also those of two bytes
    // (U+0080 to U+009F), steer a terminal or a printer.
    private static bool HasControls(ReadOnlySpan<byte> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is < 0x20 and not (0x09 or 0x0A or 0x0C or 0x0D) or 0x7F)
                return true;
            if (text[i] == 0xC2 && text[i + 1] < 0xA0)
                return true;
        }

        return false;
    }

    private static SniffedContent SniffXml(ReadOnlySpan<byte> content)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = content.Length + 1,
        };
        try
        {
            using var stream = new MemoryStream(content.ToArray(), writable: false);
            using var reader = XmlReader.Create(stream, settings);
            var nodes = 0;
            while (reader.Read())
            {
                if (++nodes > MaxNodes || reader.Depth > MaxDepth)
                    return SniffedContent.Damaged(DocumentSniffer.Xml, "size");
                if (IsRun(reader))
                    return SniffedContent.Active(DocumentSniffer.Xml, reader.LocalName);
            }

            return new SniffedContent(DocumentSniffer.Xml);
        }
        catch (XmlException)
        {
            return SniffedContent.Damaged(DocumentSniffer.Xml, "XML");
        }
    }

    private static bool IsRun(XmlReader reader) => reader.NodeType switch
    {
        XmlNodeType.ProcessingInstruction => true,
        XmlNodeType.Element => Array.IndexOf(RunBySpaces, reader.NamespaceURI) >= 0
            || RunByNames.Contains(reader.LocalName, StringComparer.OrdinalIgnoreCase),
        _ => false,
    };
}
