// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Security.Cryptography;
using System.Text;
using Dapper;
using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake;
using Tolhuis.Kernel;
using Tolhuis.Platform;
using Tolhuis.Tariff.Contract;
using Tolhuis.Tests.Intake;
using Xunit;

namespace Tolhuis.Tests.Declarations.Documents;

public sealed class KeptDocumentsTests : IAsyncLifetime
{
    private static readonly Actor Officer = new(ActorKind.Person, 7, "M. de Wit");
    private static readonly Actor Sender = new(ActorKind.Submitter, 3, "Poldersoft");
    private TestStore _store = null!;
    private long _declaration;

    private IDocuments Documents => _store.Get<IDocuments>();

    private string Folder => Path.Combine(_store.Path, "documents");

    public async ValueTask InitializeAsync()
    {
        _store = await TestStore.Open();
        _declaration = (await _store.Lodge(Parcels.H7("D-1"))).DeclarationId;
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_document_is_kept_under_its_hash_found_and_read_back_as_it_was()
    {
        var content = SampleDocuments.Pdf();

        var row = await Kept(content, "factuur.pdf");

        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        Assert.Equal(
            (_declaration, DocumentKind.Evidence, "factuur.pdf", "application/pdf", content.LongLength, hash),
            (row.DeclarationId, row.Kind, row.Name, row.MediaType, row.Bytes, row.Sha256));
        Assert.Equal(_store.Time.GetUtcNow().UtcTicks / 10, row.At + DateTimeOffset.UnixEpoch.UtcTicks / 10);
        Assert.Equal([row], Documents.Of(_declaration));
        Assert.Equal(row, Documents.Find(row.Id));
        Assert.Equal(content, await Documents.Read(row, TestContext.Current.CancellationToken));
        Assert.Equal([Path.Combine(Folder, hash[..2], hash)], Files());
    }

    [Fact]
    public async Task The_same_content_of_the_same_actor_is_one_document_and_of_others_one_content_on_disk()
    {
        var first = await Kept(SampleDocuments.Png(), "a.png");
        var again = await Kept(SampleDocuments.Png(), "b.png");
        var other = await Kept(SampleDocuments.Png(), "c.png", DocumentKind.FromDeclarant, Sender);

        Assert.Equal(first, again);
        Assert.NotEqual(first.Id, other.Id);
        Assert.Equal([first, other], Documents.Of(_declaration));
        Assert.Single(Files());
    }

    [Fact]
    public async Task What_is_kept_many_times_at_once_is_one_document()
    {
        var kept = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(_ => Task.Run(() => Kept(SampleDocuments.Jpeg()))));

        Assert.Single(kept.Distinct());
        Assert.Single(Documents.Of(_declaration));
        Assert.Single(Files());
    }

