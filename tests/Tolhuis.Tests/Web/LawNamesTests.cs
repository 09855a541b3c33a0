// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Tariff.Contract;
using Tolhuis.Web.Tariff;
using Xunit;

namespace Tolhuis.Tests.Web;

public sealed class LawNamesTests
{
    [Fact]
    public void Every_setting_and_list_of_goods_or_countries_has_words()
    {
        var law = LawEdition.BuiltIn;
        Assert.DoesNotContain(Names(law, "tariff.settings", "name"), name => LawNames.OfSetting(name) is null);
        Assert.DoesNotContain(Names(law, "tariff.goods_lists", "list"), name => LawNames.OfGoods(name) is null);
        Assert.DoesNotContain(Names(law, "tariff.restricted_goods", "list"), name => LawNames.OfGoods(name) is null);
        Assert.DoesNotContain(Names(law, "tariff.country_groups", "group"), name => LawNames.OfGoods(name) is null);
    }

    [Fact]
    public void Every_table_of_the_tariff_that_changes_has_words() => Assert.All(
        LawEdition.BuiltIn.Tables.Select(table => table.Name)
            .Where(name => name.StartsWith("tariff.", StringComparison.Ordinal) && name != "tariff.steps"),
        name => Assert.NotNull(TariffTexts.OfTable(name)));

    [Fact]
    public void Every_type_of_measure_has_words() => Assert.All(
        Enum.GetValues<MeasureType>().Where(type => type != default), type => Assert.NotEmpty(TariffTexts.Of(type).Nl));

    private static IEnumerable<string> Names(LawEdition law, string table, string column) =>
        law.Table(table).Select(row => row[column]).Distinct();
}
