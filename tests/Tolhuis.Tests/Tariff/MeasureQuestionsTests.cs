// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;
using Tolhuis.Tariff;
using Tolhuis.Tariff.Contract;
using Xunit;
using static Tolhuis.Tests.Tariff.TaxExamples;

namespace Tolhuis.Tests.Tariff;

/// <summary>What holds for a code on a day, what changes next, and which documents its measures ask for.</summary>
public sealed class MeasureQuestionsTests
{
    private static readonly DateOnly Day = new(2026, 11, 24);
    private static readonly LawOfTheDay Law = LawEdition.BuiltIn.On(Day);

    [Fact]
    public void The_measures_of_a_code_come_with_the_longest_code_first_and_only_those_in_force()
    {
        var measures = Law.MeasuresOf(Code("8507600030"));

        Assert.Equal("8507600030", measures[0].Code);
        Assert.Equal(MeasureType.Suspension, measures[0].Type);
        Assert.Equal("0%", measures[0].Duty?.ToString());
        var lengths = measures.Select(measure => measure.Code.Length).ToArray();
        Assert.Equal(lengths.OrderDescending(), lengths);
        Assert.Contains(measures, measure => measure is { Type: MeasureType.ThirdCountry, Code: "850760" });
        Assert.Contains(measures, measure => measure is { Type: MeasureType.Preference, Origin: "JP" });
        Assert.All(measures, measure => Assert.True(measure.Validity.Contains(Day)));
    }

    [Fact]
    public void With_an_origin_only_its_measures_and_those_for_all_are_given()
    {
        var british = Law.MeasuresOf(Code("87120030"), Country("GB"));
        Assert.DoesNotContain(british, measure => measure.Type == MeasureType.AntiDumping);
        Assert.Contains(british, measure => measure.Type == MeasureType.Preference);
        Assert.Equal(4, Law.MeasuresOf(Code("87120030"), Country("CN")).Count(m => m.Type == MeasureType.AntiDumping));
        Assert.Empty(Law.MeasuresOf(Code("999999")));
    }

    [Fact]
    public void Days_between_two_changes_share_what_was_made_and_days_on_both_sides_of_one_do_not()
    {
        var edition = LawEdition.BuiltIn.WithNumber(9);
        var last = edition.On(new DateOnly(2026, 12, 31)).Measures;
        Assert.Same(last, edition.On(new DateOnly(2026, 12, 1)).Measures);
        Assert.NotSame(last, edition.On(new DateOnly(2027, 1, 1)).Measures);
        for (var day = new DateOnly(2026, 1, 1); day.Year < 2029; day = day.AddDays(1))
        {
            var expected = edition.Table("tariff.measures").Where(row => row["code"] == "8507600030")
                .Where(row => row.IsInForce(day));
            var found = edition.On(day).MeasuresOf(Code("8507600030")).Select(measure => measure.Row);
            Assert.Equal(expected, found.Where(row => row["code"] == "8507600030"));
        }
    }

    [Fact]
    public void The_nomenclature_of_a_code_goes_from_the_chapter_down()
    {
        var path = Law.NomenclatureOf(Code("91021100"));
        Assert.Equal(["91", "9102", "910211", "91021100"], path.Select(entry => entry.Code));
        Assert.Equal("Uurwerken", path[0].Text("nl"));
        Assert.Equal("Other watches", path[1].Text("en"));
        Assert.Equal("NAR", Law.SupplementaryUnitOf(Code("91021100")));
        Assert.Equal("NAR", Law.SupplementaryUnitOf(Code("910212")));
        Assert.Equal("", Law.SupplementaryUnitOf(Code("850000")));
        Assert.Empty(Law.NomenclatureOf(Code("770000")));
    }

    [Fact]
    public void Every_heading_of_a_measure_has_its_chapter_in_the_nomenclature()
    {
        var chapters = Law.Rows("tariff.nomenclature").Select(row => row["code"]).ToHashSet();
        Assert.All(Law.Rows("tariff.measures"), row => Assert.Contains(row["code"][..2], chapters));
    }

