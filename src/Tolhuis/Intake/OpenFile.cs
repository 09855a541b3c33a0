// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Intake;

/// <summary>A received file whose messages are being decided.</summary>
/// <param name="Feeding">Number of the feeding that it belongs to, see <see cref="Decider.Feeding"/>.</param>
internal sealed record OpenFile(long Id, long ReceivedAt, int Entries, int Feeding);
