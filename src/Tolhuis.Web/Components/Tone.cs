// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Web.Components;

/// <summary>
/// How a state or notice looks: always a shape and a word with the colour. Danger is only for "act now or a right is
/// lost".
/// </summary>
public enum Tone
{
    Neutral,
    Active,
    Done,
    Attention,
    Danger,
}
