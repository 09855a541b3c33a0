// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Declarations.Documents;

/// <summary>
/// Documents at declarations: content on disk under its hash, then the row. A content is on disk and synced before its
/// row is committed, and gets its name in the transaction of the row, so that there is never a row without content. A
/// content without a row, which only a crash between the two can leave, is removed at the next start. Bounds count per
/// kind: what a declarant sends never keeps an officer from adding evidence.
/// </summary>
internal sealed class KeptDocuments : IDocuments, IDisposable
{
    /// <summary>Contents that are looked at in memory at once; others wait on disk.</summary>
    private const int AtOnce = 2;

    private readonly Store _store;
    private readonly ITariff _tariff;
    private readonly IAuditTrail _trail;
    private readonly TimeProvider _time;
    private readonly DocumentSettings _settings;
    private readonly ContentFolder _contents;
    private readonly FreeSpace _space;
    private readonly SemaphoreSlim _looking = new(AtOnce);
    private long _bytes;

    public KeptDocuments(
        Store store, ITariff tariff, IAuditTrail trail, TimeProvider time, DocumentSettings settings)
    {
        (_store, _tariff, _trail, _time, _settings) = (store, tariff, trail, time, settings);
        _contents = new ContentFolder(store.Folder.DocumentsPath);
        _space = new FreeSpace(store.Folder.Path, time);
        using var connection = store.OpenRead();
        foreach (var hash in _contents.Unfinished())
        {
            if (!DocumentsStore.HasContent(connection, null, hash))
                _contents.Remove(hash);
        }

        _contents.RemoveUnfinished();
        _bytes = DocumentsStore.ContentBytes(connection);
    }

    public async Task<(DocumentRow? Row, IReadOnlyList<Problem> Problems)> Keep(
        long declarationId, DocumentKind kind, string name, Stream content, Actor by, CancellationToken stop = default)
    {
        if (kind == DocumentKind.Evidence && by.Kind == ActorKind.Submitter)
            throw new ArgumentException("Evidence is of an officer.", nameof(kind));
        var now = _time.NowMicroseconds();
        var law = _tariff.Current.On(DutchTime.DateOf(now));
        // What declarants send together never fills what officers need for their evidence.
        var most = kind == DocumentKind.Evidence ? _settings.MaxBytes : _settings.MaxBytes / 10 * 9;
        if (Interlocked.Read(ref _bytes) >= most || _space.Bytes() < _settings.MinFreeBytes)
            throw new StoreUnavailableException(StoreFault.Full);
        var types = DocumentTypes.On(law);
        var longest = Math.Min(types.Select(type => type.MaxBytes).DefaultIfEmpty().Max(), DocumentBounds.ContentBytes);
        try
        {
            using var taken = await _contents.Take(content, longest, stop).ConfigureAwait(false);
            var (type, problem) = await Look(taken, law, types, stop).ConfigureAwait(false);
            if (type is null)
                return (null, [problem!]);
            _contents.Sync(taken);
            return await Write(law, taken, new DocumentRow(
                0, declarationId, kind, DocumentName.Clean(name, type.Endings), type.MediaType, taken.Bytes,
                Convert.ToHexStringLower(taken.Hash), now, by.Kind, by.Id, by.Name), by).ConfigureAwait(false);
        }
        catch (InvalidDataException)
        {
            return (null, [Problem(law, DeclarationsProblems.DocumentTooLarge, Text(longest))]);
        }
        catch (StoreUnavailableException refused) when (refused.Fault == StoreFault.SyncFailed)
        {
            // One disk holds contents and store: what it failed to do for the one it may have failed for the other.
            _store.Writer.Report(refused.Fault);
            throw;
        }
    }

    public IReadOnlyList<DocumentRow> Of(long declarationId)
    {
        using var connection = _store.OpenRead();
        return DocumentsStore.Of(connection, declarationId).ToList();
    }

    public DocumentRow? Find(long id)
    {
        using var connection = _store.OpenRead();
        return DocumentsStore.Find(connection, id);
    }

    public Task<byte[]?> Read(DocumentRow row, CancellationToken stop = default) =>
        _contents.Read(Convert.FromHexString(row.Sha256), row.Bytes, stop);

    public IReadOnlyList<(string MediaType, string Extension, long MaxBytes)> TypesOn(DateOnly day) =>
        [.. DocumentTypes.On(_tariff.Current.On(day)).Select(type => (type.MediaType, type.Endings[0], type.MaxBytes))];

