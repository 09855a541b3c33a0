// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;
using Tolhuis.Tariff.Contract;
using Xunit;

namespace Tolhuis.Tests.Tariff.Loading;

/// <summary>
/// Goal: no load changes the law of a day before its first day. Approach: load after load of random content on random
/// days into one draft, and compare the law of every day before with what it was.
/// </summary>
public sealed class PastStaysTests
{
    private static readonly string[] Codes = ["61091000", "61099020", "62034235", "95030041"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task The_law_of_days_before_the_first_day_of_a_load_stays_what_it_was(int seed)
    {
        using var house = await DraftHouse.Open();
        var random = new Random(seed);
        for (var load = 0; load < 15; load++)
        {
            var before = house.Tariff.Current;
            var from = new DateOnly(2025, 12, 1).AddDays(random.Next(500));
            var (kind, content) = Content(random);

            var edition = await Publish(house, kind, content, from);

            foreach (var table in (string[])["tariff.measures", "tariff.exchange_rates", "tariff.code_lists"])
                AssertPastStays(
                    before, edition, table, from,
                    $"seed {seed}, load {load}, {kind} from {from:yyyy-MM-dd}, {table}:\n{content}");
        }
    }

    private static async Task<LawEdition> Publish(DraftHouse house, string kind, string content, DateOnly from)
    {
        var outcome = await house.Load(kind, content, from.ToString("O", CultureInfo.InvariantCulture));
        if (outcome.Draft is null)
            return house.Tariff.Current;
        var published = await house.Drafts.Publish(outcome.Draft.Number, null, "x", DraftHouse.Approver);
        Assert.Empty(published.Faults);
        return house.Tariff.Current;
    }

    private static (string Kind, string Content) Content(Random random)
    {
        var text = new StringBuilder();
        switch (random.Next(4))
        {
            case 0:
                text.Append("code,duty\n");
                foreach (var code in Codes.Where(_ => random.Next(3) > 0).DefaultIfEmpty(Codes[0]))
                    text.Append(CultureInfo.InvariantCulture, $"{code},{random.Next(4)}%\n");
                return ("duties", text.ToString());
            case 1:
                text.Append("Date,USD,GBP\n");
                var day = new DateOnly(2025, 11, 1).AddDays(random.Next(300));
                for (var i = 0; i < 90; i++)
                    text.Append(CultureInfo.InvariantCulture, $"{day.AddDays(i):yyyy-MM-dd},1.{random.Next(3)}1,0.9\n");
                return ("rates", text.ToString());
            case 2:
                text.Append("list,code,text_nl,text_en,valid_from,valid_until\n");
                var start = new DateOnly(2025, 6, 1).AddDays(random.Next(700));
                text.Append(CultureInfo.InvariantCulture,
                    $"incoterm,FOB,v{random.Next(2)},v,{start:yyyy-MM-dd},{start.AddDays(90):yyyy-MM-dd}\n");
                return ("codes", text.ToString());
            default:
                text.Append("office_id,name\n");
                for (var i = 0; i < 3; i++)
                    text.Append(CultureInfo.InvariantCulture, $"NL00000{i},Kantoor {random.Next(3)}\n");
                return ("offices", text.ToString());
        }
    }

    // Only rows that differ as texts can make a day differ.
    private static void AssertPastStays(
        LawEdition before, LawEdition after, string table, DateOnly from, string what)
    {
        var (old, made) = (Without(before, after, table), Without(after, before, table));
        for (var day = from.AddDays(-600); day < from; day = day.AddDays(1))
            Assert.True(Saying(old, day).SequenceEqual(Saying(made, day)), $"{day:yyyy-MM-dd}: {what}");
    }

    private static List<LawRow> Without(LawEdition edition, LawEdition other, string table)
    {
        var known = other.Table(table).Select(row => row.ToString()).ToHashSet(StringComparer.Ordinal);
        return [.. edition.Table(table).Where(row => !known.Contains(row.ToString()))];
    }

    // What rows say, without their periods: ending a row later on is no change of this day.
    private static IEnumerable<string> Saying(List<LawRow> rows, DateOnly day) =>
        rows.Where(row => row.IsInForce(day)).Select(row => string.Join('|', row.Table.Columns
            .Where(column => column is not ("valid_from" or "valid_until")).Select(column => row[column]))).Order();
}
