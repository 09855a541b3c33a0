// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers.Binary;
using System.Security.Cryptography;
using Tolhuis.Kernel;

namespace Tolhuis.Risk;

/// <summary>
/// The random sample: a keyed hash (HMAC-SHA-256) over consignment and goods with the secret key of the day, read as a
/// fraction of 2^64. A line is drawn if the fraction is below the share. No one without the key can foresee it,
/// everyone
/// with the key can recompute it, and it does not depend on who lodges, when, or under which number.
/// </summary>
public static class SampleDraw
{
    // Setting up a key costs more than the hash itself, and a thread draws thousands of times with one key.
    [ThreadStatic]
    private static (byte[] Key, IncrementalHash Hash) _keyed;

    /// <param name="dayKey">Secret key of the day; must not change afterwards.</param>
    public static ulong Fraction(byte[] dayKey, ulong consignment, CommodityCode code)
    {
        if (!ReferenceEquals(_keyed.Key, dayKey))
        {
            _keyed.Hash?.Dispose();
            _keyed = (dayKey, IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, dayKey));
        }

        Span<byte> message = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(message, consignment);
        BinaryPrimitives.WriteInt64LittleEndian(message[8..], code.Hs6.TenDigits);
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        _keyed.Hash.AppendData(message);
        _keyed.Hash.GetHashAndReset(mac);
        return BinaryPrimitives.ReadUInt64LittleEndian(mac);
    }

    /// <param name="fraction">As <see cref="Fraction"/> gives it.</param>
    /// <param name="sharePerMillion">0 to 1,000,000.</param>
    public static bool IsDrawn(ulong fraction, long sharePerMillion) => PerMillion(fraction) < sharePerMillion;

    /// <summary>The fraction in millionths, rounded down: 0 to 999,999.</summary>
    public static long PerMillion(ulong fraction) => (long)(((UInt128)fraction * 1_000_000) >> 64);
}
