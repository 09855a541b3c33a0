// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers.Binary;

namespace Tolhuis.Declarations.Documents;

/// <summary>What a content is by its own bytes: a media type, or the code of what is wrong with it.</summary>
/// <param name="MediaType">What it is, or says it is; empty if it begins like nothing that is known.</param>
/// <param name="Fault">A code of <see cref="DeclarationsProblems"/>; null if it is fit to be kept.</param>
/// <param name="What">Word for a person: the part that is wrong, or what the content would do.</param>
internal readonly record struct SniffedContent(string MediaType, string? Fault = null, string What = "")
{
    public static SniffedContent Damaged(string mediaType, string what) =>
        new(mediaType, DeclarationsProblems.DocumentDamaged, what);

    public static SniffedContent Active(string mediaType, string what) =>
        new(mediaType, DeclarationsProblems.DocumentActive, what);
}

/// <summary>
/// Says by the bytes alone what a content is; the name and the type that a sender states count for nothing. More than
/// the first bytes are asked: a content must have the structure of its kind from its first byte to its last, so that
/// it is not at the same time something else (a page with script, an archive, a PDF). It is no virus scanner, and
/// nothing rests on it alone: a document is only given as a file to be saved, with a policy under which nothing of it
/// runs; a picture alone is shown, and only if it is asked for as one. Own code, because libraries that name a type by
/// its first bytes take what is two things at once.
/// </summary>
internal static class DocumentSniffer
{
    public const string Pdf = "application/pdf";
    public const string Xml = "application/xml";
    public const string Jpeg = "image/jpeg";
    public const string Png = "image/png";
    public const string Text = "text/plain";

    // Readers look for the head of a PDF this far in, and for the end of a zip this far from the end.
    private const int PdfHeadBytes = 1024;
    private const int ZipTailBytes = 65_535 + 22;

    public static SniffedContent Sniff(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty)
            return new SniffedContent("", DeclarationsProblems.DocumentEmpty);
        var found = content switch
        {
            [0x25, 0x50, 0x44, 0x46, 0x2D, ..] => PdfContent.Sniff(content),
            [0xFF, 0xD8, 0xFF, ..] => JpegContent.Sniff(content),
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => PngContent.Sniff(content),
            _ => TextContent.Sniff(content),
        };
        if (found.Fault is null && IsSomethingElse(content, found.MediaType) is { } other)
            return new SniffedContent(found.MediaType, DeclarationsProblems.DocumentTwoKinds, other);
        return found;
    }

    private static string? IsSomethingElse(ReadOnlySpan<byte> content, string mediaType)
    {
        var head = content[..Math.Min(content.Length, PdfHeadBytes)];
        if (mediaType != Pdf && head.IndexOf("%PDF-"u8) >= 0)
            return "PDF";
        return EndsAsZip(content) ? "ZIP" : null;
    }

    // A zip is found from its end, whatever stands before it. The four bytes alone may come about by chance; with a
    // directory that would lie within the file they do not.
    private static bool EndsAsZip(ReadOnlySpan<byte> content)
    {
        var tail = content[Math.Max(0, content.Length - ZipTailBytes)..];
        for (var at = tail.LastIndexOf("PK\u0005\u0006"u8); at >= 0; at = tail[..at].LastIndexOf("PK\u0005\u0006"u8))
        {
            var end = tail[at..];
            var position = (uint)(content.Length - tail.Length + at);
            if (end.Length < 22)
                continue;
            var size = BinaryPrimitives.ReadUInt32LittleEndian(end[12..]);
            var offset = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
            var isZip64 = size == uint.MaxValue || offset == uint.MaxValue;
            if (isZip64 || (ulong)size + offset <= position)
                return true;
        }

        return false;
    }
}