    [Fact]
    public void What_changes_next_for_a_code_is_named_by_day_ends_before_beginnings()
    {
        var changes = LawEdition.BuiltIn.ChangesOf(Code("8507600030"), Day);

        Assert.Equal(new DateOnly(2027, 1, 1), changes[0].Day);
        Assert.False(changes[0].IsBeginning);
        Assert.Equal("0%", changes[0].Row["duty"]);
        Assert.True(changes[1].IsBeginning);
        Assert.Equal("1.3%", changes[1].Row["duty"]);
        Assert.Contains(changes, change => change.Table == "tariff.settings" && change.Day == new DateOnly(2028, 7, 1));
        Assert.Equal(changes.OrderBy(change => change.Day), changes);
        Assert.DoesNotContain(
            LawEdition.BuiltIn.ChangesOf(Code("850760"), Day), change => change.Table == "tariff.measures");
        Assert.Empty(LawEdition.BuiltIn.ChangesOf(Code("8507600030"), new DateOnly(2040, 1, 1)));
    }

    [Fact]
    public void What_changes_next_includes_the_settings_and_the_country_groups_that_matter_for_the_code()
    {
        const string Rows = "eba,NP,2001-01-01,2027-06-01,x\neba,KH,2001-01-01,,x\naps,IN,2014-01-01,2027-03-01,x\n"
            + "zzz,BR,2001-01-01,2027-05-01,x\n";
        var groups = LawEdition.ParseTable(
            "tariff.country_groups",
            System.Text.Encoding.UTF8.GetBytes("group,country,valid_from,valid_until,ground\n" + Rows));
        var changes = LawEdition.BuiltIn.With(2, [groups]).ChangesOf(Code("610910"), Day);

        Assert.Equal(
            ["IN", "NP"],
            changes.Where(change => change.Table == "tariff.country_groups").Select(change => change.Row["country"]));
        var settings = changes.Where(change => change.Table == "tariff.settings").Select(change => change.Row["name"]);
        Assert.Superset(
            new HashSet<string> { "flat-duty", "flat-duty-cents", "flat-duty-counting-key" }, settings.ToHashSet());
    }

    [Fact]
    public void A_missing_document_is_named_with_its_alternatives_and_its_ground()
    {
        var problem = Assert.Single(MeasureDocuments.Missing(H1(FullLine("0406902100", 1_000, "NZ")), Law));

        Assert.Equal((TariffProblems.DocumentMissing, Severity.Manual), (problem.Code, problem.Severity));
        Assert.Equal("12 03 002 000", problem.DataElement);
        Assert.Equal(
            ["1", "0406902100", "N853, Y058, Y930", "Verordening (EU) 2017/625 art. 47 lid 1"], problem.Arguments);
        var text = ProblemCatalogue.Of(Law).Text(problem, "nl", Day);
        Assert.Contains("N853, Y058, Y930", text, StringComparison.Ordinal);
        Assert.DoesNotContain('{', text);
    }

    [Theory]
    [InlineData("NZ", "N853", 0)]
    [InlineData("NZ", "Y058", 0)]
    [InlineData("NZ", "C400", 1)]
    [InlineData("NZ", "", 1)]
    [InlineData("CH", "", 0)]
    [InlineData("NO", "", 0)]
    public void One_of_the_alternatives_or_an_excluded_origin_is_enough(string origin, string document, int problems)
    {
        var line = FullLine("040690", 1_000, origin) with { DocumentTypes = document.Length > 0 ? [document] : [] };
        Assert.Equal(problems, MeasureDocuments.Missing(H1(line), Law).Count);
    }

    [Fact]
    public void A_H7_without_origin_is_asked_for_what_every_origin_needs()
    {
        Assert.Single(MeasureDocuments.Missing(H7(Line("670100", 1_000, "F53")), Law));
        // The prohibitions are for named origins.
        Assert.Empty(MeasureDocuments.Missing(H7(Line("610910", 1_000, "F53")), Law));
    }

