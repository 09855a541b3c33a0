// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Tolhuis.Web.Components;
using Tolhuis.Web.Platform;
using Xunit;

namespace Tolhuis.Tests.Web;

public sealed class SheetTests
{
    private static readonly BulkAct Take = new("take", new Text("Neem", "Take"));

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("+31 20", "'+31 20")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("Jansen - Zn", "Jansen - Zn")]
    [InlineData("", "")]
    public void Text_that_a_spreadsheet_would_calculate_is_kept_as_text(string text, string expected) =>
        Assert.Equal(expected, CsvSheet.Harmless(text));

    [Fact]
    public async Task Numbers_follow_the_language_and_what_holds_a_separator_is_quoted()
    {
        var moment = new DateTime(2026, 7, 1, 8, 30, 0, DateTimeKind.Unspecified);
        object[] row = ["a;b", "c,\"d\"", -12.5m, moment, "line\nbreak"];

        Assert.Equal(
            "\"a;b\";\"c,\"\"d\"\"\";-12,5;2026-07-01 08:30:00;\"line\nbreak\"\r\n", await Csv(Language.Dutch, row));
        Assert.Equal(
            "a;b,\"c,\"\"d\"\"\",-12.5,2026-07-01 08:30:00,\"line\nbreak\"\r\n", await Csv(Language.English, row));
    }

    [Fact]
    public void A_cell_is_the_words_of_the_screen_and_a_moment_alone_is_a_moment()
    {
        Assert.Equal("Naam & Co NL1", Cell(b =>
        {
            b.OpenElement(0, "span");
            b.AddContent(1, "Naam & Co");
            b.OpenElement(2, "span");
            b.AddContent(3, "NL1");
            b.CloseElement();
            b.CloseElement();
        }));
        Assert.Equal(new DateTime(2026, 7, 1, 0, 30, 0), Cell(b =>
        {
            b.OpenComponent<When>(0);
            b.AddComponentParameter(1, nameof(When.At), 1_782_858_600_000_000L);
            b.CloseComponent();
        }));
        Assert.Equal("Vrij", Cell(b =>
        {
            b.OpenComponent<StateBadge>(0);
            b.AddComponentParameter(1, nameof(StateBadge.ChildContent), (RenderFragment)(c => c.AddContent(0, "Vrij")));
            b.CloseComponent();
        }));
        Assert.Equal("a < b", Cell(b => b.AddMarkupContent(0, "<strong>a &lt; b</strong>")));
        Assert.Equal(1234.5m, Cell(b => b.AddContent(0, "1.234,50"), isNumeric: true));
        Assert.Equal("1.234,50", Cell(b => b.AddContent(0, "1.234,50")));
    }

    [Theory]
    [InlineData("?row=1&row=2&row=1&act=take", "take", 2, false)]
    [InlineData("?row=1&act=delete-all", null, 1, false)]
    [InlineData("?row=1&did=take&failed=3", "take", 1, true)]
    public void A_choice_of_rows_comes_from_the_address_without_doubles_or_acts_of_others(
        string query, string? act, int rows, bool isDone)
    {
        var selection = Choice(query)!;

        Assert.Equal((act, rows, isDone), (selection.Act, selection.Keys.Count, selection.IsDone));
    }

    [Fact]
    public void A_choice_is_bounded()
    {
        Assert.Null(Choice("?act=take"));
        Assert.Null(Choice("?row=" + new string('9', 41)));
        Assert.Equal(
            Selection.Most,
            Choice("?" + string.Join('&', Enumerable.Range(0, 5_000).Select(i => $"row={i}")))!.Keys.Count);
    }

    private static Selection? Choice(string query)
    {
        var context = new DefaultHttpContext();
        context.Request.QueryString = new QueryString(query);
        return Selection.From(context.Request, [Take]);
    }

    private static object Cell(RenderFragment cell, bool isNumeric = false) =>
        CellText.Of(cell, isNumeric, Language.Dutch);

    private static async Task<string> Csv(Language language, object[] cells)
    {
        using var to = new MemoryStream();
        await using (var csv = new CsvSheet(to, language))
            await csv.Row(cells);
        var bytes = to.ToArray();
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        return Encoding.UTF8.GetString(bytes[3..]);
    }
}
