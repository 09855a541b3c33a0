// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Xunit;

namespace Tolhuis.SystemTests.Web;

/// <summary>What worklists offer beyond looking: a file of what is seen, and acts on several rows.</summary>
public sealed partial class ListsTests(TrafficHouse shared) : IClassFixture<TrafficHouse>
{
    private readonly House _house = shared.House;

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_is_exported_whole_as_it_is_filtered_with_who_when_and_why_and_a_record_in_the_trail()
    {
        var officer = await _house.As(Role.Officer);
        var released = Released().Count();
        var before = Exports().Count();
        Assert.True(released > 200, "More than one page, and more than one question of the export");

        var answer = await officer.GetAsync(
            new Uri("/declarations?state=Released&export=declarations.csv", UriKind.Relative), Ended);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Ended);
        var rows = Encoding.UTF8.GetString(bytes).Split("\r\n");

        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Contains("Filters;Stand: Vrijgegeven", rows);
        Assert.Contains(rows, r => r.StartsWith("Gemaakt door;", StringComparison.Ordinal));
        Assert.Contains("Doel;Geen taak genomen", rows);
        var head = Array.FindIndex(rows, r => r.StartsWith("MRN;Stand;", StringComparison.Ordinal));
        var cells = rows[(head + 1)..].Where(r => r.Length > 0).ToList();
        Assert.Equal(released, cells.Count);
        Assert.Matches(@"^[0-9A-Z]{18};Vrijgegeven;.+;H\d.*;\d{4}-\d\d-\d\d \d\d:\d\d:\d\d;\d+;\d+(,\d+)?;", cells[0]);
        var trail = Exports().SkipLast(before).ToList();
        Assert.Equal(["done", "begun"], trail.Select(r => r.Outcome));
        Assert.Equal($"rows={released}; Stand: Vrijgegeven", trail[0].Details);
    }

    [Fact]
    public async Task In_English_commas_part_the_cells_and_points_the_decimals()
    {
        // The language goes with the person, and others of this class read Dutch.
        var officer = await _house.AsAnother(Role.Officer);

        var text = await officer.GetStringAsync(
            new Uri("/declarations?state=Released&taal=en&export=declarations.csv", UriKind.Relative), Ended);

        Assert.Contains("\r\nMRN,State,", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Vrijgegeven", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Officer, "/declarations", "declarations")]
    [InlineData(Role.Officer, "/requests", "requests")]
    [InlineData(Role.Officer, "/intake", "files")]
    [InlineData(Role.Officer, "/intake/1", "receipts")]
    [InlineData(Role.Officer, "/tariff/lists", "code-lists")]
    [InlineData(Role.Officer, "/tariff/lists/incoterm", "codes")]
    [InlineData(Role.Officer, "/tariff/610910", "duties")]
    [InlineData(Role.Officer, "/tariff?q=t-shirt", "commodity-codes")]
    [InlineData(Role.Officer, "/rules", "rules")]
    [InlineData(Role.Officer, "/", "tasks")]
    [InlineData(Role.Officer, "/declarations/{0}/lines", "lines")]
    [InlineData(Role.Administrator, "/access/tokens", "tokens")]
    public async Task Every_worklist_says_that_it_can_be_exported_and_is(Role role, string page, string name)
    {
        var id = _house.Get<IDeclarations>().List(new DeclarationFilter(Limit: 1))[0].Id;
        var client = await _house.As(role);
        var address = string.Format(System.Globalization.CultureInfo.InvariantCulture, page, id);
        address += (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + $"export={name}.csv";

        var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Ended);

        Assert.Equal(
            (HttpStatusCode.OK, "text/csv"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.StartsWith("Lijst;", await answer.Content.ReadAsStringAsync(Ended), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_is_not_there_or_may_not_be_seen_is_not_exported()
    {
        var administrator = await _house.As(Role.Administrator);
        var officer = await _house.As(Role.Officer);
        using var stranger = _house.Stranger();

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await officer.GetAsync(new Uri("/declarations?export=tokens.csv", UriKind.Relative), Ended)).StatusCode);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await administrator.GetAsync(
                new Uri("/declarations?export=declarations.csv", UriKind.Relative), Ended)).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await administrator.GetAsync(
                new Uri("/intake/1?export=receipts.csv", UriKind.Relative), Ended)).StatusCode);
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await stranger.GetAsync(
                new Uri("/declarations?export=declarations.csv", UriKind.Relative), Ended)).StatusCode);
    }

    [Fact]
    public async Task Several_requests_are_taken_after_a_preview_and_given_back_again()
    {
        var rows = _house.Released(2);
        var first = await _house.Amend(rows[0], "The seller gave a discount", 50);
        var second = await _house.Invalidate(rows[1], "The customer sent the goods back");
        var officer = await _house.As(Role.Officer);
        var colleague = await _house.AsAnother(Role.Officer);
        var list = await officer.GetStringAsync(new Uri("/requests", UriKind.Relative), Ended);
        Assert.Equal(2, PickBox().Count(list));

        var preview = $"/requests?row={first.RequestId}&row={second.RequestId}&row=999&row=x&act=take";
        var shown = await officer.GetStringAsync(new Uri(preview, UriKind.Relative), Ended);
        Assert.Contains("Dit gebeurt met 2 regels", shown, StringComparison.Ordinal);
        Assert.All(Tasks(first, second), t => Assert.Null(t.TakenBy));

        var taken = await House.Post(officer, preview, preview, ("_handler", "bulk"));
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.All(Tasks(first, second), t => Assert.NotNull(t.TakenBy));
        var refused = await colleague.GetStringAsync(new Uri(preview, UriKind.Relative), Ended);
        Assert.Contains("Met 2 regels gebeurt niets", refused, StringComparison.Ordinal);

        var done = taken.Headers.Location!.PathAndQuery();
        Assert.Contains("2 regels gedaan", await officer.GetStringAsync(
            new Uri(done, UriKind.Relative), Ended), StringComparison.Ordinal);
        await House.Post(officer, done, done, ("_handler", "bulk-undo"));
        Assert.All(Tasks(first, second), t => Assert.Null(t.TakenBy));
    }

    // Newest first.
    private IEnumerable<TrailRow> Exports() =>
        _house.Get<IAuditTrail>().List(500).Where(r => r.Action == "declarations:export");

    private IEnumerable<DeclarationRow> Released()
    {
        for (long? before = null; ;)
        {
            var rows = _house.Get<IDeclarations>()
                .List(new DeclarationFilter(State: DeclarationState.Released, Before: before, Limit: 200));
            foreach (var row in rows)
                yield return row;
            if (rows.Count == 0)
                yield break;
            before = rows[^1].Id;
        }
    }

    private IEnumerable<TaskRow> Tasks(params Tolhuis.Intake.Contract.MessageAnswer[] answers) =>
        _house.Get<ITasks>().FindOpen(
            "declarations", "request",
            [.. answers.Select(a => a.RequestId.ToString(System.Globalization.CultureInfo.InvariantCulture))]).Values;

    [GeneratedRegex("data-pick>|data-pick /|data-pick ")]
    private static partial Regex PickBox();
}

file static class Addresses
{
    public static string PathAndQuery(this Uri address) =>
        address.IsAbsoluteUri ? address.PathAndQuery : address.OriginalString;
}
