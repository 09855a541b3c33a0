// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Tolhuis.Declarations.Contract;
using Xunit;

namespace Tolhuis.Tests.Declarations;

/// <summary>Messages made to hurt: each gives a problem, fast and in little memory.</summary>
public sealed class HostileMessageTests
{
    private readonly MessageChecker _checker = new();

    [Theory]
    [InlineData("", "declarations.message.empty")]
    [InlineData("  \r\n\t ", "declarations.message.empty")]
    [InlineData("not xml at all", "declarations.message.unreadable")]
    [InlineData("<Declaration", "declarations.message.unreadable")]
    [InlineData("<a><b></a></b>", "declarations.message.unreadable")]
    [InlineData("<order><line/></order>", "declarations.message.no-declaration")]
    [InlineData("<Declaration><TypeCode>IMA</TypeCode></Declaration>", "declarations.message.namespace")]
    [InlineData("<Declaration xmlns='urn:example:other'/>", "declarations.message.namespace")]
    [InlineData("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "declarations.message.document-type")]
    [InlineData("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", "declarations.message.document-type")]
    [InlineData(
        "<Declaration xmlns='urn:wco:datamodel:WCO:DEC-DMS:2'>&unknown;</Declaration>",
            "declarations.message.unreadable")]
    [InlineData(
        "<Declaration xmlns='urn:wco:datamodel:WCO:DEC-DMS:2'>&#0;</Declaration>", "declarations.message.unreadable")]
    [InlineData("<?xml version='1.0' encoding='no-such-code'?><a/>", "declarations.message.unreadable")]
    [InlineData("<?xml version='1.0' encoding='utf-16'?><a/>", "declarations.message.unreadable")]
    public void What_cannot_be_understood_is_unreadable_and_says_why(string message, string code)
    {
        var answer = _checker.Check(SampleMessages.Utf8(message), SampleMessages.Law);
        Assert.False(answer.IsReadable);
        Assert.Null(answer.Declaration);
        Assert.Equal(code, Assert.Single(answer.Problems).Code);
    }

    [Fact]
    public void An_unreadable_message_says_where()
    {
        var answer = _checker.Check("<a>\n<b>\n</a>"u8.ToArray(), SampleMessages.Law);
        Assert.Equal(["3", "3"], Assert.Single(answer.Problems).Arguments);
    }

    [Fact]
    public void Entities_that_grow_are_refused_before_they_grow()
    {
        var bomb = new StringBuilder("<!DOCTYPE z [<!ENTITY a0 'x'>");
        for (var i = 1; i < 40; i++)
            bomb.Append(System.Globalization.CultureInfo.InvariantCulture, $"<!ENTITY a{i} '&a{i - 1};&a{i - 1};'>");
        bomb.Append("]><z>&a39;</z>");
        RefusesCheaply("declarations.message.document-type", SampleMessages.Utf8(bomb.ToString()));
    }

    [Theory]
    [InlineData(65)]
    [InlineData(100_000)]
    public void A_message_too_deep_is_refused(int depth)
    {
        var bomb = string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth));
        RefusesCheaply("declarations.message.too-deep", SampleMessages.Utf8(bomb));
    }

