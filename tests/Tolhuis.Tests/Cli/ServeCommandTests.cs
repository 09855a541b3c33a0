// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Tolhuis.Cli.Platform;
using Tolhuis.Tariff.Contract;
using Xunit;

namespace Tolhuis.Tests.Cli;

public sealed class ServeCommandTests
{
    [Theory]
    [InlineData("http://localhost:5090")]
    [InlineData("http://localhost:5090/;http://localhost:5091")]
    public void The_first_administrator_gets_one_address_with_the_code_where_no_log_sees_it(string urls) =>
        Assert.Equal(
            "http://localhost:5090/toegang/eerste-beheerder#code=tolhuis_abc",
            ServeCommand.FirstAddress(urls, "tolhuis_abc"));

    [Theory]
    [InlineData("2026-11-02", false)]
    [InlineData("2026-11-03", true)]
    [InlineData("2027-01-01", true)]
    [InlineData("2028-06-01", true)]
    public void A_start_says_which_exchange_rates_end_within_sixty_days_or_have_ended(string today, bool isSaid)
    {
        var said = ServeCommand.RatesThatEnd(
            WithRates("USD,1.15,,2026-12-01", "USD,1.16,2026-12-01,2027-01-02"), DateOnly.Parse(today, null));

        Assert.Equal(isSaid, said is not null);
        Assert.True(!isSaid || (said!.Contains("2027-01-02", StringComparison.Ordinal)
            && said.Contains("(USD)", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_start_says_nothing_of_a_currency_that_is_long_gone_or_of_a_rate_without_end() =>
        Assert.Null(ServeCommand.RatesThatEnd(
            WithRates("BGN,1.9558,,2026-01-01", "EUR,1,,", "USD,1.15,2026-11-01,2028-01-01"), new(2026, 11, 24)));

    private static LawEdition WithRates(params string[] rows) => LawEdition.BuiltIn.With(
        7,
        [
            LawEdition.ParseTable("tariff.exchange_rates", Encoding.UTF8.GetBytes(string.Join(
                '\n',
                ["currency,units_per_euro,valid_from,valid_until,ground", .. rows.Select(row => row + ",test"), ""]))),
        ]);
}
