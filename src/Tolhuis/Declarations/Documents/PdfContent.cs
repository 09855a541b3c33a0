// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.IO.Compression;

namespace Tolhuis.Declarations.Documents;

/// <summary>
/// PDF (ISO 32000). Refused is a PDF that does something or carries something: JavaScript, starting a program, sending
/// a form, going to another file, an embedded file, rich media, a form of XFA, and one that is locked, because no one
/// can say what is in it. Their names are looked for in every byte of the file, hexadecimal escapes undone, and in
/// streams of objects that are packed in the usual way. An action on opening is not refused for itself: nearly every
/// invoice names the page to begin with, and with the actions above gone that is what remains. A reader of PDF may
/// still see objects where this does not look, so no PDF is ever shown in a page: it is given as a file to be saved.
/// The price: an invoice that carries its own XML (Factur-X) must be printed to a PDF anew; the XML may go besides.
/// </summary>
internal static class PdfContent
{
    private const int TailBytes = 1024;
    private const int MaxNameBytes = 32;
    private const int MaxPeekBytes = 64;
    private const int MaxStreams = 20_000;

    /// <summary>Objects that are unpacked to be looked at, of one file together.</summary>
    private const int MaxUnpackedBytes = 64 << 20;

    private static readonly HashSet<string> Refused = new(StringComparer.Ordinal)
    {
        "JavaScript", "Launch", "SubmitForm", "ImportData", "GoToR", "GoToE", "EmbeddedFile", "EmbeddedFiles",
        "RichMedia", "XFA", "Encrypt",
    };

    public static SniffedContent Sniff(ReadOnlySpan<byte> content)
    {
        if (content.Length < 9 || content[5] is not ((byte)'1' or (byte)'2') || content[6] != '.')
            return SniffedContent.Damaged(DocumentSniffer.Pdf, "%PDF-");
        var tailStart = Math.Max(0, content.Length - TailBytes);
        var tail = content[tailStart..];
        var end = tail.LastIndexOf("%%EOF"u8);
        if (end < 0 || !HasStart(tail[..end], content.Length))
            return SniffedContent.Damaged(DocumentSniffer.Pdf, "%%EOF");
        if (!tail[(end + 5)..].TrimStart(" \t\r\n\0"u8).IsEmpty)
            return new SniffedContent(DocumentSniffer.Pdf, DeclarationsProblems.DocumentTwoKinds, "%%EOF");
        var refused = RefusedName(content);
        refused ??= RefusedInObjects(content);
        return refused is null
            ? new SniffedContent(DocumentSniffer.Pdf) : SniffedContent.Active(DocumentSniffer.Pdf, refused);
    }

    // "startxref" and where the table of objects is, which must lie within the file.
    private static bool HasStart(ReadOnlySpan<byte> tail, int length)
    {
        var at = tail.LastIndexOf("startxref"u8);
        if (at < 0)
            return false;
        var number = tail[(at + 9)..].Trim(" \t\r\n"u8);
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            && offset < length;
    }

    private static string? RefusedName(ReadOnlySpan<byte> content)
    {
        Span<char> name = stackalloc char[MaxNameBytes];
        var lookup = Refused.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = content.IndexOf((byte)'/'); at >= 0;)
        {
            content = content[(at + 1)..];
            var length = ReadName(content, name);
            if (length > 0 && lookup.TryGetValue(name[..length], out var refused))
                return refused;
            at = content.IndexOf((byte)'/');
        }

        return null;
    }

    // 0 for a name that is longer than any that matters.
    private static int ReadName(ReadOnlySpan<byte> content, Span<char> name)
    {
        var length = 0;
        for (var i = 0; i < content.Length && !IsDelimiter(content[i]); i++)
        {
            if (length == name.Length)
                return 0;
            var value = content[i];
            if (value == '#' && i + 2 < content.Length && byte.TryParse(
                content.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var escaped))
            {
                value = escaped;
                i += 2;
            }

            name[length++] = (char)value;
        }

        return length;
    }

    private static bool IsSpace(byte value) => value is 0 or 9 or 10 or 12 or 13 or 32;

    private static bool IsDelimiter(byte value) => value <= 0x20
        || value is (byte)'/' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'(' or (byte)')'
            or (byte)'{' or (byte)'}' or (byte)'%';

    /// <summary>
    /// A stream of objects begins with two numbers, as no picture and few pages do. It is known by that and not by its
    /// dictionary, which can be written in ways that only a whole reader follows.
    /// </summary>
    private static string? RefusedInObjects(ReadOnlySpan<byte> content)
    {
        var left = MaxUnpackedBytes;
        var streams = 0;
        var all = Array.Empty<byte>();
        var rest = content;
        for (var at = rest.IndexOf("stream"u8); at >= 0; at = rest.IndexOf("stream"u8))
        {
            rest = rest[(at + 6)..];
            var packed = rest is [(byte)'\r', (byte)'\n', ..] ? rest[2..] : rest is [(byte)'\n', ..] ? rest[1..] : [];
            if (packed.Length < 2 || !IsZlib(packed))
                continue;
            if (++streams > MaxStreams)
                return "stream";
            // Copied once: a file can hold thousands of streams, and each may go on to its end.
            if (all.Length == 0)
                all = content.ToArray();
            if (Unpack(all, packed.Length, MaxPeekBytes) is not { } start || !IsNumbers(start))
                continue;
            var objects = Unpack(all, packed.Length, left) ?? [];
            left -= objects.Length;
            if (left <= 0)
                return "ObjStm";
            if (RefusedName(objects) is { } refused)
                return refused;
        }

        return null;
    }

    // RFC 1950: the method is deflate, and the first two bytes are a multiple of 31.
    private static bool IsZlib(ReadOnlySpan<byte> packed) =>
        (packed[0] & 0x0F) == 8 && ((packed[0] << 8) + packed[1]) % 31 == 0;

    // Number and place of the first object; a comment may come before them.
    private static bool IsNumbers(ReadOnlySpan<byte> start)
    {
        var rest = start.TrimStart(" \t\r\n\f\0"u8);
        if (rest is [(byte)'%', ..])
            return true;
        for (var number = 0; number < 2; number++)
        {
            var digits = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            if (digits <= 0 || !IsSpace(rest[digits]))
                return false;
            rest = rest[digits..].TrimStart(" \t\r\n\f\0"u8);
        }

        return true;
    }

    /// <summary>What can be unpacked of the last bytes of a file, up to so many; null if nothing can.</summary>
    private static byte[]? Unpack(byte[] all, int length, int most)
    {
        var unpacked = new MemoryStream();
        try
        {
            using var source = new MemoryStream(all, all.Length - length, length, writable: false);
            using var zlib = new ZLibStream(source, CompressionMode.Decompress);
            var buffer = new byte[Math.Min(most, 16 * 1024)];
            for (var read = zlib.Read(buffer); read > 0 && unpacked.Length < most; read = zlib.Read(buffer))
                unpacked.Write(buffer, 0, (int)Math.Min(read, most - unpacked.Length));
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            // What came before the fault is looked at all the same: a reader may do so too.
        }

        return unpacked.Length == 0 ? null : unpacked.ToArray();
    }
}