    public IReadOnlyList<(DocumentRow Row, string Path, bool IsGone)> Damaged(int most)
    {
        var damaged = new List<(DocumentRow, string, bool)>();
        using var connection = _store.OpenRead();
        foreach (var row in DocumentsStore.All(connection))
        {
            if (damaged.Count >= most)
                break;
            var hash = Convert.FromHexString(row.Sha256);
            if (!_contents.IsWhole(hash))
                damaged.Add((row, _contents.PathOf(hash), !_contents.Exists(hash)));
        }

        return damaged;
    }

    public void Dispose() => _looking.Dispose();

    private async Task<(DocumentType? Type, Problem? Problem)> Look(
        TakenContent taken, LawOfTheDay law, IReadOnlyList<DocumentType> types, CancellationToken stop)
    {
        SniffedContent sniffed;
        await _looking.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            sniffed = DocumentSniffer.Sniff(taken.Read());
        }
        finally
        {
            _looking.Release();
        }

        var type = types.FirstOrDefault(one => one.MediaType == sniffed.MediaType);
        if (sniffed.Fault == DeclarationsProblems.DocumentEmpty)
            return (null, Problem(law, sniffed.Fault));
        if (type is null)
            return (null, Problem(law, DeclarationsProblems.DocumentNotTaken,
                string.Join(", ", types.Select(one => one.Endings[0]).Order(StringComparer.Ordinal))));
        if (sniffed.Fault is { } fault)
            return (null, Problem(law, fault, type.Endings[0], sniffed.What));
        return taken.Bytes <= type.MaxBytes ? (type, null)
            : (null, Problem(law, DeclarationsProblems.DocumentTooLarge, Text(type.MaxBytes)));
    }

    private async Task<(DocumentRow?, IReadOnlyList<Problem>)> Write(
        LawOfTheDay law, TakenContent taken, DocumentRow row, Actor by)
    {
        try
        {
            var (kept, problem, isNew) = await _store.Write((connection, transaction) =>
            {
                if (!DocumentsStore.HasDeclaration(connection, transaction, row.DeclarationId))
                    throw new ArgumentException("No such declaration.", nameof(row));
                if (DocumentsStore.FindSame(connection, transaction, row.DeclarationId, taken.Hash, by) is { } earlier)
                {
                    // What the disk has lost or damaged since then is mended by whoever sends it again.
                    _contents.Keep(taken);
                    return ((DocumentRow?)earlier, (Problem?)null, false);
                }

                var (count, bytes) = DocumentsStore.Totals(connection, transaction, row.DeclarationId, row.Kind);
                if (count >= DocumentTypes.MaxCount(law))
                    return (null, Problem(law, DeclarationsProblems.DocumentTooMany,
                        Text(DocumentTypes.MaxCount(law))), false);
                if (bytes + row.Bytes > DocumentTypes.MaxTotalBytes(law))
                    return (null, Problem(law, DeclarationsProblems.DocumentTotalTooLarge,
                        Text(DocumentTypes.MaxTotalBytes(law))), false);
                var isNewContent = !DocumentsStore.HasContent(connection, transaction, taken.Hash);
                var id = DocumentsStore.Insert(connection, transaction, row, taken.Hash);
                _trail.Record(connection, transaction, EntryOf(row with { Id = id }, by));
                // Last, so that whatever else fails leaves no content behind.
                _contents.Keep(taken);
                return (row with { Id = id }, null, isNewContent);
            }).ConfigureAwait(false);
            if (isNew)
                Interlocked.Add(ref _bytes, row.Bytes);
            return kept is null ? (null, [problem!]) : (kept, []);
        }
        catch (StoreUnavailableException)
        {
            await RemoveIfUnused(taken).ConfigureAwait(false);
            throw;
        }
    }

    // The content may have got its name before the commit failed. On the writer's thread, where no one else can be
    // keeping the same content at this moment.
    private async Task RemoveIfUnused(TakenContent taken)
    {
        try
        {
            await _store.Write((connection, transaction) =>
            {
                if (!DocumentsStore.HasContent(connection, transaction, taken.Hash))
                    _contents.Remove(taken.Hash);
                return 0;
            }).ConfigureAwait(false);
        }
        catch (StoreUnavailableException)
        {
            // Nothing is written before a restart, which finds by the mark what to remove.
            taken.LeaveMark();
        }
    }

    private static TrailEntry EntryOf(DocumentRow row, Actor by) => new(
        by, "declarations:keep-document", "document", Text(row.Id),
        Details: $"declaration={Text(row.DeclarationId)} kind={row.Kind} bytes={Text(row.Bytes)} sha256={row.Sha256}");

    private static Problem Problem(LawOfTheDay law, string code, params string[] arguments) =>
        ProblemCatalogue.Of(law).Make(code, law.Day, "", "", arguments);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
