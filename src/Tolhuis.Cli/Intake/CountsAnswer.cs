// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Intake.Contract;

namespace Tolhuis.Cli.Intake;

/// <summary>
/// Counts as commands print them: messages = accepted + rejected + unreadable + duplicates + quarantined.
/// </summary>
internal sealed record CountsAnswer(
    long Files, long Messages, long Accepted, long Rejected, long Unreadable, long Duplicates, long Quarantined,
        long Lines,
    long Released, long Selected, long Undecided)
{
    public static CountsAnswer From(in IntakeCounts counts) => new(
        counts.Files, counts.Messages, counts.Accepted, counts.Rejected, counts.Unreadable, counts.Duplicates,
        counts.Quarantined, counts.Lines, counts.Released, counts.Selected, counts.Undecided);
}
