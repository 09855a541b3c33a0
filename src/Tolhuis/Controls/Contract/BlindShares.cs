// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers.Binary;
using System.IO.Hashing;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Controls.Contract;

/// <summary>
/// Which orders are examined without their reasons: a dated share of each kind (table <c>controls.blind</c>), so that
/// what is found can be compared with and without knowing why. The draw is of the number and the day of the order: the
/// same at every look, and no one chooses it.
/// </summary>
public static class BlindShares
{
    private const int Million = 1_000_000;

    /// <param name="law">Law of the day on which it was ordered.</param>
    /// <param name="kind">1 mandatory, 2 sample, 3 profile.</param>
    public static bool IsDrawn(LawOfTheDay law, long orderId, int kind)
    {
        var share = Share(law, kind);
        if (share is 0 or >= Million)
            return share != 0;
        Span<byte> key = stackalloc byte[12];
        BinaryPrimitives.WriteInt64LittleEndian(key, orderId);
        BinaryPrimitives.WriteInt32LittleEndian(key[8..], law.Day.DayNumber);
        return XxHash3.HashToUInt64(key) % Million < (ulong)share;
    }

    private static int Share(LawOfTheDay law, int kind)
    {
        var name = kind switch
        {
            1 => "mandatory",
            2 => "sample",
            _ => "profile",
        };
        var row = law.Rows("controls.blind").FirstOrDefault(row => row["kind"] == name);
        return row is not null && int.TryParse(row["share_per_million"], out var share) ? share : 0;
    }
}
