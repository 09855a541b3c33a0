// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Intake;

/// <summary>A received file whose messages are being decided.</summary>
/// <param name="IsZip">False for a file that is one message.</param>
/// <param name="Epoch">The decider's when the feed read where the file stands; what an earlier one prepared is not decided.</param>
internal sealed record OpenFile(
    long Id, long SubmitterId, string Name, long ReceivedAt, int Entries, int NextEntry, bool IsZip, int Epoch);