    [Fact]
    public async Task Keeping_a_document_is_in_the_audit_trail_once()
    {
        var row = await Kept(SampleDocuments.Png());
        await Kept(SampleDocuments.Png());

        var entry = Assert.Single(
            _store.Get<IAuditTrail>().List(), entry => entry.Action == "declarations:keep-document");
        Assert.Equal(
            ((int)ActorKind.Person, 7L, "document", $"{row.Id}"),
            (entry.ActorKind, entry.ActorId, entry.ObjectKind, entry.ObjectId));
        Assert.Contains(row.Sha256, entry.Details, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("declarations.document-content.empty", "")]
    [InlineData("declarations.document-content.not-taken", "PK\u0003\u0004")]
    [InlineData("declarations.document-content.damaged", "%PDF-1.7 and no more")]
    [InlineData("declarations.document-content.active", "<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("declarations.document-content.two-kinds", "text %PDF-1.7")]
    public async Task What_is_refused_says_why_in_both_languages_and_leaves_nothing(string code, string content)
    {
        var (row, problems) = await Keep(Encoding.UTF8.GetBytes(content), "factuur.pdf");

        Assert.Null(row);
        var problem = Assert.Single(problems);
        Assert.Equal((code, Severity.Reject), (problem.Code, problem.Severity));
        var law = _store.Get<ITariff>().Current.On(DutchTime.DateOf(_store.Time.GetUtcNow()));
        var texts = new[] { "nl", "en" }.Select(
            language => ProblemCatalogue.Of(law).Text(problem, language, law.Day)).ToList();
        Assert.All(texts, text => Assert.DoesNotContain("{", text, StringComparison.Ordinal));
        Assert.NotEqual(texts[0], texts[1]);
        Assert.Empty(Documents.Of(_declaration));
        Assert.Empty(Files());
    }

    [Fact]
    public async Task A_content_may_be_as_long_as_its_type_and_not_a_byte_longer()
    {
        var longest = (int)Documents.TypesOn(new DateOnly(2026, 7, 6)).Single(t => t.Extension == "pdf").MaxBytes;
        var pdf = SampleDocuments.Pdf("%" + new string('x', longest - 1_000) + "\n");
        byte[] padded = [.. pdf, .. Enumerable.Repeat((byte)'\n', longest - pdf.Length)];

        var fits = await Keep(padded);
        var tooLong = await Keep([.. padded, (byte)'\n']);
        var longText = await Keep(Encoding.ASCII.GetBytes(new string('a', (1 << 20) + 1)));

        Assert.Equal((longest, longest), (padded.Length, (int)fits.Row!.Bytes));
        Assert.All(
            new[] { (tooLong, longest), (longText, 1 << 20) },
            refused => Assert.Equal(
                ("declarations.document-content.too-large", $"{refused.Item2}"),
                (refused.Item1.Problems[0].Code, refused.Item1.Problems[0].Arguments[0])));
        Assert.Single(Files());
    }

    [Fact]
    public async Task A_type_is_taken_only_on_the_days_that_the_law_takes_it()
    {
        await Import("image/png,png,", "image/gif,gif,");

        var (_, problems) = await Keep(SampleDocuments.Png());

        Assert.Equal("declarations.document-content.not-taken", Assert.Single(problems).Code);
        Assert.Equal("gif, jpg, pdf, txt, xml", problems[0].Arguments[0]);
    }

    [Fact]
    public async Task Each_side_has_a_number_of_documents_of_its_own()
    {
        await Import("documents-per-declaration,50,", "documents-per-declaration,2,");
        await Kept("1"u8.ToArray(), "a", DocumentKind.FromDeclarant, Sender);
        var second = await Kept("2"u8.ToArray(), "a", DocumentKind.FromDeclarant, Sender);

        var third = await Keep("3"u8.ToArray(), "a", DocumentKind.FromDeclarant, Sender);
        var again = await Kept("2"u8.ToArray(), "a", DocumentKind.FromDeclarant, Sender);
        await Kept("3"u8.ToArray(), "a");

        Assert.Equal(second, again);
        Assert.Equal(
            ("declarations.document-count.too-many", "2"),
            (third.Problems[0].Code, third.Problems[0].Arguments[0]));
        Assert.Equal(3, Files().Length);
    }

    [Fact]
    public async Task Each_side_has_a_number_of_bytes_of_its_own()
    {
        await Import("documents-per-declaration-bytes,209715200,", "documents-per-declaration-bytes,10,");
        await Kept("123456"u8.ToArray(), "a");

        var more = await Keep("12345"u8.ToArray());
        await Kept("1234"u8.ToArray(), "a");
        await Kept("12345"u8.ToArray(), "a", DocumentKind.FromDeclarant, Sender);

        Assert.Equal("declarations.document-count.total-too-large", more.Problems[0].Code);
        Assert.Equal(3, Files().Length);
    }

    [Fact]
    public async Task At_a_declaration_that_is_not_there_nothing_is_kept()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Keep("1"u8.ToArray(), declaration: 999));
        await Assert.ThrowsAsync<ArgumentException>(() => Keep("1"u8.ToArray(), by: Sender));

        Assert.Empty(Files());
    }

    [Fact]
    public async Task A_sender_who_breaks_off_leaves_nothing()
    {
        await using var broken = new BrokenStream();

        await Assert.ThrowsAsync<EndOfStreamException>(() => Documents.Keep(
            _declaration, DocumentKind.Evidence, "a", broken, Officer, TestContext.Current.CancellationToken));

        Assert.Empty(Files());
        Assert.Null(_store.Store.Writer.Fault);
    }

    [Fact]
    public async Task On_a_full_disk_nothing_is_kept_and_what_was_there_can_be_read()
    {
        var row = await Kept(SampleDocuments.Png());
        await _store.Store.Write((connection, _) => connection.Execute("PRAGMA max_page_count = 1"));

        // Many, for a row may still find room on a page that is there.
        var refused = 0;
        for (var i = 0; i < 400 && refused == 0; i++)
        {
            try
            {
                await Kept(Encoding.ASCII.GetBytes($"{i}"), new string('n', 100));
            }
            catch (StoreUnavailableException full)
            {
                Assert.Equal(StoreFault.Full, full.Fault);
                refused++;
            }
        }

        Assert.Equal(1, refused);
        Assert.Equal(Documents.Of(_declaration).Count, Files().Length);
        Assert.NotNull(await Documents.Read(row, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Beneath_the_reserve_of_the_disk_and_at_its_own_bound_it_takes_nothing()
    {
        IntakeSettings[] bounds = [new(MinFreeBytes: long.MaxValue), new(MaxArchiveBytes: 0)];
        foreach (var settings in bounds)
        {
            await using var store = await TestStore.Open(settings: settings);

            var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Get<IDocuments>().Keep(
                1, DocumentKind.Evidence, "a", new MemoryStream([1]), Officer, TestContext.Current.CancellationToken));

            Assert.Equal(StoreFault.Full, refused.Fault);
            Assert.False(Directory.Exists(Path.Combine(store.Path, "documents")));
        }
    }

    [Fact]
    public async Task What_a_crash_left_without_a_row_is_removed_at_the_next_start_and_nothing_else()
    {
        var kept = await Kept(SampleDocuments.Png());
        var orphan = Planted("orphan"u8.ToArray());
        Mark(1, kept.Sha256);
        Mark(2, orphan);
        await File.WriteAllBytesAsync(
            Path.Combine(Folder, "incoming", "3"), [1], TestContext.Current.CancellationToken);

        await _store.Restart();

        Assert.NotNull(await Documents.Read(kept, TestContext.Current.CancellationToken));
        Assert.Equal([Path.Combine(Folder, kept.Sha256[..2], kept.Sha256)], Files());
    }

    [Fact]
    public async Task What_the_disk_lost_or_damaged_is_not_given_is_named_and_is_mended_by_sending_it_again()
    {
        var damaged = await Kept(SampleDocuments.Png());
        var gone = await Kept(SampleDocuments.Jpeg());
        await Kept(SampleDocuments.Pdf(), "a");
        Assert.Empty(_store.Verify());
        var path = Path.Combine(Folder, damaged.Sha256[..2], damaged.Sha256);
        await using (var file = File.OpenWrite(path))
            file.WriteByte(0);
        File.Delete(Path.Combine(Folder, gone.Sha256[..2], gone.Sha256));

        Assert.Null(await Documents.Read(damaged, TestContext.Current.CancellationToken));
        Assert.Null(await Documents.Read(gone, TestContext.Current.CancellationToken));
        Assert.Equal(
            [("documents", $"Document {damaged.Id} (declaration {_declaration}) is damaged: {path}."),
                ("documents", $"Document {gone.Id} (declaration {_declaration}) is missing: "
                    + $"{Path.Combine(Folder, gone.Sha256[..2], gone.Sha256)}.")],
            _store.Verify().Select(fault => (fault.Promise, fault.Sentence)));

        Assert.Equal([damaged, gone], [await Kept(SampleDocuments.Png()), await Kept(SampleDocuments.Jpeg())]);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_row_is_never_changed_or_removed_and_only_names_can_be_forgotten()
    {
        await Kept(SampleDocuments.Png());

        await Assert.ThrowsAnyAsync<Exception>(() => _store.Tamper("DELETE FROM declarations_documents"));
        foreach (var column in new[] { "sha256", "declaration_id", "kind", "bytes", "at", "by_id", "media_type" })
        {
            await Assert.ThrowsAnyAsync<Exception>(
                () => _store.Tamper($"UPDATE declarations_documents SET {column} = {column}"));
        }

        Assert.Equal(1, await _store.Tamper("UPDATE declarations_documents SET name = '', by_name = ''"));
    }

    [Fact]
    public async Task Only_its_owner_may_read_what_is_kept()
    {
        if (OperatingSystem.IsWindows())
            return;
        var row = await Kept(SampleDocuments.Png());

        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Assert.Single(Files())));
        foreach (var name in new[] { "", row.Sha256[..2], "incoming" })
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                File.GetUnixFileMode(Path.Combine(Folder, name)));
        }
    }

