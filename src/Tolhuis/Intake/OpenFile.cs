// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Intake;

/// <summary>A received file whose messages are being decided.</summary>
/// <param name="IsZip">False for a file that is one message.</param>
internal sealed record OpenFile(
    long Id, long SubmitterId, string Name, long ReceivedAt, int Entries, int NextEntry, bool IsZip);
