// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Simulator.Traffic;

/// <summary>A planted way of not complying. Documented in docs/explanation/simulated-traffic.md.</summary>
internal enum Mechanism : byte
{
    None,
    Undervaluation,
    WrongCode,
    VagueDescription,
    FalseDescription,
    RestrictedGoods,
    HiddenRestrictedGoods,
    WrongMass,
    Splitting,
    IossOfOtherPlatform,
    IossUnknown,
}

/// <summary>How often each mechanism occurs over all traffic, and what it is called in the truth.</summary>
internal static class Mechanisms
{
    public const int Count = (int)Mechanism.IossUnknown + 1;

    /// <summary>The mechanisms that sit at one goods line; the others are about a whole message or order.</summary>
    public static readonly Mechanism[] AtLine =
    [
        Mechanism.Undervaluation, Mechanism.WrongCode, Mechanism.VagueDescription, Mechanism.FalseDescription,
        Mechanism.RestrictedGoods, Mechanism.HiddenRestrictedGoods, Mechanism.WrongMass,
    ];

    private static readonly string[] Codes =
    [
        "none", "undervaluation", "wrong-code", "vague-description", "false-description", "restricted-goods",
        "hidden-restricted-goods", "wrong-mass", "splitting", "ioss-of-other-platform", "ioss-unknown",
    ];

    // Lines in a million for the mechanisms at a line; orders of web shops for splitting; messages under IOSS for
    // misuse.
    private static readonly int[] PerMillion =
        [0, 20_000, 10_000, 15_000, 5_000, 1_000, 1_000, 5_000, 3_000, 4_000, 2_000];

    public static string CodeOf(Mechanism mechanism) => Codes[(int)mechanism];

    public static int RateOf(Mechanism mechanism) => PerMillion[(int)mechanism];
}