    private async Task Import(string before, string after)
    {
        var bundle = Encoding.UTF8.GetString(LawEdition.BuiltIn.ToBundle());
        Assert.Contains(before, bundle, StringComparison.Ordinal);
        var outcome = await _store.Get<ITariff>().Import(
            Encoding.UTF8.GetBytes(bundle.Replace(before, after, StringComparison.Ordinal)));
        Assert.Null(outcome.Problem);
    }

    private string Planted(byte[] content)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        Directory.CreateDirectory(Path.Combine(Folder, hash[..2]));
        File.WriteAllBytes(Path.Combine(Folder, hash[..2], hash), content);
        return hash;
    }

    private void Mark(int number, string hash) =>
        File.WriteAllBytes(Path.Combine(Folder, "incoming", $"{number}.{hash}"), []);

    private async Task<DocumentRow> Kept(
        byte[] content, string name = "a", DocumentKind kind = DocumentKind.Evidence, Actor? by = null)
    {
        var (row, problems) = await Keep(content, name, kind, by);
        Assert.Empty(problems);
        return row!;
    }

    private Task<(DocumentRow? Row, IReadOnlyList<Problem> Problems)> Keep(
        byte[] content, string name = "a", DocumentKind kind = DocumentKind.Evidence, Actor? by = null,
        long? declaration = null) => Documents.Keep(
            declaration ?? _declaration, kind, name, new MemoryStream(content), by ?? Officer,
            TestContext.Current.CancellationToken);

    private string[] Files() =>
        Directory.Exists(Folder) ? Directory.GetFiles(Folder, "*", SearchOption.AllDirectories) : [];

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new EndOfStreamException();
    }
}
