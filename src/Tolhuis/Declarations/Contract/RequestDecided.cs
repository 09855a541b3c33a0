// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;

namespace Tolhuis.Declarations.Contract;

/// <summary>
/// The detail of a history row of kind <see cref="HistoryKind.RequestDecided"/>: which request, what became of it, and
/// why in words for the declarant. Kept as one line of text: number, state, reason.
/// </summary>
public sealed record RequestDecided(long RequestId, RequestState State, string Reason)
{
    /// <summary>Null if the detail is not of this kind.</summary>
    public static RequestDecided? Parse(string? detail)
    {
        var parts = (detail ?? "").Split(' ', 3);
        return parts.Length >= 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && Enum.TryParse<RequestState>(parts[1], out var state)
                ? new RequestDecided(id, state, parts.Length == 3 ? parts[2] : "")
                : null;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{RequestId} {State} {Reason}").TrimEnd();
}
