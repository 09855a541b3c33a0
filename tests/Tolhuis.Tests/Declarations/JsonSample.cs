// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tolhuis.Simulator.Messages;

namespace Tolhuis.Tests.Declarations;

/// <summary>Our own messages as JSON, and ways to take a value away by its JSON pointer.</summary>
internal static class JsonSample
{
    private static readonly JsonSerializerOptions Plain =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string H7 { get; } = Of(SampleMessages.H7);

    public static string H1 { get; } = Of(SampleMessages.H1);

    private static string Of(string xml) => Encoding.UTF8.GetString(JsonTranscript.Of(SampleMessages.Utf8(xml)));

    public static byte[] Bytes(JsonNode message) => Encoding.UTF8.GetBytes(message.ToJsonString(Plain));

    /// <summary>One of our messages without the value at a pointer.</summary>
    public static byte[] Without(string message, string pointer)
    {
        var node = JsonNode.Parse(message)!;
        Replace(node, pointer, null);
        return Bytes(node);
    }

    /// <summary>One of our messages with another value at a pointer.</summary>
    public static byte[] With(string message, string pointer, JsonNode value)
    {
        var node = JsonNode.Parse(message)!;
        Replace(node, pointer, value);
        return Bytes(node);
    }

    public static void Replace(JsonNode message, string pointer, JsonNode? value)
    {
        var at = pointer.LastIndexOf('/');
        var holder = At(message, pointer[..at]);
        var name = pointer[(at + 1)..];
        if (holder is JsonArray array)
        {
            var index = int.Parse(name, System.Globalization.CultureInfo.InvariantCulture);
            array.RemoveAt(index);
            if (value is not null)
                array.Insert(index, value);
            return;
        }

        if (!holder.AsObject().Remove(name) && value is null)
            throw new ArgumentException($"{pointer} is not there.");
        if (value is not null)
            holder.AsObject().Add(name, value);
    }

    public static JsonNode At(JsonNode message, string pointer)
    {
        foreach (var step in pointer.Split('/').Skip(1))
        {
            message = message is JsonArray array
                ? array[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]!
                : message[step]!;
        }

        return message;
    }

    /// <summary>Pointers to all values.</summary>
    public static IEnumerable<string> Leaves(JsonNode node, string pointer = "") => node switch
    {
        JsonObject its => its.SelectMany(p => Leaves(p.Value!, $"{pointer}/{p.Key}")),
        JsonArray its => its.SelectMany((entry, i) => Leaves(entry!, $"{pointer}/{i}")),
        _ => [pointer],
    };
}
