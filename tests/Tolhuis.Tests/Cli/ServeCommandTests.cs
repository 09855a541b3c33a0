// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Cli.Platform;
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
}
