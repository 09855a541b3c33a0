// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Simulator;

/// <summary>What to simulate. Same plan, same bytes.</summary>
public sealed record SimulationPlan
{
    /// <summary>The Dutch customs office takes at most this many messages in one file.</summary>
    public const int MostMessagesPerZip = 10_000;

    /// <summary>Above half of all messages the traffic would no longer be traffic.</summary>
    public const double HighestBadMessageRate = 0.5;

    /// <summary>Goods lines in good messages, exactly; bad messages come on top of them.</summary>
    public long Lines { get; init; } = 10_000;

    /// <summary>Seed of the traffic: who sends what and when.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>
    /// Seed of the parties: declarants, sellers, platforms and their numbers. The same in two plans whose traffic goes
    /// to one register of parties, such as a day of yesterday and the live stream of today.
    /// </summary>
    public long WorldSeed { get; init; } = 1;

    /// <summary>
    /// First day, as a Dutch civil date; it decides the additional procedure codes, for the law changed on 1 July 2026.
    /// </summary>
    public DateOnly Day { get; init; } = new(2026, 11, 24);

    public int Days { get; init; } = 1;

    /// <summary>Share of all messages that is bad, 0 to 0.5.</summary>
    public double BadMessageRate { get; init; } = 0.01;

    /// <summary>A file is sent when it holds this many messages, or at the end of the hour.</summary>
    public int MessagesPerZip { get; init; } = 4_000;

    /// <summary>Share of all lines that is in full declarations (H1), 0 to 1.</summary>
    public double H1Share { get; init; } = 0.03;

    /// <summary>Share of all lines that is post, 0 to 1.</summary>
    public double PostShare { get; init; } = 0.03;

    /// <summary>
    /// Share of all messages that is lodged before the goods are presented (type D), 0 to 1. What follows on them needs
    /// the number that customs gives: see <see cref="Life.SimulatedLife"/>.
    /// </summary>
    public double PrelodgedShare { get; init; }

    /// <summary>Share of all messages that is sent as JSON with EUCDM names, 0 to 1; the others are XML.</summary>
    public double JsonShare { get; init; }

    /// <summary>Stronger compression makes files a fifth smaller and takes about twice the time.</summary>
    public bool CompressStrongly { get; init; }

    /// <summary>Says which value is outside its limits, in one sentence; null if the plan can be carried out.</summary>
    public string? Fault => this switch
    {
        { Lines: < 1 or > 10_000_000_000 } => "Lines must be 1 to 10,000,000,000.",
        { Days: < 1 or > 3660 } => "Days must be 1 to 3660.",
        { Day.Year: < 2000 or > 2090 } => "The day must lie in the years 2000 to 2090.",
        { BadMessageRate: not (>= 0 and <= HighestBadMessageRate) } => "The rate of bad messages must be 0 to 0.5.",
        { MessagesPerZip: < 1 or > MostMessagesPerZip } => "A file holds 1 to 10,000 messages.",
        { H1Share: not (>= 0 and <= 1) } or { PostShare: not (>= 0 and <= 1) } or { JsonShare: not (>= 0 and <= 1) }
            or { PrelodgedShare: not (>= 0 and <= 1) } =>
            "A share must be 0 to 1.",
        _ => H1Share + PostShare > 1 ? "The shares of H1 and post are together more than 1." : null,
    };
}
