// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;
using Xunit;

namespace Tolhuis.Tests.Tariff.Loading;

/// <summary>Good files of every kind, and what they change.</summary>
public sealed class LoadTests
{
    private static readonly DateOnly Before = new(2026, 6, 30);

    [Fact]
    public async Task Duties_end_the_rows_they_replace_and_those_they_no_longer_name()
    {
        using var house = await DraftHouse.Open();
        await house.Publish("duties", "code,duty\n61091000,12%\n61099020,12%\n62034235,12%", "2026-01-01");

        var outcome = await house.Load(
            "duties", "\uFEFFcommodity;duty\r\n6109 10 00;9.0%\r\n61099030;\"4% + 2 EUR / 100 kg\"\r\n");
        var change = Assert.Single(outcome.Changes);
        Assert.Equal(("tariff.measures", 1, 1, 1, 0), Parts(change));
        await house.Drafts.Publish(outcome.Draft!.Number, null, "test", DraftHouse.Approver);

        var rows = house.Tariff.Current.Table("tariff.measures")
            .Where(r => r["code"].StartsWith("6109", StringComparison.Ordinal));
        Assert.Equal(
            [
                "61091000 12% 2026-01-01..2026-07-01", "61091000 9% 2026-07-01..",
                "61099020 12% 2026-01-01..2026-07-01", "61099030 4% + 2 EUR / 100 kg 2026-07-01..",
            ],
            rows.Where(r => r["code"].Length == 8)
                .Select(r => $"{r["code"]} {r["duty"]} {r["valid_from"]}..{r["valid_until"]}").Order());
        var other = house.Tariff.Current.Table("tariff.measures").Single(r => r["code"] == "62034235");
        Assert.Equal("", other["valid_until"]);
    }

    [Fact]
    public async Task A_file_of_changes_ends_nothing()
    {
        using var house = await DraftHouse.Open();
        await house.Publish("duties", "code,duty\n61091000,12%\n61099020,12%", "2026-01-01");

        var outcome = await house.Load("duties", "code,duty\n61091000,12.0 %", complete: false);

        Assert.Equal(("tariff.measures", 0, 0, 0, 1), Parts(Assert.Single(outcome.Changes)));
    }

    [Fact]
    public async Task A_change_that_is_known_already_stays_where_it_is()
    {
        using var house = await DraftHouse.Open();
        await house.Publish("duties", "code,duty\n61091000,12%", "2026-01-01", complete: false);
        await house.Publish("duties", "code,duty\n61091000,5%", "2027-01-01", complete: false);

        var edition = await house.Publish("duties", "code,duty\n61091000,11%", complete: false);

        Assert.Equal(
            ["11% 2026-07-01..2027-01-01", "12% 2026-01-01..2026-07-01", "5% 2027-01-01.."],
            edition.Table("tariff.measures").Where(r => r["code"] == "61091000")
                .Select(r => $"{r["duty"]} {r["valid_from"]}..{r["valid_until"]}").Order());
    }

    [Fact]
    public async Task Nomenclature_keeps_the_words_it_does_not_bring_and_leaves_sections_out()
    {
        using var house = await DraftHouse.Open();
        await house.Publish(
            "nomenclature", "code,suppl_unit,text_en,text_nl\nXI,,TEXTILES,TEXTIEL\n6109,PST,Shirts,Hemden",
            "2026-01-01");

        var outcome = await house.Load(
            "nomenclature", "code,text_en\nXI,TEXTILES\n6109,\"T-shirts, \"\"singlets\"\"\"");
        Assert.Equal(1, outcome.LeftOut);
        await house.Drafts.Publish(outcome.Draft!.Number, null, "test", DraftHouse.Approver);

        var law = house.Tariff.Current.On(DraftHouse.Today);
        var entry = law.NomenclatureOf(TaxExamples.Code("610910")).Single(e => e.Code == "6109");
        Assert.Equal(
            ("T-shirts, \"singlets\"", "Hemden", "NAR"),
            (entry.Text("en"), entry.Text("nl"), entry.SupplementaryUnit));
    }

    [Fact]
    public async Task Rates_hold_for_their_month_and_a_day_without_one_takes_the_last_before_it()
    {
        using var house = await DraftHouse.Open();

        // 17 June 2026 is the second-last Wednesday of June, 22 July that of July, which has no rate of its own here.
        var edition = await house.Publish(
            "rates",
            "Date,USD,JPY,BGN,\n2026-07-27,9,9,N/A,\n2026-07-21,1.30,171,N/A,\n2026-06-17,1.2500,170.5,N/A,\n"
            + "2026-06-16,9,9,9,\n");

        Assert.Equal("1.25", Rate(edition, "USD", "2026-07-01"));
        Assert.Equal("170.5", Rate(edition, "JPY", "2026-07-31"));
        Assert.Equal("1.3", Rate(edition, "USD", "2026-08-31"));
        Assert.Equal("UVo. (EU) 2015/2447 art. 146; ECB 2026-07-21", Row(edition, "USD", "2026-08-01")["ground"]);
        Assert.Equal(Rate(LawEdition.BuiltIn, "USD", "2026-09-01"), Rate(edition, "USD", "2026-09-01"));
        Assert.Equal(Rate(LawEdition.BuiltIn, "USD", "2026-06-30"), Rate(edition, "USD", "2026-06-30"));
    }

