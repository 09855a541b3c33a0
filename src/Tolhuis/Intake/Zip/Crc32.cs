// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers.Binary;

namespace Tolhuis.Intake.Zip;

/// <summary>
/// Checksum of a zip entry (ISO 3309, polynomial 0xEDB88320), eight bytes at a time. The framework reads entries
/// without comparing it, and a changed digit in a stored entry is still well-formed XML.
/// </summary>
internal static class Crc32
{
    private const int Tables = 8;
    private static readonly uint[] Table = MakeTables();

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var table = Table;
        var crc = uint.MaxValue;
        while (bytes.Length >= Tables)
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = table[7 * 256 + (int)(low & 0xFF)] ^ table[6 * 256 + (int)(low >> 8 & 0xFF)]
                ^ table[5 * 256 + (int)(low >> 16 & 0xFF)] ^ table[4 * 256 + (int)(low >> 24)]
                ^ table[3 * 256 + (int)(high & 0xFF)] ^ table[2 * 256 + (int)(high >> 8 & 0xFF)]
                ^ table[256 + (int)(high >> 16 & 0xFF)] ^ table[(int)(high >> 24)];
            bytes = bytes[Tables..];
        }

        foreach (var value in bytes)
            crc = table[(int)((crc ^ value) & 0xFF)] ^ crc >> 8;
        return ~crc;
    }

    private static uint[] MakeTables()
    {
        const uint Polynomial = 0xEDB88320;
        var table = new uint[Tables * 256];
        for (var i = 0; i < 256; i++)
        {
            var crc = (uint)i;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? crc >> 1 ^ Polynomial : crc >> 1;
            table[i] = crc;
        }

        for (var i = 256; i < table.Length; i++)
            table[i] = table[i - 256] >> 8 ^ table[(int)(table[i - 256] & 0xFF)];
        return table;
    }
}
