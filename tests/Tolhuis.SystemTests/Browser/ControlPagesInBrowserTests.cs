// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.SystemTests.Web;
using Xunit;

namespace Tolhuis.SystemTests.Browser;

/// <summary>A house with controls in all their stages.</summary>
public sealed class ControlledHouse : SharedHouse
{
    /// <summary>A declaration whose control no one took.</summary>
    public long Free { get; private set; }

    /// <summary>A declaration whose declarant was asked for a correction.</summary>
    public long Asked { get; private set; }

    /// <summary>A declaration that was found in order and released.</summary>
    public long Released { get; private set; }

    protected override async Task Furnish()
    {
        await House.Hold(4);
        await House.MakeBlind(false);
        var rows = House.Held(3);
        await House.FindInOrder(rows[0]);
        await House.FindWrong(rows[1], "99999.50 EUR");
        (Released, Asked, Free) = (rows[0].Id, rows[1].Id, rows[2].Id);
    }}

public sealed class ControlPagesInBrowserTests(Chromium chromium, ControlledHouse controlled)
    : IClassFixture<ControlledHouse>
{
    [Theory]
    [InlineData("/controls")]
    [InlineData("/controls?with=me")]
    [InlineData("/controls?overdue=1&set=H1")]
    [InlineData("/findings")]
    [InlineData("/findings?days=7&real=1")]
    [InlineData("/findings?result=not-in-order&kind=Sample&error=value")]
    [InlineData("/controls/{free}")]
    [InlineData("/controls/{asked}")]
    [InlineData("/controls/{released}")]
    [InlineData("/declarations/{released}/reasons")]
    [InlineData("/declarations/{released}/timeline")]
    public Task Every_page_of_controls_is_clean_for_axe_and_never_scrolls_sideways(string address) =>
        Looks.AssertWellMade(
            chromium, controlled.House, Role.Officer,
            address.Replace("{free}", $"{controlled.Free}", StringComparison.Ordinal)
                .Replace("{asked}", $"{controlled.Asked}", StringComparison.Ordinal)
                .Replace("{released}", $"{controlled.Released}", StringComparison.Ordinal),
            address);
}
