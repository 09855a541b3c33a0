// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Web.Declarations;
using Tolhuis.Web.Platform;
using Xunit;

namespace Tolhuis.Tests.Web;

public sealed class VersionComparisonTests
{
    [Fact]
    public void Lines_are_compared_by_their_item_and_say_old_and_new()
    {
        LineRow[] old = [Line(1, 1_000), Line(2, 500), Line(3, 700)];
        LineRow[] now = [Line(1, 1_250), Line(2, 500), Line(4, 900)];

        var comparison = VersionComparison.OfLines(old, now, Language.English);

        Assert.Equal(
            (1, 1, 1), (comparison.LinesChanged, comparison.LinesAdded, comparison.LinesRemoved));
        Assert.Contains(new VersionChange(1, "Value", "10.00\u00A0EUR", "12.50\u00A0EUR"), comparison.Changes);
        Assert.Contains(comparison.Changes, c => c.Item == 3 && c.New.Length == 0 && c.Old.Length > 0);
        Assert.Contains(comparison.Changes, c => c.Item == 4 && c.Old.Length == 0 && c.New.Length > 0);
        Assert.DoesNotContain(comparison.Changes, c => c.Item == 2);
        Assert.Equal("1 line was changed, 1 line is new, 1 line is gone.", comparison.Say(Language.English));
    }

    [Fact]
    public void The_same_lines_have_no_difference()
    {
        var comparison = VersionComparison.OfLines([Line(1, 1_000)], [Line(1, 1_000)], Language.Dutch);

        Assert.True(comparison.IsSame);
        Assert.Equal("De regels en bedragen zijn gelijk.", comparison.Say(Language.Dutch));
    }

    [Fact]
    public void Messages_are_compared_by_element_and_what_they_say_of_themselves_is_left_out()
    {
        var old = Message(("12 09 001 000", 0, "LRN-1"), ("13 04 016 000", 0, "Jansen"), ("18 05 001 000", 1, "Bag"));
        var now = Message(("12 09 001 000", 0, "LRN-2"), ("13 04 016 000", 0, "Janssen"), ("18 05 001 000", 1, "Bags"));

        var header = VersionComparison.OfMessages(old, now, isHeaderOnly: true, Language.English);
        var whole = VersionComparison.OfMessages(old, now, isHeaderOnly: false, Language.English);

        Assert.Equal([new VersionChange(0, "name of 13 04 016 000", "Jansen", "Janssen")], header.Changes);
        Assert.Equal((2, 1, 1), (whole.Changes.Count, whole.ElementsChanged, whole.LinesChanged));
    }

    [Fact]
    public void An_element_that_stands_more_often_than_its_group_is_compared_one_by_one()
    {
        var old = Message(("11 10 001 000", 1, "C07"), ("11 10 001 000", 1, "F48"));
        var now = Message(("11 10 001 000", 1, "C07"), ("11 10 001 000", 1, "F49"));

        var change = Assert.Single(
            VersionComparison.OfMessages(old, now, isHeaderOnly: false, Language.English).Changes);

        Assert.Equal(("F48", "F49"), (change.Old, change.New));
    }

    private static ReadMessage Message(params (string Number, int Item, string Value)[] elements) => new(
        true, MessageKind.NewDeclaration, DataSet.H7, true,
        [
            .. elements.Select(e => new ReadElement(
                e.Number, "naam van " + e.Number, "name of " + e.Number, e.Item, 1, e.Value, "/x")),
        ]);

    private static LineRow Line(int item, long cents) => new(
        item, item, default, default, "Bag", Money.Euro(cents), cents, 0, 0, "C07", 300, 0, LineOutcome.Released);
}