    [Fact]
    public void Depth_within_a_declaration_is_bounded_too()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:GoodsShipment>", 1_000));
        var bomb = SampleMessages.H7.Replace("<w:GoodsShipment>", deep, StringComparison.Ordinal);
        RefusesCheaply("declarations.message.too-deep", SampleMessages.Utf8(bomb));
    }

    [Fact]
    public void A_text_of_100_MB_is_refused_without_reading_it()
    {
        var message = new byte[100_000_000];
        Array.Fill(message, (byte)'x');
        var start = SampleMessages.H7.IndexOf("Cotton", StringComparison.Ordinal);
        SampleMessages.Utf8(SampleMessages.H7[..start]).CopyTo(message, 0);
        var end = SampleMessages.Utf8(SampleMessages.H7[start..]);
        end.CopyTo(message, message.Length - end.Length);
        RefusesCheaply("declarations.message.too-large", message);
    }

    [Fact]
    public void A_text_of_10_MB_is_a_wrong_format_and_is_not_kept()
    {
        var message = SampleMessages.Utf8(
            SampleMessages.H7.Replace("Cotton", new string('x', 10_000_000), StringComparison.Ordinal));
        RefusesCheaply("declarations.element.format", message);
    }

    [Fact]
    public void An_attribute_of_10_MB_is_a_wrong_format()
    {
        var message = SampleMessages.Utf8(
            SampleMessages.H7.Replace(
                "\"EUR\">12.95", "\"" + new string('E', 10_000_000) + "\">12.95", StringComparison.Ordinal));
        RefusesCheaply("declarations.element.format", message, maxBytes: 100_000_000);
    }

    [Fact]
    public void More_than_9999_items_are_refused()
    {
        var items = string.Concat(Enumerable.Repeat("<w:GovernmentAgencyGoodsItem/>", 10_000));
        var message = SampleMessages.H7.Replace("<w:Importer>", items + "<w:Importer>", StringComparison.Ordinal);
        RefusesCheaply("declarations.message.too-many-items", SampleMessages.Utf8(message));
    }

    [Fact]
    public void A_million_elements_are_refused()
    {
        var elements = string.Concat(Enumerable.Repeat("<w:a/>", 1_000_001));
        var message = SampleMessages.H7
            .Replace("<w:GoodsShipment>", elements + "<w:GoodsShipment>", StringComparison.Ordinal);
        RefusesCheaply("declarations.message.too-many-elements", SampleMessages.Utf8(message), maxBytes: 100_000_000);
    }

    [Fact]
    public void A_group_of_a_hundred_thousand_values_is_not_searched_from_each_of_them()
    {
        var types = string.Concat(Enumerable.Repeat("<w:TypeCode>740</w:TypeCode>", 100_000));
        var group = $"<w:PreviousDocument>{types}</w:PreviousDocument><w:Importer>";
        var message = SampleMessages.H7.Replace("<w:Importer>", group, StringComparison.Ordinal);
        AssertBounded(SampleMessages.Utf8(message));
    }

    [Fact]
    public void Nine_thousand_items_without_anything_are_told_in_bounded_time()
    {
        const string Item = "<w:GovernmentAgencyGoodsItem><w:Commodity><w:Description>x</w:Description></w:Commodity>"
            + "</w:GovernmentAgencyGoodsItem>";
        var items = string.Concat(Enumerable.Repeat(Item, 9_000)) + "<w:Importer>";
        AssertBounded(SampleMessages.Utf8(SampleMessages.H7.Replace("<w:Importer>", items, StringComparison.Ordinal)));
    }

    [Fact]
    public void Two_declarations_in_one_message_are_refused()
    {
        var declaration = SampleMessages.H7[SampleMessages.H7.IndexOf("<w:Decl", StringComparison.Ordinal)..];
        var answer = _checker.Check(
            SampleMessages.Utf8($"<MetaData>{declaration}{declaration}</MetaData>"), SampleMessages.Law);
        Assert.Equal("declarations.message.two-declarations", Assert.Single(answer.Problems).Code);
    }

    [Fact]
    public void A_message_cut_off_anywhere_never_throws_and_is_never_accepted()
    {
        var message = SampleMessages.Utf8(SampleMessages.H7);
        var last = message.AsSpan().TrimEnd("\r\n "u8).Length;
        for (var length = 0; length < last; length++)
        {
            var answer = _checker.Check(message.AsMemory(0, length), SampleMessages.Law);
            Assert.False(answer.IsReadable);
            Assert.Null(answer.Declaration);
        }
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("iso-8859-1", false)]
    public void Encodings_that_the_message_names_are_read(string name, bool withMark)
    {
        var encoding = Encoding.GetEncoding(name);
        var text = SampleMessages.H7
            .Replace("UTF-8", name.Replace("BE", "", StringComparison.Ordinal), StringComparison.Ordinal)
            .Replace("J. de Vries", "José Núñez", StringComparison.Ordinal);
        byte[] message = [.. withMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
        var answer = _checker.Check(message, SampleMessages.Law);
        Assert.Empty(answer.Problems);
        Assert.Equal("José Núñez", answer.Declaration!.Importer.Name);
    }

    [Fact]
    public void Bytes_that_are_not_in_the_named_encoding_are_a_problem()
    {
        var message = Encoding.Latin1.GetBytes(
            SampleMessages.H7.Replace("J. de Vries", "José Núñez", StringComparison.Ordinal));
        Assert.Equal(
            "declarations.message.unreadable",
                Assert.Single(_checker.Check(message, SampleMessages.Law).Problems).Code);
    }

    [Theory]
    [InlineData("  \r\n")]
    [InlineData("\uFEFF")]
    [InlineData("\uFEFF \n")]
    [InlineData("<!-- scenario 12 -->\n")]
    public void Blanks_and_comments_before_the_message_are_forgiven(string before) =>
        Assert.NotNull(_checker.Check(SampleMessages.Utf8(before + SampleMessages.H7), SampleMessages.Law).Declaration);

    [Fact]
    public void Any_prefix_and_any_version_of_the_family_will_do()
    {
        var message = SampleMessages.H7.Replace("w:", "abc:", StringComparison.Ordinal)
            .Replace("xmlns:w", "xmlns:abc", StringComparison.Ordinal)
            .Replace("DEC-DMS:2", "DEC-DMS:3", StringComparison.Ordinal);
        Assert.NotNull(_checker.Check(SampleMessages.Utf8(message), SampleMessages.Law).Declaration);
    }

    [Fact]
    public void Elements_of_another_namespace_are_not_ours()
    {
        var message = SampleMessages.H7.Replace(
            "<w:Description>Phone case, silicone</w:Description>",
            "<x:Description xmlns:x='urn:example:x'>Phone case</x:Description>",
            StringComparison.Ordinal);
        var problems = _checker.Check(SampleMessages.Utf8(message), SampleMessages.Law).Problems;
        Assert.Equal(
            [("declarations.element.missing", "18 05 001 000"), ("declarations.element.not-in-column", "")],
            problems.Select(p => (p.Code, p.DataElement)));
    }

    [Fact]
    public void Random_bytes_never_throw()
    {
        const int Seed = 20260701;
        var random = new Random(Seed);
        for (var i = 0; i < 2_000; i++)
        {
            var message = new byte[random.Next(200)];
            random.NextBytes(message);
            Assert.Null(_checker.Check(message, SampleMessages.Law).Declaration);
        }
    }

    private void AssertBounded(byte[] message)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var answer = _checker.Check(message, SampleMessages.Law);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000_000);
        Assert.InRange(answer.Problems.Count, 1, 200);
        Assert.Null(answer.Declaration);
    }

    private void RefusesCheaply(string code, byte[] message, long maxBytes = 40_000_000)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var answer = _checker.Check(message, SampleMessages.Law);
        Assert.Equal(code, Assert.Single(answer.Problems).Code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, maxBytes);
    }
}
