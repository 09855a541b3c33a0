// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Xml;

namespace Tolhuis.Declarations.Reading;

/// <summary>What stands at the root of the message.</summary>
internal enum RootKind : byte
{
    /// <summary>No declaration and nothing else that we know.</summary>
    Other,
    Declaration,

    /// <summary>An answer of a customs administration to a declaration.</summary>
    Answer,

    /// <summary>Temporary storage in the message library of the EUCDM (G3, G4, G5).</summary>
    TemporaryStorage,
}

/// <summary>Why a message could not be read, as a problem code with its values; null if it could.</summary>
/// <remarks>A note is of the same form: it says what is wrong at one place of a message that was read on.</remarks>
internal sealed record ScanFault(string Code, params string[] Arguments)
{
    public string DataElement { get; init; } = "";
    public string Pointer { get; init; } = "";
}

/// <summary>
/// Reads one message after another, XML or JSON, forward only, into lists that are reused. No document type, no
/// entities but the five of XML, nothing from outside; depth, number of elements, items and length of values are
/// bounded. Not for two threads.
/// </summary>
internal sealed partial class MessageScan
{
    private const string Family = "urn:wco:datamodel:WCO:DEC";
    private const string ClaimFamily = "urn:wco:datamodel:WCO:WCO_DEC_EDS_AUTHORISATION";
    private const string LibraryFamily = "urn:WCOLibrary";

    // Names of foreign elements would stay in the name table for ever, so it is made anew now and then.
    private const long NamesRenewedAfterBytes = 16_000_000;

    private const int ChunkLength = 512;

    private readonly PathNode?[] _stack = new PathNode?[Bounds.Depth + 1];
    private readonly int[] _groupStack = new int[Bounds.Depth + 1];
    private readonly string?[] _envelope = new string?[Bounds.Depth];
    private readonly Reused<char> _text = new(8_192);
    private readonly Reused<RawValue> _raws = new(256);
    private readonly Reused<GroupFound> _groups = new(64);
    private XmlReaderSettings _settings = new();
    private PathTrie? _trie;
    private object[] _names = [];
    private int[] _occurrences = [];
    private int[] _occurrenceItems = [];
    private object _declarationName = "";
    private long _bytesSinceRenewal = long.MaxValue / 2;
    private int _declarationDepth;
    private int _tellingDepth;
    private object? _namespace;
    private int _valueStart;
    private int _group;

    public RootKind Root { get; private set; }
    public string RootName { get; private set; } = "";

    /// <summary>
    /// Place of the element by which an answer or temporary storage is known, from the root; empty for a declaration.
    /// </summary>
    public string TellingPath { get; private set; } = "";
    public string ProcedureCategory { get; private set; } = "";
    public int ItemCount { get; private set; }
    public Reused<RawValue> Raws => _raws;
    public Reused<GroupFound> Groups => _groups;

    /// <summary>
    /// If set, values at places that the table does not know are added here, for a reader who wants to see all.
    /// </summary>
    public ForeignValues? Foreign { get; set; }

    public ReadOnlySpan<char> TextOf(int start, int length) => _text.Span(start, length);

    /// <summary>Adds text made from two values; gives its start.</summary>
    public int Join(in RawValue first, in RawValue second)
    {
        var start = _text.Count;
        var space = _text.Reserve(first.Length + second.Length);
        TextOf(first.Start, first.Length).CopyTo(space);
        TextOf(second.Start, second.Length).CopyTo(space[first.Length..]);
        _text.Advance(first.Length + second.Length);
        return start;
    }

    /// <summary>Reads a message: JSON if its first character is {, else XML.</summary>
    public ScanFault? Scan(ReadOnlyMemory<byte> message, PathTrie trie)
    {
        Begin(trie, message.Length);
        message = Trim(message);
        if (message.Length == 0)
            return new ScanFault(DeclarationsProblems.MessageEmpty);
        if (message.Length > Bounds.MessageBytes)
            return new ScanFault(
                DeclarationsProblems.MessageTooLarge, Number(message.Length), Number(Bounds.MessageBytes));
        if (message.Span[0] == (byte)'{')
            return ScanJson(message.Span);
        try
        {
            using var stream = new MessageStream(message);
            using var reader = XmlReader.Create(stream, _settings);
            return Read(reader);
        }
        // The encoding's own exceptions come through the reader where a declared encoding is unknown or cannot read the
        // bytes.
        catch (Exception fault) when (fault is XmlException or ArgumentException or NotSupportedException)
        {
            return FaultOf(fault, message.Span);
        }
    }