    [Fact]
    public void A_prohibition_is_a_problem_of_its_own_unless_a_document_lifts_it()
    {
        var steel = Assert.Single(MeasureDocuments.Missing(H1(FullLine("720851", 1_000, "RU")), Law));
        Assert.Equal((TariffProblems.GoodsProhibited, "RU"), (steel.Code, steel.Arguments[2]));
        Assert.Empty(MeasureDocuments.Missing(H1(FullLine("720851", 1_000, "IN")), Law));
        var fur = FullLine("430219", 1_000, "CN");
        Assert.Equal(TariffProblems.GoodsProhibited, Assert.Single(MeasureDocuments.Missing(H1(fur), Law)).Code);
        Assert.Empty(MeasureDocuments.Missing(H1(fur with { DocumentTypes = ["Y922"] }), Law));
        var before = LawEdition.BuiltIn.On(new DateOnly(2008, 12, 30));
        Assert.Empty(MeasureDocuments.Missing(H1(fur), before));
    }

    [Fact]
    public void Units_that_the_nomenclature_asks_are_missing_where_the_data_set_asks_them()
    {
        // Watches owe by the piece, bicycles (NAR) by value.
        var shipment = H1(FullLine("91021100", 1_000), FullLine("87120030", 1_000, "TW")) with
        {
            AsksSupplementaryUnits = true,
        };
        var problems = MeasureDocuments.Missing(shipment, Law);
        Assert.Equal(
            [(TariffProblems.UnitsNeeded, Severity.Manual), (TariffProblems.UnitsMissing, Severity.Warn)],
            problems.Select(problem => (problem.Code, problem.Severity)));
        Assert.Equal(["2", "87120030", "NAR"], problems[1].Arguments);
        Assert.All(problems, problem => Assert.Equal("18 02 001 000", problem.DataElement));
        Assert.Empty(MeasureDocuments.Missing(shipment with { AsksSupplementaryUnits = false }, Law));
        var counted = shipment.Lines.Select(line => line with { SupplementaryUnits = 1_000_000 }).ToArray();
        Assert.Empty(MeasureDocuments.Missing(shipment with { Lines = counted }, Law));
    }

    [Fact]
    public void Problems_are_in_the_order_of_the_lines_and_bounded()
    {
        var many = H1([.. Enumerable.Repeat(FullLine("040690", 100, "NZ"), 150)]);
        var problems = MeasureDocuments.Missing(many, Law);
        Assert.Equal(MeasureDocuments.MaxProblems, problems.Count);
        Assert.Equal(["1", "2", "3"], problems.Take(3).Select(problem => problem.Arguments[0]));
    }

    [Fact]
    public void Nothing_is_allocated_while_nothing_is_missing()
    {
        var parcel = H1(
            FullLine("610910", 1_000), FullLine("040690", 1_000, "NZ") with { DocumentTypes = ["N380", "N853"] });
        for (var i = 0; i < 100; i++)
            MeasureDocuments.Missing(parcel, Law);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
            MeasureDocuments.Missing(parcel, Law);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Every_document_that_is_asked_of_goods_in_the_restricted_list_is_in_a_code_list()
    {
        var known = (string[])["supporting-document-type", "additional-reference-type"];
        foreach (var row in Law.Rows("tariff.measures").Where(row => row["documents"].Length > 0))
        {
            foreach (var document in row["documents"].Split('|'))
                Assert.True(known.Any(list => Law.IsInList(list, document)), $"{document} in {row}");
        }
    }

    [Fact]
    public void Words_of_types_read_back_and_each_duty_has_its_tax_type()
    {
        foreach (var type in MeasureTypes.All)
        {
            Assert.True(MeasureTypes.TryParse(MeasureTypes.WordOf(type), out var again));
            Assert.Equal(type, again);
            var taxType = MeasureTypes.TaxTypeOf(type);
            Assert.True(taxType.Length == 0 || Law.IsInList("tax-type", taxType), taxType);
        }

        Assert.False(MeasureTypes.TryParse("tax", out _));
        Assert.Equal("A30", MeasureTypes.TaxTypeOf(MeasureType.AntiDumping));
        Assert.Equal("A45", MeasureTypes.TaxTypeOf(MeasureType.ProvisionalCountervailing));
    }
}
