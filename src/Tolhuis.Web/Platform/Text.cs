// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Web.Platform;

/// <summary>
/// One text of the screen in both languages. Written side by side, so that no text can exist in one of them only.
/// Arguments stand as {0}, {1}; they are formatted by the language before they come in.
/// </summary>
public sealed record Text(string Nl, string En);

/// <summary>A text that counts: one, and more (or none).</summary>
public sealed record CountedText(Text One, Text Many);
