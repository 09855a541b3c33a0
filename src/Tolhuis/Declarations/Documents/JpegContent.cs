// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers.Binary;

namespace Tolhuis.Declarations.Documents;

/// <summary>
/// JPEG (ISO/IEC 10918-1): segments, a frame with its measures, a scan and an end. After the end there may be further
/// JPEG pictures and zeros, which telephones write (multi-picture format), and nothing else: a moving picture after a
/// photograph is refused.
/// </summary>
internal static class JpegContent
{
    private const byte Start = 0xD8;
    private const byte End = 0xD9;
    private const byte Scan = 0xDA;
    private const int MaxPictures = 16;

    public static SniffedContent Sniff(ReadOnlySpan<byte> content)
    {
        var rest = content;
        for (var picture = 0; picture < MaxPictures; picture++)
        {
            if (Length(rest) is not { } length)
                return picture == 0
                    ? SniffedContent.Damaged(DocumentSniffer.Jpeg, "EOI")
                    : new SniffedContent(DocumentSniffer.Jpeg, DeclarationsProblems.DocumentTwoKinds, "EOI");
            rest = rest[length..].TrimStart((byte)0);
            if (rest.IsEmpty)
                return new SniffedContent(DocumentSniffer.Jpeg);
        }

        return new SniffedContent(DocumentSniffer.Jpeg, DeclarationsProblems.DocumentTwoKinds, "EOI");
    }

    /// <summary>Length of the picture that begins here; null if it is none, or has no end.</summary>
    private static int? Length(ReadOnlySpan<byte> content)
    {
        if (content is not [0xFF, Start, ..])
            return null;
        var at = 2;
        var hasFrame = false;
        var hasScan = false;
        while (at + 1 < content.Length)
        {
            if (content[at] != 0xFF)
                return null;
            var marker = content[at + 1];
            at++;
            // Fill bytes may stand before a marker.
            if (marker == 0xFF)
                continue;
            at++;
            if (marker == End)
                return hasFrame && hasScan ? at : null;
            if (marker is Start or 0x00 or 0x01 or (>= 0xD0 and <= 0xD7) || at + 2 > content.Length)
                return null;
            var segment = BinaryPrimitives.ReadUInt16BigEndian(content[at..]);
            if (segment < 2 || at + segment > content.Length)
                return null;
            if (IsFrame(marker))
            {
                if (hasFrame || !HasMeasures(content.Slice(at, segment)))
                    return null;
                hasFrame = true;
            }

            at += segment;
            if (marker != Scan)
                continue;
            hasScan = true;
            at = AfterScan(content, at);
        }

        return null;
    }

    // C4, C8 and CC are tables, not frames.
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static bool HasMeasures(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < 8)
            return false;
        long height = BinaryPrimitives.ReadUInt16BigEndian(frame[3..]);
        long width = BinaryPrimitives.ReadUInt16BigEndian(frame[5..]);
        return height > 0 && width > 0 && width * height <= PngContent.MaxPoints;
    }

    // Within a scan FF 00 is a value and FF D0 to D7 a restart; any other marker ends it.
    private static int AfterScan(ReadOnlySpan<byte> content, int at)
    {
        while (at + 1 < content.Length)
        {
            var next = content[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= content.Length)
                return content.Length;
            at += next;
            if (content[at + 1] is not (0x00 or (>= 0xD0 and <= 0xD7)))
                return at;
            at += 2;
        }

        return content.Length;
    }
}
