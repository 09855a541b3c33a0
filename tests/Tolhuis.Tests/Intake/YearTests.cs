// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Simulator;
using Tolhuis.Tariff.Contract;
using Xunit;
using static Tolhuis.Tests.Intake.Parcels;

namespace Tolhuis.Tests.Intake;

/// <summary>A store with every message of a simulated year in it, decided on its day; made once for all tests of it.
/// </summary>
public sealed class SimulatedYear : IAsyncLifetime
{
    private static readonly SimulationPlan Plan = new()
    {
        Lines = 3_000,
        Seed = 2026,
        Day = new DateOnly(2026, 1, 1),
        Days = 365,
        H1Share = 0.1,
        BadMessageRate = 0.005,
    };

    internal TestStore Store { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Store = await TestStore.Open(demo: true);
        Store.Time.SetUtcNow(new DateTimeOffset(2027, 1, 4, 8, 0, 0, TimeSpan.Zero));
        foreach (var day in new TrafficSimulator(Plan).Messages().GroupBy(message => DutchTime.DateOf(message.At)))
            await Store.Decide(Zip(day.Select(message => message.Content.ToArray())), at: day.Last().At);
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}

/// <summary>
/// A generated year that crosses both changes of 2026 (the end of the relief on 1 July, product identifiers on 1
/// November): asked again later, also after the law was renewed, every day gives what was decided then, to the cent.
/// </summary>
public sealed class YearTests(SimulatedYear year) : IClassFixture<SimulatedYear>
{
    private static readonly XNamespace Wco = "urn:wco:datamodel:WCO:DEC-DMS:2";
    private static readonly DateOnly FlatDutyFrom = new(2026, 7, 1);
    private static readonly HashSet<string> DistanceSale = ["F48", "F49", "F53"];

    private readonly TestStore _store = year.Store;

    [Fact]
    public async Task Every_day_of_the_year_gives_again_what_was_decided_then_also_under_a_new_edition()
    {
        Assert.Empty(_store.Verify(int.MaxValue));
        var before = Amounts();

        // The next edition rewrites the past as well: what was decided keeps the edition it was decided on.
        var imported = await _store.Get<ITariff>().Import(WithFlatDuty("999").ToBundle());
        Assert.NotNull(imported.Edition);
        await _store.Restart();

        Assert.Empty(_store.Verify(int.MaxValue));
        Assert.Equal(before, Amounts());
        AssertSteps();
    }

    [Fact]
    public void Parcels_owe_no_duty_before_1_July_and_three_euro_for_each_heading_from_then_on()
    {
        var seen = new Dictionary<bool, int> { [false] = 0, [true] = 0 };
        foreach (var row in Accepted().Where(row => row.DataSet == DataSet.H7))
        {
            var raw = _store.Files.RawMessage(row.RawFileId, row.RawEntry)!;
            var message = XDocument.Parse(Encoding.UTF8.GetString(raw));
            var procedures = message.Descendants(Wco + "CurrentCode").Select(e => e.Value);
            if (_store.Declarations.Lines(row).Any(line => line.Outcome == LineOutcome.ToDetermine)
                || !procedures.Any(DistanceSale.Contains))
                continue;
            var isFlat = DutchTime.DateOf(row.ReceivedAt) >= FlatDutyFrom;
            var headings = message.Descendants(Wco + "Classification").Select(e => e.Element(Wco + "ID")!.Value[..6])
                .Distinct().Count();
            Assert.True(row.DutyCents == (isFlat ? 300 * headings : 0), $"{row.Mrn}: {row.DutyCents} for {headings}");
            seen[isFlat]++;
        }

        Assert.All(seen, one => Assert.True(one.Value > 100, $"flat {one.Key}: {one.Value} declarations"));
    }

    private void AssertSteps()
    {
        var calculations = _store.Get<ICalculations>();
        foreach (var row in Accepted().Where((_, index) => index % 7 == 0))
        {
            var duty = calculations.Of(row).Where(step => step.Code.Contains("duty", StringComparison.Ordinal));
            if (_store.Declarations.Lines(row).All(line => line.Outcome != LineOutcome.ToDetermine))
                Assert.Equal(row.DutyCents, duty.Sum(step => step.AmountCents ?? 0));
        }
    }

    private List<(string Mrn, long Value, long Duty, long Vat)> Amounts() =>
        [.. Accepted().Select(row => (row.Mrn.ToString(), row.ValueCents, row.DutyCents, row.VatCents))];

    private List<DeclarationRow> Accepted()
    {
        var rows = new List<DeclarationRow>();
        for (IReadOnlyList<DeclarationRow> page = []; rows.Count == 0 || page.Count > 0;)
        {
            page = _store.Declarations.List(new DeclarationFilter(
                Before: rows.Count == 0 ? null : rows[^1].Id, Limit: 200));
            rows.AddRange(page);
        }

        rows.RemoveAll(row => row.State == DeclarationState.Rejected);
        Assert.True(rows.Count > 1_000, string.Create(CultureInfo.InvariantCulture, $"{rows.Count} declarations"));
        return rows;
    }

    private static LawEdition WithFlatDuty(string cents)
    {
        var csv = new StringBuilder("name,value,valid_from,valid_until,ground\n");
        foreach (var row in LawEdition.BuiltIn.Table("tariff.settings"))
        {
            var value = row["name"] == "flat-duty-cents" ? cents : row["value"];
            csv.Append(CultureInfo.InvariantCulture,
                $"{row["name"]},{value},{row["valid_from"]},{row["valid_until"]},\"{row["ground"]}\"\n");
        }

        return LawEdition.BuiltIn.With(
            2, [LawEdition.ParseTable("tariff.settings", Encoding.UTF8.GetBytes(csv.ToString()))]);
    }
}
