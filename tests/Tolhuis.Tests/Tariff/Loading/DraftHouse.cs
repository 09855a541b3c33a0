// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Tolhuis.Access.Contract;
using Tolhuis.Tariff;
using Tolhuis.Tariff.Contract;
using Tolhuis.Tests.Access;
using Xunit;

namespace Tolhuis.Tests.Tariff.Loading;

/// <summary>A store with editions and drafts, on the clock of 1 July 2026 in the Netherlands.</summary>
internal sealed class DraftHouse : IDisposable
{
    public static readonly Actor Analyst = new(ActorKind.Person, 2, "Joris van Beek");
    public static readonly Actor Approver = new(ActorKind.Person, 6, "Willem Terpstra");
    public static readonly Actor Operator = new(ActorKind.System, 0, "tolhuis tariff");
    public static readonly DateOnly Today = new(2026, 7, 1);

    private DraftHouse(ITariff tariff, AccessStore store)
    {
        Store = store;
        Tariff = tariff;
        Drafts = TariffModule.Drafts(store, tariff, store.Trail, store.Time);
    }

    public AccessStore Store { get; }

    public ITariff Tariff { get; }

    public ILawDrafts Drafts { get; }

    public static async Task<DraftHouse> Open()
    {
        var store = new AccessStore();
        foreach (var name in (string[])["0001_editions", "0002_drafts"])
        {
            using var script = typeof(TariffModule).Assembly
                .GetManifestResourceStream($"Tolhuis.Tariff.Schema.{name}.sql")!;
            using var reader = new StreamReader(script);
            store.Execute(await reader.ReadToEndAsync());
        }

        return new DraftHouse(await TariffModule.Open(store, store.Time), store);
    }

    public Task<LoadOutcome> Load(
        string kind, string content, string? from = null, int? draft = null, bool? complete = null,
        Actor? by = null) => Load(kind, Encoding.UTF8.GetBytes(content), from, draft, complete, by);

    public Task<LoadOutcome> Load(
        string kind, byte[] content, string? from = null, int? draft = null, bool? complete = null,
        Actor? by = null) => Drafts.Load(
            new LoadRequest(
                kind, kind + ".csv", content, from is null ? null : DateOnly.Parse(from, null), "", complete, draft),
            by ?? Analyst);

    /// <summary>Loads and publishes at once; the edition then in use.</summary>
    public async Task<LawEdition> Publish(
        string kind, string content, string? from = null, bool? complete = null)
    {
        var loaded = await Load(kind, content, from, complete: complete);
        Assert.Empty(loaded.Problems);
        var published = await Drafts.Publish(loaded.Draft!.Number, null, "test", Approver);
        Assert.Empty(published.Faults);
        Assert.Null(published.Problem);
        return Tariff.Current;
    }

    public void Dispose() => Store.Dispose();
}
