// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake;

/// <summary>
/// Takes a file from a submitter: on disk and synced first, then acknowledged. The same content of the same submitter gives
/// the earlier receipt. Ground: receipt counts from when the electronic message is received (UCC Art. 172).
/// </summary>
internal sealed class ReceiveFile(
    IConnections connections, Archive archive, FileFeed feed, Func<LawEdition> edition, ArchiveSpace space)
{
    /// <summary>A zip of at most 14 MB (Dutch e-commerce declaration system), or one message.</summary>
    public const long MaxBytes = 14L << 20;

    private const int MaxNameLength = 200;

    /// <param name="receivedAt">Instant of receipt, microseconds UTC: the law of its Dutch day applies.</param>
    /// <exception cref="StoreUnavailableException">The store takes no writes now; nothing was kept.</exception>
    public async Task<FileReceipt> Receive(
        Stream stream, string name, Submitter submitter, long receivedAt, CancellationToken stop)
    {
        var law = edition().On(DutchTime.DateOf(receivedAt));
        if (space.IsFull)
            return Refused(law, IntakeProblems.ArchiveFull, space.Bound);
        (string Path, byte[] Hash, long Bytes) taken;
        try
        {
            taken = await archive.Take(stream, MaxBytes, stop).ConfigureAwait(false);
        }
        catch (InvalidDataException)
        {
            return Refused(law, IntakeProblems.FileTooLarge, MaxBytes);
        }

        var receipt = await AcknowledgeOrDelete(taken, name, submitter, receivedAt).ConfigureAwait(false);
        if (receipt.IsRepeat || receipt.Problem is not null)
            File.Delete(taken.Path);
        else
            space.Add(taken.Bytes);
        feed.Announce();
        return receipt;
    }

    private async Task<FileReceipt> AcknowledgeOrDelete(
        (string Path, byte[] Hash, long Bytes) taken, string name, Submitter submitter, long receivedAt)
    {
        try
        {
            return await Acknowledge(taken, name, submitter, receivedAt).ConfigureAwait(false);
        }
        catch
        {
            File.Delete(taken.Path);
            throw;
        }
    }

    private async Task<FileReceipt> Acknowledge(
        (string Path, byte[] Hash, long Bytes) taken, string name, Submitter submitter, long receivedAt)
    {
        var bytes = await File.ReadAllBytesAsync(taken.Path).ConfigureAwait(false);
        var (content, problem) = FileContent.Open(bytes);
        if (content is null)
            return new FileReceipt(null, false, problem);
        var bounded = name.Length > MaxNameLength ? name[..MaxNameLength] : name;
        long kept = 0;
        try
        {
            return await connections.Write((connection, transaction) =>
            {
                if (IntakeStore.FindByContent(connection, transaction, submitter.Id, taken.Hash) is { } earlier)
                    return new FileReceipt(earlier, IsRepeat: true, null);
                var id = IntakeStore.Insert(
                    connection, transaction, submitter, bounded, taken.Hash, taken.Bytes, receivedAt, content.Count);
                kept = id;
                archive.Keep(taken.Path, id, receivedAt);
                return new FileReceipt(IntakeStore.Find(connection, id), IsRepeat: false, null);
            }).ConfigureAwait(false);
        }
        catch (StoreUnavailableException refused) when (refused.Fault == StoreFault.Full && kept > 0)
        {
            // On a full disk the commit surely failed; after a failed sync it may be found done at the next start.
            File.Delete(archive.PathOf(kept, receivedAt));
            throw;
        }
    }

    private static FileReceipt Refused(LawOfTheDay law, string code, long bound) =>
        new(null, false, ProblemCatalogue.Of(law).Make(
            code, law.Day, "", "", bound.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
