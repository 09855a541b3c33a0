// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace Tolhuis.Tests.Declarations.Documents;

/// <summary>The smallest documents of every kind that is taken, and what is planted in them.</summary>
internal static class SampleDocuments
{
    public static byte[] Pdf(string objects = "") => PdfOf(Encoding.Latin1.GetBytes(objects));

    /// <summary>A PDF whose further objects are packed in a stream of objects, as most programs write them.</summary>
    public static byte[] PackedPdf(string objects)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(Encoding.Latin1.GetBytes("5 0 6 20 " + objects));
        return PdfOf([
            .. Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture,
                $"4 0 obj\n<< /Type /ObjStm /N 2 /First 9 /Filter /FlateDecode /Length {packed.Length} >>\nstream\n")),
            .. packed.ToArray(), .. "\nendstream\nendobj\n"u8,
        ]);
    }

    public static byte[] Png(uint width = 1, uint height = 1)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(head, width);
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, 0);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write([0, 0x7F]);
        return
        [
            0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", head), .. Chunk("IDAT", packed.ToArray()),
            .. Chunk("IEND", []),
        ];
    }

    public static byte[] Jpeg(ushort width = 1, ushort height = 1) =>
    [
        0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0,
        0xFF, 0xC0, 0x00, 0x0B, 8, (byte)(height >> 8), (byte)(height & 0xFF), (byte)(width >> 8),
        (byte)(width & 0xFF), 1, 1, 0x11, 0,
        0xFF, 0xDA, 0x00, 0x08, 1, 1, 0, 0, 63, 0, 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56,
        0xFF, 0xD9,
    ];

    public static byte[] Zip(string name = "a.txt", string content = "a")
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry(name).Open())
            entry.Write(Encoding.UTF8.GetBytes(content));
        return bytes.ToArray();
    }

    public static byte[] Chunk(string name, byte[] body)
    {
        var chunk = new byte[body.Length + 12];
        BinaryPrimitives.WriteUInt32BigEndian(chunk, (uint)body.Length);
        Encoding.ASCII.GetBytes(name, chunk.AsSpan(4));
        body.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(
            chunk.AsSpan(body.Length + 8), Crc32.HashToUInt32(chunk.AsSpan(4, body.Length + 4)));
        return chunk;
    }

    private static byte[] PdfOf(byte[] objects)
    {
        byte[] body =
        [
            .. "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R /OpenAction [3 0 R /Fit] >>\nendobj\n"u8,
            .. "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"u8,
            .. "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>\nendobj\n"u8, .. objects,
        ];
        return
        [
            .. body, .. "trailer\n<< /Root 1 0 R >>\nstartxref\n"u8,
            .. Encoding.ASCII.GetBytes(body.Length.ToString(CultureInfo.InvariantCulture)), .. "\n%%EOF\n"u8,
        ];
    }
}
