// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Tolhuis.Tariff.Contract;
using Xunit;

namespace Tolhuis.Tests.Tariff;

public sealed class LawEditionTests
{
    [Fact]
    public void The_built_in_edition_comes_back_from_its_bundle_with_the_same_hash()
    {
        var bundle = LawEdition.BuiltIn.ToBundle();
        var again = LawEdition.Parse(7, bundle);

        Assert.Equal(7, again.Number);
        Assert.Equal(LawEdition.BuiltIn.Hash, again.Hash);
        Assert.Equal(bundle, again.ToBundle());
        Assert.Equal(LawEdition.BuiltIn.Table("tariff.code_lists").Count, again.Table("tariff.code_lists").Count);
    }

    [Fact]
    public void The_order_of_the_rows_in_a_file_does_not_change_the_hash()
    {
        var one = Edition("code,valid_from,valid_until\nA,2026-01-01,\nB,,2026-02-01\n");
        var other = Edition("\uFEFFcode,valid_from,valid_until\r\nB,,2026-02-01\r\n\"A\",2026-01-01,\r\n");

        Assert.Equal(one.Hash, other.Hash);
    }

    [Fact]
    public void A_row_is_in_force_from_its_first_day_up_to_the_day_it_ends()
    {
        var edition = Edition("code,valid_from,valid_until\nA,2026-01-01,2026-07-01\n");

        Assert.Empty(edition.On(new DateOnly(2025, 12, 31)).Rows("test.rows"));
        Assert.Single(edition.On(new DateOnly(2026, 1, 1)).Rows("test.rows"));
        Assert.Single(edition.On(new DateOnly(2026, 6, 30)).Rows("test.rows"));
        Assert.Empty(edition.On(new DateOnly(2026, 7, 1)).Rows("test.rows"));
    }

    [Fact]
    public void Quotes_commas_and_line_ends_inside_a_field_survive_the_bundle()
    {
        var edition = Edition("code,text_nl\nA,\"een \"\"woord\"\", en\nnog een\"\n");
        var again = LawEdition.Parse(2, edition.ToBundle());

        Assert.Equal("een \"woord\", en\nnog een", Assert.Single(again.Table("test.rows"))["text_nl"]);
    }

    [Theory]
    [InlineData("", "first line")]
    [InlineData("something else\n", "first line")]
    [InlineData("tolhuis law 1\ntable,test.rows,2\ncode\nA\n", "2 rows are announced")]
    [InlineData("tolhuis law 1\ntable,test.rows,99999999999\ncode\nA\n", "is expected")]
    [InlineData("tolhuis law 1\ntable,test.rows,1\ncode\nA,B\n", "2 fields")]
    [InlineData("tolhuis law 1\ntable,test.rows,1\ncode,code\nA,B\n", "twice in the header")]
    [InlineData("tolhuis law 1\ntable,test.rows,1\ncode\n\"A\n", "not closed")]
    [InlineData("tolhuis law 1\ntable,test.rows,1\ncode\n\"A\"B\n", "not a comma")]
    [InlineData("tolhuis law 1\ntable,../rows,1\ncode\nA\n", "small letters")]
    [InlineData("tolhuis law 1\ntable,test.rows,1\nvalid_from\n1 juli 2026\n", "not a date")]
    [InlineData("tolhuis law 1\ntable,test.rows,1\nvalid_from,valid_until\n2026-07-01,2026-07-01", "before it begins")]
    [InlineData("tolhuis law 1\ntable,test.rows,0\ncode\ntable,test.rows,0\ncode\n", "twice in the edition")]
    public void A_bundle_that_is_none_is_refused_with_the_reason(string bundle, string reason)
    {
        var refusal = Assert.Throws<InvalidDataException>(() => LawEdition.Parse(2, Encoding.UTF8.GetBytes(bundle)));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bundle_of_more_than_fifty_megabytes_or_not_in_utf8_is_refused()
    {
        Assert.Throws<InvalidDataException>(() => LawEdition.Parse(2, new byte[50_000_001]));
        Assert.Throws<InvalidDataException>(() => LawEdition.Parse(2, new byte[] { 0xC3, 0x28 }));
    }

    [Fact]
    public void A_year_of_days_is_asked_without_keeping_all_of_them()
    {
        var edition = LawEdition.BuiltIn.WithNumber(3);
        var first = edition.On(new DateOnly(2026, 1, 1));
        Assert.Same(first, edition.On(new DateOnly(2026, 1, 1)));
        for (var day = 0; day < 60; day++)
            Assert.Equal(new DateOnly(2026, 1, 1).AddDays(day), edition.On(new DateOnly(2026, 1, 1).AddDays(day)).Day);

        Assert.NotSame(first, edition.On(new DateOnly(2026, 1, 1)));
        Assert.Equal(3, edition.On(new DateOnly(2026, 1, 1)).Edition);
    }

    [Fact]
    public void Threads_asking_for_days_at_once_get_the_day_they_asked()
    {
        var edition = LawEdition.BuiltIn.WithNumber(4);
        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i =>
        {
            var day = new DateOnly(2026, 6, 25).AddDays(i % 12);
            Assert.Equal(day, edition.On(day).Day);
        });
    }

    private static LawEdition Edition(string csv) =>
        LawEdition.BuiltIn.With(2, [LawEdition.ParseTable("test.rows", Encoding.UTF8.GetBytes(csv))]);
}
