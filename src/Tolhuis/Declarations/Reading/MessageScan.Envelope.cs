// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Xml;

namespace Tolhuis.Declarations.Reading;

/// <summary>
/// What stands around the declaration: envelopes, encodings, blanks; and what is said when reading fails.
/// </summary>
internal sealed partial class MessageScan
{
    private void Begin(PathTrie trie, int length)
    {
        _bytesSinceRenewal += Math.Max(length, 1_000);
        if (_bytesSinceRenewal > NamesRenewedAfterBytes || !ReferenceEquals(trie, _trie))
            RenewNames(trie);
        Root = RootKind.Other;
        RootName = "";
        TellingPath = "";
        _tellingDepth = -1;
        ProcedureCategory = "";
        ItemCount = 0;
        _declarationDepth = -1;
        _namespace = null;
        _group = -1;
        _valueStart = 0;
        _text.Clear();
        _raws.Clear();
        _groups.Clear();
        _unknown.Clear();
        Array.Clear(_stack);
        Array.Fill(_occurrenceItems, -1);
        IsJson = false;
        _notes.Clear();
    }

    private void RenewNames(PathTrie trie)
    {
        var table = new NameTable();
        _names = new object[trie.Names.Count];
        for (var i = 0; i < _names.Length; i++)
            _names[i] = table.Add(trie.Names[i]);
        _declarationName = table.Add("Declaration");
        _sequenceName = table.Add("SequenceNumeric");
        _occurrences = new int[trie.NodeCount];
        _occurrenceItems = new int[trie.NodeCount];
        _trie = trie;
        _bytesSinceRenewal = 0;
        _settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            NameTable = table,
            CheckCharacters = true,
            CloseInput = false,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
            MaxCharactersFromEntities = 1_000,
            MaxCharactersInDocument = Bounds.MessageBytes,
        };
    }

    private ScanFault? EnterEnvelope(XmlReader reader, int depth)
    {
        if (depth == 0)
            RootName = Bounded(reader.LocalName);
        if (Root != RootKind.Other)
        {
            TellMore(reader, depth);
            return null;
        }

        _envelope[depth] = reader.LocalName;
        var isAnswer = reader.LocalName is "Response"
            || depth == 0 && reader.LocalName.EndsWith("Response", StringComparison.Ordinal);
        if (isAnswer)
        {
            Root = RootKind.Answer;
            Tell(depth);
            return null;
        }

        if (!ReferenceEquals(reader.LocalName, _declarationName))
            return null;
        var space = reader.NamespaceURI;
        if (space.StartsWith(LibraryFamily, StringComparison.Ordinal))
        {
            Root = RootKind.TemporaryStorage;
            Tell(depth);
            return null;
        }

        if (!space.StartsWith(Family, StringComparison.Ordinal))
            return new ScanFault(DeclarationsProblems.MessageNamespace, Bounded(space), Family + "-DMS:2");
        Root = RootKind.Declaration;
        _declarationDepth = depth;
        _namespace = space;
        _stack[depth] = _trie!.Root;
        _groupStack[depth] = -1;
        return null;
    }

    private void Tell(int depth)
    {
        TellingPath = Bounded("/" + string.Join('/', _envelope.AsSpan(0, depth + 1)!));
        _tellingDepth = depth;
    }

    // The first element directly below that says more: the function of an answer, the category of temporary storage.
    private void TellMore(XmlReader reader, int depth)
    {
        if (depth != _tellingDepth + 1)
            return;
        if (Root == RootKind.Answer ? reader.LocalName is "FunctionCode" : reader.LocalName is "procedureCategory")
        {
            TellingPath += "/" + reader.LocalName;
            _tellingDepth = Bounds.Depth;
        }
    }

    /// <summary>
    /// Blanks and comments before the XML declaration are not well formed, but several official files have them.
    /// </summary>
    internal static ReadOnlyMemory<byte> Trim(ReadOnlyMemory<byte> message)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        var bytes = message.Span;
        if (bytes.StartsWith(mark))
            message = message[mark.Length..];
        message = message.TrimStart(" \t\r\n"u8);
        var rest = message;
        while (rest.Span.StartsWith("<!--"u8))
        {
            var end = rest.Span.IndexOf("-->"u8);
            if (end < 0)
                return message;
            rest = rest[(end + 3)..].TrimStart(" \t\r\n"u8);
        }

        return rest.Span.StartsWith("<?xml "u8) ? rest : message;
    }

    private ScanFault FaultOf(Exception fault, ReadOnlySpan<byte> message)
    {
        if (Root == RootKind.Other && message.IndexOf("<!DOCTYPE"u8) >= 0)
            return new ScanFault(DeclarationsProblems.MessageDocumentType);
        var (line, column) = fault is XmlException xml ? (xml.LineNumber, xml.LinePosition) : (0, 0);
        return new ScanFault(DeclarationsProblems.MessageUnreadable, Number(line), Number(column));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Bounded(string text) => text.Length <= Bounds.Argument ? text : text[..Bounds.Argument];
}
