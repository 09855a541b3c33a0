// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Tolhuis.Declarations.Contract;
using Xunit;

namespace Tolhuis.Tests.Declarations;

/// <summary>JSON made to hurt: each gives a problem, in memory that the message's own size bounds.</summary>
public sealed class HostileJsonTests
{
    private readonly MessageChecker _checker = new();

    [Theory]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("{\"lrn\":\"A\",}")]
    [InlineData("{\"lrn\":\"A\" /* comment */}")]
    [InlineData("{\"lrn\":'A'}")]
    [InlineData("{\"lrn\":01}")]
    [InlineData("{\"lrn\":NaN}")]
    [InlineData("{\"lrn\":\"\\uD800\"}")]
    [InlineData("{\"lrn\":\"\\uDC00\\uD800\"}")]
    [InlineData("{\"\\uD800\":1}")]
    [InlineData("{\"nobody\":{\"reads\":\"\\uD800x\"}}")]
    [InlineData("{\"nobody\":\"\\\\\\uDC00\"}")]
    [InlineData("{\"lrn\":\"a\u0001b\"}")]
    public void What_is_no_strict_json_is_unreadable_and_says_where(string message)
    {
        var answer = _checker.Check(SampleMessages.Utf8(message), SampleMessages.Law);
        Assert.False(answer.IsReadable);
        var problem = Assert.Single(answer.Problems);
        Assert.Equal("declarations.message.json-unreadable", problem.Code);
        Assert.All(problem.Arguments, argument => Assert.NotEqual("0", argument));
    }

    [Fact]
    public void A_whole_surrogate_pair_written_as_an_escape_is_a_character()
    {
        var message = JsonSample.With(JsonSample.H7, "/goodsShipment/goodsItem/0/commodity/descriptionOfGoods", "@");
        var text = Encoding.UTF8.GetString(message).Replace(
            "\"@\"", "\"\\\\\\uD83D\\uDCE6 box\"", StringComparison.Ordinal);
        var answer = _checker.Check(SampleMessages.Utf8(text), SampleMessages.Law);
        Assert.Equal("\\\U0001F4E6 box", answer.Declaration!.Lines[0].Description);
    }

    [Theory]
    [InlineData(new byte[] { 0xC0, 0x80 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xF4, 0x90, 0x80, 0x80 })]
    public void Bytes_that_are_no_utf_8_are_refused_also_where_nobody_reads_them(byte[] bytes)
    {
        byte[] message = [.. "{\n\"nobody\":\""u8, .. bytes, .. "\"}"u8];
        var problem = Assert.Single(_checker.Check(message, SampleMessages.Law).Problems);
        Assert.Equal("declarations.message.json-unreadable", problem.Code);
        Assert.Equal(["2", "11"], problem.Arguments);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public void Deep_nesting_is_refused_with_the_limit(string open, string close)
    {
        var message = "{\"a\":" + string.Concat(Enumerable.Repeat(open, 100_000)) + "1"
            + string.Concat(Enumerable.Repeat(close, 100_000)) + "}";
        var problem = Assert.Single(_checker.Check(SampleMessages.Utf8(message), SampleMessages.Law).Problems);
        Assert.Equal(("declarations.message.too-deep", "64"), (problem.Code, problem.Arguments[0]));
    }

    [Fact]
    public void A_hundred_thousand_unknown_properties_give_twenty_warnings_and_no_more()
    {
        var extra = new StringBuilder();
        for (var i = 0; i < 100_000; i++)
            extra.Append(System.Globalization.CultureInfo.InvariantCulture, $"\"p{i}\":{i},");
        var message = SampleMessages.Utf8(JsonSample.H7.Replace("{\"messageKind\"", "{" + extra + "\"messageKind\"",
            StringComparison.Ordinal));
        var answer = _checker.Check(message, SampleMessages.Law);
        Assert.Equal(20, answer.Problems.Count(p => p.Code == "declarations.message.property-unknown"));
        Assert.NotNull(answer.Declaration);
        var before = GC.GetAllocatedBytesForCurrentThread();
        _checker.Check(message, SampleMessages.Law);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 200_000);
        Assert.False(MessageReader.Read(message, SampleMessages.Law).IsComplete);
    }

    [Fact]
    public void The_same_name_a_hundred_thousand_times_gives_at_most_two_hundred_problems()
    {
        var message = "{" + string.Concat(Enumerable.Repeat("\"lrn\":\"A\",", 100_000)) + "\"lrn\":\"B\"}";
        var answer = _checker.Check(SampleMessages.Utf8(message), SampleMessages.Law);
        Assert.Null(answer.Declaration);
        Assert.Equal(200, answer.Problems.Count);
        Assert.Equal("A", answer.LrnText);
    }

    [Fact]
    public void A_huge_number_is_an_error_of_format_and_is_never_computed()
    {
        var message = JsonSample.H7.Replace(
            "\"lrn\":",
            $"\"mrn\":{new string('9', 1_000_000)},\"exchangeRate\":1e999999999,\"lrn\":",
            StringComparison.Ordinal);
        var answer = _checker.Check(SampleMessages.Utf8(message), SampleMessages.Law);
        Assert.True(answer.IsReadable);
        Assert.All(answer.Problems, problem => Assert.All(problem.Arguments, a => Assert.InRange(a.Length, 0, 200)));
    }

    [Fact]
    public void A_long_text_is_cut_and_refused()
    {
        var message = JsonSample.H7.Replace(
            "\"lrn\":\"", "\"lrn\":\"" + new string('A', 3_000_000), StringComparison.Ordinal);
        var answer = _checker.Check(SampleMessages.Utf8(message), SampleMessages.Law);
        Assert.Null(answer.Declaration);
        Assert.Contains(answer.Problems, p => p.Code == "declarations.element.format" && p.Pointer == "/lrn");
        Assert.Equal(70, answer.LrnText.Length);
    }

    [Theory]
    [InlineData("\\u0000", "0000")]
    [InlineData("\\u001b", "001B")]
    [InlineData("\\uFFFE", "FFFE")]
    public void A_character_that_xml_cannot_have_is_refused_in_json_too(string escaped, string named)
    {
        var message = JsonSample.H7.Replace("\"lrn\":\"", "\"lrn\":\"" + escaped, StringComparison.Ordinal);
        var answer = _checker.Check(SampleMessages.Utf8(message), SampleMessages.Law);
        Assert.Null(answer.Declaration);
        Assert.Contains(
            answer.Problems,
            p => p is { Code: "declarations.message.character", DataElement: "12 09 001 000", Pointer: "/lrn" }
                && p.Arguments[0] == named);
    }

    [Fact]
    public void Ten_thousand_items_are_one_too_many()
    {
        string Items(int count) => "{\"goodsShipment\":{\"goodsItem\":["
            + string.Join(',', Enumerable.Repeat("{}", count)) + "]}}";
        var most = _checker.Check(SampleMessages.Utf8(Items(9_999)), SampleMessages.Law);
        Assert.True(most.IsReadable);
        var problem = Assert.Single(_checker.Check(SampleMessages.Utf8(Items(10_000)), SampleMessages.Law).Problems);
        Assert.Equal("declarations.message.too-many-items", problem.Code);
    }

    [Fact]
    public void More_than_a_million_values_are_refused_before_the_end()
    {
        var message = "{\"a\":[" + string.Join(',', Enumerable.Repeat("1", 1_000_001)) + "]}";
        var problem = Assert.Single(_checker.Check(SampleMessages.Utf8(message), SampleMessages.Law).Problems);
        Assert.Equal("declarations.message.too-many-elements", problem.Code);
    }

    [Fact]
    public void A_byte_order_mark_and_blanks_before_the_message_are_forgiven()
    {
        byte[] message = [0xEF, 0xBB, 0xBF, .. " \r\n\t"u8, .. SampleMessages.Utf8(JsonSample.H7), .. "\n"u8];
        Assert.NotNull(_checker.Check(message, SampleMessages.Law).Declaration);
    }

    [Fact]
    public void A_json_message_of_two_lines_allocates_no_more_than_an_xml_one()
    {
        Assert.InRange(AllocatedFor(JsonSample.H7), 1, AllocatedFor(SampleMessages.H7));
    }

    private long AllocatedFor(string text)
    {
        var message = SampleMessages.Utf8(text);
        for (var i = 0; i < 100; i++)
            _checker.Check(message, SampleMessages.Law);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            _checker.Check(message, SampleMessages.Law);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / 100;
    }
}
