// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers.Binary;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Intake.Life;

/// <summary>A version that is to stand from now on.</summary>
/// <param name="Content">Read, calculated and assessed by the law of the day that counts.</param>
/// <param name="RequestId">The message that makes it; null where customs itself does.</param>
/// <param name="Place">Where the content lies: of a presentation, the message that was pre-lodged; of a determination,
/// the content that stands.</param>
internal sealed record NextVersion(
    MessageKind Kind,
    PreparedMessage Content,
    long? RequestId,
    RawPlace Place,
    byte[] ContentHash,
    DateOnly DrawDay,
    DeclarationState State,
    LineOutcome[] Outcomes,
    DateOnly? AcceptedOn,
    char DecidedAs);

/// <summary>
/// Versions of a declaration. Lines are only added: a new version has lines of its own, and the row of the declaration
/// points to those that stand.
/// </summary>
internal sealed class Versions(DecisionRows rows, LifeStore store)
{
    /// <returns>The number of the version, its line counts and its sums.</returns>
    public (int Version, LineCounts Counts, TaxSum Sum) Add(StandingDeclaration declaration, NextVersion next)
    {
        if (declaration.Version == 1)
        {
            store.KeepFirstVersion(
                declaration.Id, declaration.AcceptedOn ?? DutchTime.DateOf(declaration.ReceivedAt),
                declaration.DecidedAs);
        }

        var firstLine = rows.Numbers.NextLine;
        var counts = rows.WriteLines(next.Content, declaration.Id, next.Outcomes);
        var sum = DecisionRows.Sum(next.Content.Taxes);
        var version = new VersionRow(
            declaration.Id, declaration.Version + 1, next.Kind, next.RequestId, rows.Now, next.Content.Law.Edition,
            next.Content.Law.Day, next.DrawDay, next.Place.FileId, next.Place.Entry, firstLine, next.Outcomes.Length,
            sum.Value, sum.Duty, sum.Vat)
        {
            DecidedAs = next.DecidedAs,
            MessageVersion = next.Content.Checked.MessageVersion,
        };
        store.AddVersion(version, next.ContentHash);
        store.Stand(version, next.State, next.AcceptedOn);
        store.SetParcelKey(declaration.Id, next.Content.ParcelKey);
        return (version.Version, counts, sum);
    }

    public static byte[] Bytes(UInt128 hash)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, hash);
        return bytes;
    }
}
