// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers.Binary;
using System.Security.Cryptography;
using Tolhuis.Kernel;

namespace Tolhuis.Risk;

/// <summary>
/// The random sample: a keyed hash (HMAC-SHA-256) over consignment and goods with the secret key of the day, read as a fraction
/// of 2^64. A line is drawn if the fraction is below the share. No one without the key can foresee it, everyone with the key
/// can recompute it, and it does not depend on who lodges, when, or under which number.
/// </summary>
public static class SampleDraw
{
    public static ulong Fraction(ReadOnlySpan<byte> dayKey, ulong consignment, CommodityCode code)
    {
        Span<byte> message = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(message, consignment);
        BinaryPrimitives.WriteInt64LittleEndian(message[8..], code.Hs6.TenDigits);
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(dayKey, message, mac);
        return BinaryPrimitives.ReadUInt64LittleEndian(mac);
    }

    /// <param name="fraction">As <see cref="Fraction"/> gives it.</param>
    /// <param name="sharePerMillion">0 to 1,000,000.</param>
    public static bool IsDrawn(ulong fraction, long sharePerMillion) =>
        (ulong)(((UInt128)fraction * 1_000_000) >> 64) < (ulong)sharePerMillion;
}
