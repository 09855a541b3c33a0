// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers;
using System.Security.Cryptography;
using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Portal;

/// <summary>
/// Makes and sends the correction of a trader: the same message and road as his software's. Its number is drawn when he
/// is shown what he sends, and comes back with what he sends: no one can know it before, it is no number of his own
/// software, and who presses twice sends the same message twice and gets the same answer.
/// </summary>
internal sealed class PortalCorrections(
    ICorrectionComposer composer, IDeclarations declarations, OpenRoad road)
{
    // 75 random bits, in the 22 characters of a local reference number; no letters that read as digits.
    private const string Prefix = "PORTAL-";
    private const string Signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Drawn = 15;
    private static readonly SearchValues<char> Known = SearchValues.Create(Signs);

    /// <summary>A number for a correction that is about to be shown.</summary>
    public static string NewNumber() => Prefix + RandomNumberGenerator.GetString(Signs, Drawn);

    /// <summary>True for a number as this draws them.</summary>
    public static bool IsNumber(string? text) =>
        text is { Length: 22 } && text.StartsWith(Prefix, StringComparison.Ordinal)
        && text.AsSpan(Prefix.Length).IndexOfAnyExcept(Known) < 0;

    public IReadOnlyList<CorrectableItem> Items(DeclarationRow row) => composer.Items(row);

    /// <param name="number">One of <see cref="NewNumber"/>.</param>
    public ComposedCorrection Compose(
        PortalTrader trader, DeclarationRow row, IReadOnlyList<Particular> changes, string reason, string number) =>
        Lrn.TryParse(number, out var lrn, out _)
            ? composer.Compose(row, changes, lrn, reason, trader.Submitter)
            : throw new InvariantException("A number of the portal is a local reference number.");

    /// <summary>What was sent under a number before and was not refused; null if nothing was.</summary>
    public RequestRow? Sent(PortalTrader trader, DeclarationRow row, string number) =>
        declarations.Requests(row.Id).FirstOrDefault(request =>
            request.SubmitterId == trader.Submitter.Id && request.Lrn == number
            && request.State != RequestState.Rejected);

    /// <summary>Null while the road is being opened; nothing was sent then.</summary>
    public async Task<MessageAnswer?> Lodge(PortalTrader trader, ComposedCorrection composed) =>
        road.Intake is { } intake ? await intake.Lodge(composed.Message, trader.Submitter) : null;
}