    [Fact]
    public async Task Codes_come_from_sheets_and_from_the_reference_data()
    {
        using var house = await DraftHouse.Open();
        var edition = await house.Publish(
            "codes",
            """
            {"snapshotDate":"2026-06-01","lists":{
              "KindOfPackages":[{"state":"valid","activeFrom":"2026-09-01","code":"QZ9","description":"Quilt"},
                {"state":"invalid","activeFrom":"2020-01-01","code":"ZZ","description":"x"}],
              "DeclarationType":[{"state":"valid","activeFrom":"2020-01-01","code":"T1","description":"Transit"}]}}
            """);

        Assert.False(edition.On(DraftHouse.Today).IsInList("package-type", "QZ9"));
        Assert.True(edition.On(new DateOnly(2026, 9, 1)).IsInList("package-type", "QZ9"));
        Assert.True(edition.On(DraftHouse.Today).IsInList("package-type", "ZZ"));
        Assert.True(edition.On(DraftHouse.Today).IsInList("csrd2-declaration-type", "T1"));
        Assert.False(edition.On(DraftHouse.Today).IsInList("declaration-type", "T1"));
        Assert.Equal("Transit", edition.On(DraftHouse.Today).TextOfCode("csrd2-declaration-type", "T1", "nl"));

        edition = await house.Publish(
            "codes", "list,code,text_nl,text_en\nincoterm,NEW,Nieuw,New\n", complete: true);
        Assert.Equal(["NEW"], edition.On(DraftHouse.Today).CodesOf("incoterm").Select(r => r["code"]));
        Assert.True(edition.On(Before).IsInList("incoterm", "FOB"));
    }

    [Fact]
    public async Task Offices_have_the_Dutch_name_where_there_is_one()
    {
        using var house = await DraftHouse.Open();
        const string Csv = "office_id,language,name,state\nNL000998,EN,Customs Somewhere,valid\n"
            + "NL000998,NL,Douane Ergens,valid\nBE000998,FR,Douane Quelque Part,valid\nNL000997,NL,Weg,closed\n";
        const string Json =
            """[{"reference":"NL000998","name":"Douane Ergens"},{"reference":"NL000996","name":"Nieuw"}]""";

        var edition = await house.Publish("offices", Csv);
        Assert.Equal("Douane Ergens", edition.On(DraftHouse.Today).TextOfCode("customs-office", "NL000998", "nl"));
        Assert.Equal("Customs Somewhere", edition.On(DraftHouse.Today).TextOfCode("customs-office", "NL000998", "en"));
        Assert.Equal(
            "Douane Quelque Part", edition.On(DraftHouse.Today).TextOfCode("customs-office", "BE000998", "en"));
        Assert.False(edition.On(DraftHouse.Today).IsInList("customs-office", "NL000997"));

        edition = await house.Publish("offices", Json, "2026-08-01");
        Assert.True(edition.On(new DateOnly(2026, 8, 1)).IsInList("customs-office", "NL000996"));
        Assert.True(edition.On(new DateOnly(2026, 8, 1)).IsInList("customs-office", "BE000998"));
    }

    [Fact]
    public async Task A_table_of_our_own_says_everything_of_its_keys_from_the_first_day_on()
    {
        using var house = await DraftHouse.Open();
        const string Header = "name,value,valid_from,valid_until,ground\n";

        var edition = await house.Publish(
            "tariff.settings",
            Header + "gift-limit-cents,5000,2020-01-01,2027-01-01,test\ngift-limit-cents,6000,2027-01-01,,test\n");

        Assert.Equal(4500, edition.On(Before).Setting("gift-limit-cents"));
        Assert.Equal(5000, edition.On(DraftHouse.Today).Setting("gift-limit-cents"));
        Assert.Equal(6000, edition.On(new DateOnly(2027, 1, 1)).Setting("gift-limit-cents"));
        Assert.Equal(15000, edition.On(DraftHouse.Today).Setting("intrinsic-value-limit-cents"));

        edition = await house.Publish(
            "measures",
            "code,additional_code,origin,excluded_origins,type,preference,order_number,duty,documents,ground\n"
            + "6109,,CN,,anti-dumping,,,23.4%,,Verordening (EU) 2026/1\n");
        var measure = Assert.Single(
            edition.On(DraftHouse.Today).MeasuresOf(TaxExamples.Code("61091000")),
            m => m.Type == MeasureType.AntiDumping);
        Assert.Equal(new Period(DraftHouse.Today), measure.Validity);
    }

    private static LawRow Row(LawEdition edition, string currency, string day) =>
        edition.On(DateOnly.Parse(day, null)).Rows("tariff.exchange_rates").Single(r => r["currency"] == currency);

    private static string Rate(LawEdition edition, string currency, string day) =>
        Row(edition, currency, day)["units_per_euro"];

    private static (string, int, int, int, int) Parts(TableChange change) =>
        (change.Table, change.Added, change.Changed, change.Ended, change.Unchanged);
}
