// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Simulator.Traffic;

/// <summary>What is wrong with a bad message.</summary>
internal enum Fault : byte
{
    None,
    Truncated,
    MissingElement,
    UnknownCode,
    MalformedEori,
    CommaInValue,
    ValueOverLimit,
    DuplicateSame,
    DuplicateOther,
    UnknownMrn,
    Junk,
}

/// <summary>Names of the faults and the answer that a right program gives.</summary>
internal static class Faults
{
    /// <summary>Every kind of bad message, equally often.</summary>
    public static readonly Fault[] All =
    [
        Fault.Truncated, Fault.MissingElement, Fault.UnknownCode, Fault.MalformedEori, Fault.CommaInValue,
        Fault.ValueOverLimit, Fault.DuplicateSame, Fault.DuplicateOther, Fault.UnknownMrn, Fault.Junk,
    ];

    private static readonly string[] Codes =
    [
        "none", "truncated", "missing-element", "unknown-code", "malformed-eori", "comma-in-value", "value-over-150",
        "duplicate-same", "duplicate-other", "unknown-mrn", "junk",
    ];

    public static string CodeOf(Fault fault) => Codes[(int)fault];

    /// <summary>Duplicate: same number and same content gets the earlier answer; other content is refused.</summary>
    public static string ExpectedOutcomeOf(Fault fault) => fault switch
    {
        Fault.Truncated or Fault.Junk => "unreadable",
        Fault.DuplicateSame => "duplicate",
        _ => "rejected",
    };
}
