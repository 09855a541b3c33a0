// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Tolhuis.Declarations.Reading;

/// <summary>
/// The JSON shape: the same lists from <see cref="Utf8JsonReader"/>, under the same bounds. Strict UTF-8, no comments,
/// no trailing commas, no name twice, numbers kept as they are written.
/// </summary>
internal sealed partial class MessageScan
{
    // A string of more bytes than this is too long however it is escaped (\uXXXX is six bytes for one character).
    private const int LongestWhole = Bounds.TextLength * 6;

    /// <summary>What XML 1.0 does not allow, so that a value is the same whichever way it came.</summary>
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015"
        + "\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\uFFFE\uFFFF");

    private readonly JsonFrame[] _frames = new JsonFrame[Bounds.Depth + 1];
    private readonly List<ScanFault> _notes = [];
    private int[] _seenIn = [];
    private int _objects;
    private int _unknown;
    private PathNode? _next;
    private string _nextName = "";

    /// <summary>An object or array that is open.</summary>
    private struct JsonFrame
    {
        /// <summary>What stands here; null in what the table does not know.</summary>
        public PathNode? Place;
        public bool IsArray;
        public int Number;
        public int OuterGroup;

        /// <summary>Where among its siblings the next name is looked for first.</summary>
        public int Hint;

        /// <summary>Entries of an array so far, and its name: for pointers to what the table does not know.</summary>
        public int Entries;
        public string Name;
    }

    /// <summary>True if the message is JSON: then pointers into it are JSON pointers (RFC 6901).</summary>
    public bool IsJson { get; private set; }

    /// <summary>What is wrong at places of a JSON message that could be read on, no more than problems.</summary>
    public IReadOnlyList<ScanFault> Notes => _notes;

    private ScanFault? ScanJson(ReadOnlySpan<byte> message)
    {
        IsJson = true;
        RootName = "{";
        var tree = _trie!.Json;
        if (!tree.HasNames)
            return new ScanFault(DeclarationsProblems.MessageNoDeclaration, RootName);
        if (_seenIn.Length != tree.NodeCount)
            _seenIn = new int[tree.NodeCount];
        Array.Clear(_seenIn);
        (_objects, _unknown, _next, _nextName) = (0, 0, tree.Root, "");
        if (!Utf8.IsValid(message))
            return JsonFault(message, FirstInvalid(message));
        // Depth is counted here, so that the problem can name the limit.
        var reader = new Utf8JsonReader(message, new JsonReaderOptions { MaxDepth = Bounds.Depth + 2 });
        try
        {
            if (ReadJson(ref reader, message) is { } fault)
                return fault;
        }
        catch (JsonException fault)
        {
            return new ScanFault(
                DeclarationsProblems.MessageJsonUnreadable,
                Number((int)(fault.LineNumber ?? 0) + 1),
                Number((int)(fault.BytePositionInLine ?? 0) + 1));
        }

        AddHeaders(tree);
        Root = RootKind.Declaration;
        return null;
    }

    private ScanFault? ReadJson(ref Utf8JsonReader reader, ReadOnlySpan<byte> message)
    {
        var values = 0;
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray)
                && (++values > Bounds.Elements || _raws.Count > Bounds.Values))
                return new ScanFault(DeclarationsProblems.MessageTooManyElements, Number(Bounds.Elements));
            if (reader.ValueIsEscaped && HasHalfPair(reader.ValueSpan))
                return JsonFault(message, (int)reader.TokenStartIndex);
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    if (reader.CurrentDepth >= Bounds.Depth)
                        return new ScanFault(DeclarationsProblems.MessageTooDeep, Number(Bounds.Depth));
                    if (OpenJson(reader.CurrentDepth, reader.TokenType == JsonTokenType.StartArray) is { } fault)
                        return fault;
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    CloseJson(ref _frames[reader.CurrentDepth]);
                    break;
                case JsonTokenType.PropertyName:
                    EnterProperty(ref reader, reader.CurrentDepth);
                    break;
                default:
                    TakeValue(ref reader);
                    break;
            }
        }

        return null;
    }

    private ScanFault? OpenJson(int depth, bool isArray)
    {
        var (place, isEntry) = (_next, false);
        if (depth > 0)
            (place, isEntry) = NextPlace(ref _frames[depth - 1]);
        if (place is not null && !IsExpected(place, isArray, isEntry, depth))
            place = null;
        ref var frame = ref _frames[depth];
        frame = new JsonFrame
        {
            Place = place,
            IsArray = isArray,
            Number = ++_objects,
            OuterGroup = _group,
            Name = _nextName,
        };
        if (place is null || isArray)
        {
            if (place?.Group is not null)
                _occurrences[place.Id] = 0;
            return null;
        }

        if (place.IsItem && ++ItemCount > Bounds.Items)
            return new ScanFault(DeclarationsProblems.MessageTooManyItems, Number(Bounds.Items));
        if (place.Group is null)
            return null;
        _groups.Add(new GroupFound
        {
            Place = place,
            Item = place.IsInItem ? ItemCount : 0,
            Occurrence = place.Json!.IsArray ? ++_occurrences[place.Id] : 1,
            Parent = _group,
            RawStart = _raws.Count,
        });
        _group = _groups.Count - 1;
        return null;
    }

    private void CloseJson(ref JsonFrame frame)
    {
        if (frame is { Place.Group: not null, IsArray: false })
            _groups[_group].RawEnd = _raws.Count;
        _group = frame.OuterGroup;
    }

    /// <summary>Place of the value that comes, and whether it is one entry of an array that is open.</summary>
    private (PathNode? Place, bool IsEntry) NextPlace(ref JsonFrame outer)
    {
        if (!outer.IsArray)
            return (_next, false);
        outer.Entries++;
        _nextName = "";
        return (outer.Place, true);
    }

    /// <summary>True for an array or an object where the table has one.</summary>
    private bool IsExpected(PathNode place, bool isArray, bool isEntry, int depth)
    {
        var wantsArray = place.Json!.IsArray && !isEntry;
        if (wantsArray == isArray && (isArray || !place.IsKept))
            return true;
        NoteShape(place, wantsArray, depth);
        return false;
    }

    private void EnterProperty(ref Utf8JsonReader reader, int depth)
    {
        ref var frame = ref _frames[depth - 1];
        _next = null;
        if (Foreign is not null)
            _nextName = reader.GetString()!;
        if (frame.Place is not { } parent)
            return;
        _next = ChildOf(ref reader, parent, ref frame.Hint);
        if (_next is null)
        {
            if (_unknown++ < Bounds.UnknownProperties)
                NoteName(DeclarationsProblems.MessagePropertyUnknown, reader.GetString()!, depth);
            return;
        }

        ref var seen = ref _seenIn[_next.Id - _trie!.Json.FirstId];
        if (seen == frame.Number)
        {
            NoteName(DeclarationsProblems.MessagePropertyTwice, reader.GetString()!, depth);
            _next = null;
            return;
        }

        seen = frame.Number;
    }

    // Senders keep one order, so the child after the last one is nearly always the right one.
    private static PathNode? ChildOf(ref Utf8JsonReader reader, PathNode parent, ref int hint)
    {
        var children = parent.Children;
        for (var i = 0; i < children.Count; i++)
        {
            var at = hint + i < children.Count ? hint + i : hint + i - children.Count;
            if (!reader.ValueTextEquals(children[at].Json!.Utf8))
                continue;
            hint = at + 1 == children.Count ? 0 : at + 1;
            return children[at];
        }

        return null;
    }

    private void TakeValue(ref Utf8JsonReader reader)
    {
        var depth = reader.CurrentDepth;
        if (depth == 0)
            return;
        var (place, isEntry) = NextPlace(ref _frames[depth - 1]);
        if (place is null)
        {
            if (Foreign is not null)
                TakeForeign(ref reader, depth);
            return;
        }

        var isText = reader.TokenType is JsonTokenType.String or JsonTokenType.Number;
        if (!isText || !place.IsKept || place.Json!.IsArray != isEntry)
        {
            NoteShape(place, place.Json!.IsArray && !isEntry, depth);
            return;
        }

        _valueStart = _text.Count;
        if (CopyText(ref reader))
            AddValue(place);
        else
            NoteCharacter(place, depth);

        _text.Cut(_raws.Count == 0 ? 0 : EndOfLastValue());
        _valueStart = _text.Count;
    }

    /// <summary>False for a text with a character that no message may have.</summary>
    private bool CopyText(ref Utf8JsonReader reader)
    {
        var bytes = reader.ValueSpan;
        if (reader.TokenType == JsonTokenType.String && bytes.Length <= LongestWhole)
            _text.Advance(reader.CopyString(_text.Reserve(bytes.Length)));
        else
            _text.Advance(Encoding.UTF8.GetChars(
                bytes[..Math.Min(bytes.Length, Bounds.TextLength + 1)], _text.Reserve(Bounds.TextLength + 1)));
        var length = _text.Count - _valueStart;
        if (length > Bounds.TextLength + 1)
            _text.Cut(_valueStart + Bounds.TextLength + 1);
        return !_text.Span(_valueStart, _text.Count - _valueStart).ContainsAny(Forbidden);
    }

    private void TakeForeign(ref Utf8JsonReader reader, int depth)
    {
        _valueStart = _text.Count;
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Number) || CopyText(ref reader))
        {
            var value = reader.TokenType is JsonTokenType.String or JsonTokenType.Number
                ? Trimmed(out _).ToString()
                : reader.TokenType.ToString().ToLowerInvariant();
            Foreign!.Add(PointerHere(depth, _nextName), IsInItem(depth) ? ItemCount : 0, value);
        }

        _text.Cut(_raws.Count == 0 ? 0 : EndOfLastValue());
        _valueStart = _text.Count;
    }

    private bool IsInItem(int depth)
    {
        for (var i = 0; i < depth; i++)
        {
            if (_frames[i] is { IsArray: false, Place.IsItem: true })
                return true;
        }

        return false;
    }

    private static ScanFault JsonFault(ReadOnlySpan<byte> message, int offset)
    {
        var before = message[..offset];
        return new ScanFault(
            DeclarationsProblems.MessageJsonUnreadable,
            Number(before.Count((byte)'\n') + 1),
            Number(offset - before.LastIndexOf((byte)'\n')));
    }

    /// <summary>Half a surrogate pair, written as an escape: it is no character, and the reader lets it pass.</summary>
    private static bool HasHalfPair(ReadOnlySpan<byte> text)
    {
        var isHighOpen = false;
        for (var i = 0; i < text.Length;)
        {
            var unit = 0;
            if (text[i] == (byte)'\\' && text[i + 1] == (byte)'u')
            {
                _ = Utf8Parser.TryParse(text.Slice(i + 2, 4), out unit, out _, 'x');
                i += 6;
            }
            else
            {
                i += text[i] == (byte)'\\' ? 2 : 1;
            }

            if (isHighOpen != unit is >= 0xDC00 and <= 0xDFFF)
                return true;
            isHighOpen = unit is >= 0xD800 and <= 0xDBFF;
        }

        return isHighOpen;
    }

    private static int FirstInvalid(ReadOnlySpan<byte> message)
    {
        for (var offset = 0; offset < message.Length;)
        {
            if (Rune.DecodeFromUtf8(message[offset..], out _, out var length) != OperationStatus.Done)
                return offset;
            offset += length;
        }

        return message.Length;
    }
}