    private ScanFault? Read(XmlReader reader)
    {
        var elements = 0;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (reader.Depth >= Bounds.Depth)
                        return new ScanFault(DeclarationsProblems.MessageTooDeep, Number(Bounds.Depth));
                    if (++elements > Bounds.Elements || _raws.Count > Bounds.Values)
                        return new ScanFault(DeclarationsProblems.MessageTooManyElements, Number(Bounds.Elements));
                    if (Enter(reader) is { } fault)
                        return fault;
                    break;
                case XmlNodeType.EndElement:
                    Leave(reader.Depth);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    AddText(reader);
                    break;
            }
        }

        return Root == RootKind.Other ? new ScanFault(DeclarationsProblems.MessageNoDeclaration, RootName) : null;
    }

    private ScanFault? Enter(XmlReader reader)
    {
        var depth = reader.Depth;
        if (_declarationDepth < 0)
            return EnterEnvelope(reader, depth);
        PathNode? node = null;
        if (depth > _declarationDepth)
        {
            var name = reader.LocalName;
            if (_stack[depth - 1] is { } parent && IsOurs(reader.NamespaceURI))
                node = parent.Child(name, _names, isAttribute: false);
            Foreign?.Enter(depth - _declarationDepth, name);
        }
        else if (ReferenceEquals(reader.LocalName, _declarationName))
            return new ScanFault(DeclarationsProblems.MessageTwoDeclarations);

        _stack[depth] = node;
        _valueStart = _text.Count;
        if (node is not null)
        {
            if (node.IsItem && ++ItemCount > Bounds.Items)
                return new ScanFault(DeclarationsProblems.MessageTooManyItems, Number(Bounds.Items));
            BeginGroup(node, depth);
            if (node.HasAttributes && reader.HasAttributes)
                AddAttributes(reader, node);
        }

        if (reader.IsEmptyElement)
            Leave(depth);
        return null;
    }

    // A request for repayment has a namespace of its own inside the declaration.
    private bool IsOurs(string space) =>
        ReferenceEquals(space, _namespace) || space.StartsWith(ClaimFamily, StringComparison.Ordinal);

    private void BeginGroup(PathNode node, int depth)
    {
        _groupStack[depth] = _group;
        if (node.Group is null)
            return;
        var item = node.IsInItem ? ItemCount : 0;
        if (_occurrenceItems[node.Id] != item)
        {
            _occurrenceItems[node.Id] = item;
            _occurrences[node.Id] = 0;
        }

        _groups.Add(new GroupFound
        {
            Place = node,
            Item = item,
            Occurrence = ++_occurrences[node.Id],
            Parent = _group,
            RawStart = _raws.Count,
        });
        _group = _groups.Count - 1;
    }

    private void AddAttributes(XmlReader reader, PathNode node)
    {
        for (var isAttribute = reader.MoveToFirstAttribute(); isAttribute; isAttribute = reader.MoveToNextAttribute())
        {
            if (node.Child(reader.LocalName, _names, isAttribute: true) is not { } attribute)
                continue;
            _valueStart = _text.Count;
            // A currency or unit: the reader has the whole value already, only a bounded part of it is kept.
            var value = reader.Value.AsSpan();
            var kept = value[..Math.Min(value.Length, Bounds.TextLength)];
            kept.CopyTo(_text.Reserve(kept.Length));
            _text.Advance(kept.Length);
            AddValue(attribute);
        }

        reader.MoveToElement();
        _valueStart = _text.Count;
    }

    private void AddText(XmlReader reader)
    {
        var isKept = _declarationDepth >= 0 && reader.Depth > 0 && _stack[reader.Depth - 1] is { IsKept: true };
        if (!isKept && Foreign is null)
            return;
        while (_text.Count - _valueStart <= Bounds.TextLength)
        {
            _text.Reserve(ChunkLength);
            var count = reader.ReadValueChunk(_text.Array, _text.Count, ChunkLength);
            if (count == 0)
                return;
            _text.Advance(count);
        }
    }

    private void Leave(int depth)
    {
        if (_declarationDepth < 0 || depth < _declarationDepth)
            return;
        var node = _stack[depth];
        if (node is { IsKept: true })
            AddValue(node);
        else if (Foreign is not null && depth > _declarationDepth)
            Foreign.Leave(depth - _declarationDepth, Trimmed(out _), ItemCount);
        _text.Cut(_raws.Count == 0 ? 0 : EndOfLastValue());
        _valueStart = _text.Count;
        if (node is null)
            return;
        if (node.Group is not null)
            _groups[_group].RawEnd = _raws.Count;
        _group = _groupStack[depth];
        _stack[depth] = null;
    }

    private int EndOfLastValue()
    {
        ref var last = ref _raws[_raws.Count - 1];
        return last.Start + last.Length;
    }

    private void AddValue(PathNode node)
    {
        var trimmed = Trimmed(out var start);
        var isCut = _text.Count - _valueStart > Bounds.TextLength;
        if (trimmed.Length > 0)
            _raws.Add(new RawValue(node, node.IsInItem ? ItemCount : 0, _group, start, trimmed.Length, isCut));
    }

    private ReadOnlySpan<char> Trimmed(out int start)
    {
        var value = _text.Span(_valueStart, _text.Count - _valueStart);
        var whole = value.TrimStart();
        start = _valueStart + value.Length - whole.Length;
        return whole.TrimEnd();
    }
}
