// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Portal;

/// <summary>Makes and sends the correction of a trader: the same message and road as his software's.</summary>
internal sealed class PortalCorrections(
    ICorrectionComposer composer, IDeclarations declarations, OpenRoad road)
{
    public IReadOnlyList<CorrectableItem> Items(DeclarationRow row) => composer.Items(row);

    public ComposedCorrection Compose(
        PortalTrader trader, DeclarationRow row, IReadOnlyList<Particular> changes, string reason) =>
        composer.Compose(row, changes, NumberOf(row), reason, trader.Submitter);

    /// <summary>Null while the road is being opened; nothing was sent then.</summary>
    public async Task<MessageAnswer?> Lodge(PortalTrader trader, ComposedCorrection composed) =>
        road.Intake is { } intake ? await intake.Lodge(composed.Message, trader.Submitter) : null;

    // Follows from what was sent about the declaration before: who presses twice sends the same message twice, and gets
    // the same answer.
    private Lrn NumberOf(DeclarationRow row)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture, $"PORTAL-{row.Id}-{declarations.Requests(row.Id).Count + 1}");
        return Lrn.TryParse(text, out var lrn, out _)
            ? lrn
            : throw new InvariantException("A number of the portal is a local reference number.");
    }
}
