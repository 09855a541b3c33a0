// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers.Binary;
using System.IO.Hashing;

namespace Tolhuis.Declarations.Documents;

/// <summary>PNG (ISO/IEC 15948): chunks with a check number, IHDR first, IEND last and nothing after it.</summary>
internal static class PngContent
{
    private const int SignatureBytes = 8;
    private const int ChunkFrame = 12;

    /// <summary>A picture of more points would fill the memory of whoever looks at it.</summary>
    internal const long MaxPoints = 100_000_000;

    public static SniffedContent Sniff(ReadOnlySpan<byte> content)
    {
        var rest = content[SignatureBytes..];
        var isFirst = true;
        var hasImage = false;
        while (rest.Length >= ChunkFrame)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - ChunkFrame)
                return SniffedContent.Damaged(DocumentSniffer.Png, "chunk");
            var body = (int)length;
            var name = rest.Slice(4, 4);
            if (Crc32.HashToUInt32(rest.Slice(4, body + 4))
                != BinaryPrimitives.ReadUInt32BigEndian(rest[(body + 8)..]))
                return SniffedContent.Damaged(DocumentSniffer.Png, "CRC");
            if (isFirst && !IsHead(name, rest.Slice(8, body)))
                return SniffedContent.Damaged(DocumentSniffer.Png, "IHDR");
            isFirst = false;
            hasImage |= name.SequenceEqual("IDAT"u8);
            rest = rest[(body + ChunkFrame)..];
            if (name.SequenceEqual("IEND"u8))
                return End(rest, hasImage);
        }

        return SniffedContent.Damaged(DocumentSniffer.Png, "IEND");
    }

    private static bool IsHead(ReadOnlySpan<byte> name, ReadOnlySpan<byte> body)
    {
        if (!name.SequenceEqual("IHDR"u8) || body.Length != 13)
            return false;
        long width = BinaryPrimitives.ReadUInt32BigEndian(body);
        long height = BinaryPrimitives.ReadUInt32BigEndian(body[4..]);
        return width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue && width <= MaxPoints / height;
    }

    private static SniffedContent End(ReadOnlySpan<byte> rest, bool hasImage) => (rest.IsEmpty, hasImage) switch
    {
        (_, false) => SniffedContent.Damaged(DocumentSniffer.Png, "IDAT"),
        (true, _) => new SniffedContent(DocumentSniffer.Png),
        _ => new SniffedContent(DocumentSniffer.Png, DeclarationsProblems.DocumentTwoKinds, "IEND"),
    };
}
