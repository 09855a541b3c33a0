// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;

namespace Tolhuis.Declarations.Reading;

/// <summary>
/// What a JSON message says in other words than XML does (its kind), and what is said about places that do not fit.
/// </summary>
internal sealed partial class MessageScan
{
    /// <summary>Words of <c>messageKind</c>, with the function and the type that XML has for them.</summary>
    public static readonly IReadOnlyList<(string Word, string Function, string Type)> MessageKinds =
    [
        ("newDeclaration", "9", ""),
        ("amendment", "13", "COR"),
        // Whether the declaration was accepted makes the difference between these two; the message cannot show it.
        ("correction", "13", "COR"),
        ("invalidation", "1", "INV"),
        ("repaymentOrRemission", "37", "RRA"),
        ("presentation", "24", "GPR"),
        ("supplement", "34", "SUP"),
    ];

    /// <summary>
    /// XML says kind, declaration type and additional type in two values of its own; recognition asks for those.
    /// </summary>
    private void AddHeaders(JsonTree tree)
    {
        var word = HeaderText(tree.MessageKind);
        var (function, whole) = (word.ToString(), "");
        foreach (var kind in MessageKinds)
        {
            if (word.SequenceEqual(kind.Word))
                (function, whole) = (kind.Function, kind.Type);
        }

        // Without declaration type (it is optional in H7) the first two letters say import.
        var type = HeaderText(tree.DeclarationType);
        var additional = HeaderText(tree.AdditionalType);
        if (whole.Length == 0)
            whole = string.Concat(type.IsEmpty && !additional.IsEmpty ? "IM" : type, additional);
        AddHeader(tree.Function, function);
        AddHeader(tree.WholeType, whole);
    }

    private ReadOnlySpan<char> HeaderText(PathNode? place)
    {
        for (var i = 0; i < _raws.Count; i++)
        {
            if (ReferenceEquals(_raws[i].Place, place))
                return TextOf(_raws[i].Start, _raws[i].Length);
        }

        return default;
    }

    private void AddHeader(PathNode place, string text)
    {
        _valueStart = _text.Count;
        text.CopyTo(_text.Reserve(text.Length));
        _text.Advance(text.Length);
        AddValue(place);
    }

    private void NoteShape(PathNode place, bool wantsArray, int depth)
    {
        // The words of JSON itself, the same in both languages.
        var form = wantsArray ? "array" : place.IsKept ? "string" : "object";
        Note(DeclarationsProblems.MessageShape, place, PointerHere(depth, place.Json!.Text), form);
    }

    private void NoteCharacter(PathNode place, int depth)
    {
        var text = _text.Span(_valueStart, _text.Count - _valueStart);
        var character = (int)text[text.IndexOfAny(Forbidden)];
        Note(
            DeclarationsProblems.MessageCharacter,
            place,
            PointerHere(depth, place.Json!.Text),
            character.ToString("X4", CultureInfo.InvariantCulture));
    }

    private void NoteName(string code, string name, int depth)
    {
        name = Bounded(name);
        Note(code, null, PointerHere(depth, name), name);
    }

    private void Note(string code, PathNode? place, string pointer, params string[] arguments)
    {
        if (_notes.Count >= Bounds.Problems)
            return;
        var element = place?.Group ?? (place is { Rules.Count: > 0 } ? place.Rules[0].Element : null);
        _notes.Add(new ScanFault(code, arguments) { DataElement = element?.Number ?? "", Pointer = pointer });
    }

    /// <summary>Pointer to the value that comes next, by the objects and arrays that are open.</summary>
    private string PointerHere(int depth, string name)
    {
        var pointer = new StringBuilder();
        for (var i = 1; i <= depth; i++)
        {
            ref var outer = ref _frames[i - 1];
            if (outer.IsArray)
                pointer.Append(CultureInfo.InvariantCulture, $"/{outer.Entries - 1}");
            else
                Pointer.AppendName(pointer, i == depth ? name : _frames[i].Place?.Json!.Text ?? _frames[i].Name);
        }

        return pointer.ToString();
    }
}
