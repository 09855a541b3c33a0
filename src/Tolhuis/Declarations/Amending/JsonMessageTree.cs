// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tolhuis.Declarations.Contract;
using Tolhuis.Declarations.Reading;

namespace Tolhuis.Declarations.Amending;

/// <summary>
/// A message in JSON; numbers stay as they are written. What is added takes the place that the table of names gives it.
/// </summary>
internal sealed class JsonMessageTree : IMessageTree
{
    private readonly JsonObject _message;
    private readonly JsonTree _names;

    private JsonMessageTree(JsonObject message, JsonTree names)
    {
        _message = message;
        _names = names;
    }

    public static JsonMessageTree? Load(ReadOnlyMemory<byte> message, JsonTree names) =>
        JsonNode.Parse(
            MessageScan.Trim(message).Span, null, new JsonDocumentOptions { MaxDepth = Bounds.Depth + 2 })
            is JsonObject root ? new JsonMessageTree(root, names) : null;

    public bool TryApply(IReadOnlyList<ValueEdit> edits)
    {
        var found = new (JsonObject Holder, string Name)[edits.Count];
        for (var i = 0; i < found.Length; i++)
        {
            if (edits[i].Pointer.Length == 0)
                continue;
            var slash = edits[i].Pointer.LastIndexOf('/');
            if (At(edits[i].Pointer[..slash]) is not JsonObject holder)
                return false;
            found[i] = (holder, edits[i].Pointer[(slash + 1)..]);
        }

        var items = (_message["goodsShipment"] as JsonObject)?["goodsItem"] as JsonArray;
        for (var i = 0; i < found.Length; i++)
        {
            var value = edits[i].Value;
            if (found[i].Holder is { } holder && value is not null)
                holder[found[i].Name] = value;
            else if (found[i].Holder is { } around)
                Remove(around, found[i].Name);
            else if (value is not null)
                Add(items![edits[i].Item - 1]!.AsObject(), edits[i].Place, value);
        }

        return true;
    }

    public bool TryMakeAmendment(AmendmentHead head, bool isFollowUp)
    {
        Write("messageKind", "amendment");
        Write("lrn", head.Lrn.ToString());
        Write("mrn", head.Mrn.ToString());
        Write("reason", new JsonObject { ["code"] = head.ReasonCode, ["text"] = head.ReasonText });
        return true;
    }

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        // A message is no part of a page, and other letters than ASCII would take three times the room.
        var options = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var writer = new Utf8JsonWriter(stream, options))
            _message.WriteTo(writer);
        return stream.ToArray();
    }

    private JsonNode? At(string pointer)
    {
        JsonNode? at = _message;
        foreach (var step in pointer.Split('/').Skip(1))
        {
            at = at switch
            {
                JsonObject its => its[step],
                JsonArray its when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                    && index < its.Count => its[index],
                _ => null,
            };
        }

        return at;
    }

    private void Write(string name, JsonNode value)
    {
        if (_message.ContainsKey(name))
            _message[name] = value;
        else
            Insert(_message, _names.Root, name, value);
    }

    private static void Add(JsonObject item, PathNode place, string value)
    {
        var steps = new Stack<PathNode>();
        for (var node = place; !node.IsItem; node = node.Parent!)
            steps.Push(node);
        var at = item;
        while (steps.Count > 1)
        {
            var step = steps.Pop();
            if (at[step.Json!.Text] is not JsonObject next)
                Insert(at, step.Parent!, step.Json.Text, next = []);
            at = next;
        }

        Insert(at, place.Parent!, place.Json!.Text, value);
    }

    /// <summary>Before the first property that comes later in the table.</summary>
    private static void Insert(JsonObject holder, PathNode place, string name, JsonNode value)
    {
        var order = place.Children.Select(child => child.Json!.Text).ToList();
        var own = order.IndexOf(name);
        var index = 0;
        while (index < holder.Count && order.IndexOf(holder.GetAt(index).Key) <= own)
            index++;
        holder.Insert(index, name, value);
    }

    /// <summary>Takes a value away, and the objects around it that are then empty.</summary>
    private static void Remove(JsonObject holder, string name)
    {
        holder.Remove(name);
        while (holder is { Count: 0, Parent: JsonObject outer })
        {
            outer.Remove(holder.GetPropertyName());
            holder = outer;
        }
    }
}
