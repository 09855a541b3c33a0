// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Security.Cryptography;
using System.Text;
using Tolhuis.Access.Contract;
using Tolhuis.Declarations;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tests.Intake;
using Xunit;

namespace Tolhuis.Tests.Declarations.Documents;

public sealed class KeptDocumentsTests : IAsyncLifetime
{
    private static readonly Actor Officer = new(ActorKind.Person, 7, "M. de Wit");
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

    private async Task<DocumentRow> Kept(
        byte[] content, string name, DocumentKind kind = DocumentKind.Evidence, Actor? by = null)
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
}
