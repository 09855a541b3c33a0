// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers.Binary;
using System.Text.Json;

namespace Tolhuis.Soak.Child;

/// <summary>What a frame asks for or answers.</summary>
internal enum FrameKind : byte
{
    /// <summary>From the child: the store is open and rebuilt.</summary>
    Ready = 1,
    Lodge = 2,
    Receive = 3,
    WaitDecided = 4,
    Stored = 5,
    Files = 6,
    Spool = 7,
    Totals = 8,
    Verify = 9,
    State = 10,
    Stop = 11,
}

/// <summary>One frame over a pipe: length, kind, tag, payload. A request and its answer carry the same tag.</summary>
internal readonly record struct Frame(FrameKind Kind, long Tag, byte[] Payload)
{
    private const int HeadBytes = 13;
    private const int MaxPayload = 64 << 20;

    public static Frame Of<T>(FrameKind kind, long tag, T content) =>
        new(kind, tag, JsonSerializer.SerializeToUtf8Bytes(content));

    public T Content<T>() => JsonSerializer.Deserialize<T>(Payload)!;

    /// <summary>The frame as it goes over the pipe: one write each, so that a kill never leaves half an answer of several.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[HeadBytes + Payload.Length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, Payload.Length);
        bytes[4] = (byte)Kind;
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(5), Tag);
        Payload.CopyTo(bytes, HeadBytes);
        return bytes;
    }

    /// <summary>Reads one frame; null at the end of the pipe, also in the middle of a frame.</summary>
    public static async Task<Frame?> Read(Stream stream)
    {
        var head = new byte[HeadBytes];
        if (await stream.ReadAtLeastAsync(head, HeadBytes, throwOnEndOfStream: false) < HeadBytes)
            return null;
        var length = BinaryPrimitives.ReadInt32LittleEndian(head);
        if (length is < 0 or > MaxPayload)
            throw new InvalidDataException($"A frame of {length} bytes.");
        var payload = new byte[length];
        if (await stream.ReadAtLeastAsync(payload, length, throwOnEndOfStream: false) < length)
            return null;
        return new Frame((FrameKind)head[4], BinaryPrimitives.ReadInt64LittleEndian(head.AsSpan(5)), payload);
    }
}
