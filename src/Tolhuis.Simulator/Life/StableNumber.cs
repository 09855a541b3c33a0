// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;

namespace Tolhuis.Simulator.Life;

/// <summary>A number made from an LRN: the same on every machine and in every run.</summary>
internal static class StableNumber
{
    public static long Of(string lrn)
    {
        var number = 0xCBF29CE484222325UL;
        foreach (var one in Encoding.UTF8.GetBytes(lrn))
            number = unchecked((number ^ one) * 0x100000001B3UL);
        return unchecked((long)number);
    }
}
