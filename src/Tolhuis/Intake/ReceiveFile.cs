// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake;

/// <summary>
/// Takes a file from a submitter: on disk and synced first, then acknowledged. The same content of the same submitter
/// gives
/// the earlier receipt. Ground: receipt counts from when the electronic message is received (UCC Art. 172).
/// </summary>
internal sealed class ReceiveFile(
    IConnections connections,
    Archive archive,
    FileFeed feed,
    Func<LawEdition> edition,
    TimeProvider time,
    Func<long> spoolBytes,
    FreeSpace space,
    IntakeSettings settings)
{
    private const int MaxNameLength = 200;
    private long _fileBytes = -1;

    /// <summary>
    /// Files and single messages together have reached the stated bound, or the disk its stated reserve.
    /// </summary>
    public bool IsFull => IsArchiveFull || IsDiskFull;

    private bool IsArchiveFull => FileBytes() + spoolBytes() >= settings.MaxArchiveBytes;

    private bool IsDiskFull => space.Bytes() < settings.MinFreeBytes;

    /// <param name="statedAt">
    /// Stated instant of receipt, microseconds UTC; without it the instant at which the whole file is on disk. The law
    /// of its
    /// Dutch day applies.
    /// </param>
    /// <exception cref="StoreUnavailableException">The store takes no writes now; nothing was kept.</exception>
    public async Task<FileReceipt> Receive(
        Stream stream, string name, Submitter submitter, long? statedAt, CancellationToken stop)
    {
        var law = edition().On(DutchTime.DateOf(statedAt ?? time.NowMicroseconds()));
        if (IsArchiveFull)
            return Refused(law, IntakeProblems.ArchiveFull, settings.MaxArchiveBytes);
        if (IsDiskFull)
            return Refused(law, IntakeProblems.DiskReserve, settings.MinFreeBytes);
        (string Path, byte[] Hash, long Bytes) taken;
        try
        {
            taken = await archive.Take(stream, IntakeBounds.FileBytes, stop).ConfigureAwait(false);
        }
        catch (InvalidDataException)
        {
            return Refused(law, IntakeProblems.FileTooLarge, IntakeBounds.FileBytes);
        }

        try
        {
            var receipt = await Acknowledge(
                taken, name, submitter, statedAt ?? time.NowMicroseconds(), stop).ConfigureAwait(false);
            if (receipt is { IsRepeat: false, Problem: null })
                Interlocked.Add(ref _fileBytes, taken.Bytes);
            feed.Announce();
            return receipt;
        }
        finally
        {
            // What was acknowledged has its lasting name by now; anything else is not ours to keep.
            File.Delete(taken.Path);
        }
    }

    private async Task<FileReceipt> Acknowledge(
        (string Path, byte[] Hash, long Bytes) taken, string name, Submitter submitter, long receivedAt,
            CancellationToken stop)
    {
        var bytes = await File.ReadAllBytesAsync(taken.Path, stop).ConfigureAwait(false);
        var (content, problem) = FileContent.Open(bytes);
        if (content is null)
            return new FileReceipt(null, false, problem);
        var bounded = name.Length > MaxNameLength ? name[..MaxNameLength] : name;
        return await connections.Write((connection, transaction) =>
        {
            if (IntakeStore.FindByContent(connection, transaction, submitter.Id, taken.Hash) is { } earlier)
                return new FileReceipt(earlier, IsRepeat: true, null);
            var id = IntakeStore.Insert(
                connection, transaction, submitter, bounded, taken.Hash, taken.Bytes, receivedAt, content.Count);
            archive.Keep(taken.Path, id, receivedAt);
            return new FileReceipt(IntakeStore.Find(connection, id), IsRepeat: false, null);
        }).ConfigureAwait(false);
    }

    private long FileBytes()
    {
        if (Interlocked.Read(ref _fileBytes) < 0)
        {
            using var connection = connections.OpenRead();
            Interlocked.CompareExchange(ref _fileBytes, IntakeStore.FileBytes(connection), -1);
        }

        return Interlocked.Read(ref _fileBytes);
    }

    private static FileReceipt Refused(LawOfTheDay law, string code, long bound) =>
        new(null, false, ProblemCatalogue.Of(law).Make(
            code, law.Day, "", "", bound.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
