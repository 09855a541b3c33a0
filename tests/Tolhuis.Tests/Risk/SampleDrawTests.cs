// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Kernel;
using Tolhuis.Risk;
using Tolhuis.Risk.Contract;
using Xunit;

namespace Tolhuis.Tests.Risk;

public sealed class SampleDrawTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
    private static readonly byte[] OtherKey = [.. Enumerable.Range(2, 32).Select(i => (byte)i)];

    [Fact]
    public void The_same_key_consignment_and_subheading_give_the_same_draw_whatever_the_digits_after_it() =>
        Assert.Equal(
            SampleDraw.Fraction(Key, 7, Code("610910")), SampleDraw.Fraction([.. Key], 7, Code("6109100010")));

    [Fact]
    public void Another_key_consignment_or_subheading_gives_another_draw()
    {
        var fraction = SampleDraw.Fraction(Key, 7, Code("610910"));

        Assert.NotEqual(fraction, SampleDraw.Fraction(OtherKey, 7, Code("610910")));
        Assert.NotEqual(fraction, SampleDraw.Fraction(Key, 8, Code("610910")));
        Assert.NotEqual(fraction, SampleDraw.Fraction(Key, 7, Code("610990")));
    }

    [Fact]
    public void A_share_of_nothing_draws_nothing_and_a_share_of_all_draws_all()
    {
        Assert.False(SampleDraw.IsDrawn(0, 0));
        Assert.True(SampleDraw.IsDrawn(ulong.MaxValue, 1_000_000));
        Assert.False(SampleDraw.IsDrawn(ulong.MaxValue, 999_999));
        Assert.True(SampleDraw.IsDrawn(0, 1));
    }

    [Fact]
    public void A_share_of_a_hundredth_draws_about_a_hundredth_of_the_consignments()
    {
        var code = Code("610910");
        var drawn = Enumerable.Range(1, 100_000)
            .Count(i => SampleDraw.IsDrawn(SampleDraw.Fraction(Key, (ulong)i, code), 10_000));

        // Six standard deviations of a fair draw; the key is fixed, so that the count is the same in every run.
        Assert.InRange(drawn, 812, 1_188);
    }

    [Fact]
    public void A_consignment_keeps_its_first_day()
    {
        var memory = new ConsignmentMemory();
        memory.Add(42, new FirstMeeting(100, 0));
        memory.Add(42, new FirstMeeting(101, 0));

        Assert.True(memory.TryGet(42, out var first));
        Assert.Equal(100, first.Day);
        Assert.False(memory.TryGet(43, out _));
    }

    [Fact]
    public void The_memory_holds_two_generations_and_forgets_the_older_as_a_whole()
    {
        var memory = new ConsignmentMemory(capacity: 4);
        for (ulong consignment = 1; consignment <= 9; consignment++)
            memory.Add(consignment, new FirstMeeting((int)consignment, 0));

        Assert.All(Enumerable.Range(1, 4), i => Assert.False(memory.TryGet((ulong)i, out _)));
        Assert.All(Enumerable.Range(5, 5), i => Assert.True(memory.TryGet((ulong)i, out _)));
        Assert.Equal(5, memory.Count);
    }

    [Fact]
    public void A_key_of_zero_is_remembered_like_any_other()
    {
        var memory = new ConsignmentMemory(capacity: 4);
        Assert.False(memory.TryGet(0, out _));
        memory.Add(0, new FirstMeeting(5, 0));
        Assert.True(memory.TryGet(0, out var first));
        Assert.Equal(5, first.Day);
    }

    private static CommodityCode Code(string digits) => CommodityCode.TryParse(digits.AsSpan(), out var code, out _)
        ? code
        : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{digits} is no code."));
}
