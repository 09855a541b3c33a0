// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;

namespace Tolhuis.Web.Controls;

/// <summary>A particular as declared, as established and as it stands now, in the notation that is kept.</summary>
/// <param name="Declared">Null where a line does not have it.</param>
/// <param name="Now">Null where a line does not have it, or where nothing was corrected yet.</param>
public sealed record ParticularRow(int Item, ParticularKind Kind, string? Declared, string Established, string? Now)
{
    /// <summary>True if what stands now is what was established; null where the line does not say.</summary>
    public bool? IsSame => Now is null ? null : ParticularWords.IsSame(Kind, Now, Established);

    /// <param name="was">The line as it was looked at.</param>
    /// <param name="now">The line as it stands; null if nothing is compared.</param>
    public static ParticularRow Of(Particular established, LineRow? was, LineRow? now) => new(
        established.Item, established.Kind, was is null ? null : ParticularWords.Declared(was, established.Kind),
        established.Value, now is null ? null : ParticularWords.Declared(now, established.Kind));
}
