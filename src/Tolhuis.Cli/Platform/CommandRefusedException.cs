// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Cli.Platform;

/// <summary>The command cannot be carried out as given; the sentence says why and what to do.</summary>
internal sealed class CommandRefusedException(string sentence) : Exception(sentence);
