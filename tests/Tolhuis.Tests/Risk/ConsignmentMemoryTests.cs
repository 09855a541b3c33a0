// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Risk.Contract;
using Tolhuis.Tests.Intake;
using Xunit;
using static Tolhuis.Tests.Intake.Parcels;

namespace Tolhuis.Tests.Risk;

public sealed class ConsignmentMemoryTests
{
    [Fact]
    public void The_first_day_stays_through_two_generations_and_is_forgotten_with_the_third()
    {
        var memory = new ConsignmentMemory(capacity: 100);
        memory.Add(7, new FirstMeeting(1, 0));
        Fill(memory, 1_000, 150);
        Assert.True(memory.TryGet(7, out var first));
        Assert.Equal(1, first.Day);

        Fill(memory, 5_000, 60);

        Assert.False(memory.TryGet(7, out _));
        Assert.InRange(memory.Count, 100, 200);
    }

    [Fact]
    public void Zero_and_keys_of_one_slot_are_told_apart_and_the_first_day_is_not_overwritten()
    {
        var memory = new ConsignmentMemory(capacity: 64);
        for (ulong i = 0; i < 60; i++)
            memory.Add(i << 32, new FirstMeeting((int)i, 0));
        memory.Add(5UL << 32, new FirstMeeting(99, 0));

        for (ulong i = 0; i < 60; i++)
        {
            Assert.True(memory.TryGet(i << 32, out var first));
            Assert.Equal((int)i, first.Day);
        }

        Assert.False(memory.TryGet(61UL << 32, out _));
        Assert.Equal(60, memory.Count);
    }

    [Fact]
    public async Task Lodging_again_under_another_number_on_another_day_is_counted_and_buys_no_new_draw()
    {
        await using var store = await TestStore.Open();
        var first = store.Declaration(await store.Lodge(H7(new Parcel(Lrn: "A-1"))));
        var inBatch = store.Declaration(await store.Lodge(H7(new Parcel(Lrn: "A-2"))));
        store.Time.Advance(TimeSpan.FromDays(2));
        var nextDay = store.Declaration(await store.Lodge(H7(new Parcel(Lrn: "A-3", Value: "14.00"))));
        await store.Restart();
        var afterRestart = store.Declaration(await store.Lodge(H7(new Parcel(Lrn: "A-4"))));
        var other = store.Declaration(await store.Lodge(H7("A-5")));

        Assert.Equal(
            [0, 1, 1, 1, 0],
            new[] { first, inBatch, nextDay, afterRestart, other }.Select(row => row.Relodgings));
        Assert.All([inBatch, nextDay, afterRestart], row => Assert.Equal(first.DrawDay, row.DrawDay));
        Assert.Equal(first.DrawDay.AddDays(2), other.DrawDay);
        Assert.Equal(3, store.Declarations.Days(first.DrawDay, first.DrawDay.AddDays(7)).Sum(row => row.Relodged));
        Assert.Empty(store.Verify());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Other_goods_under_the_same_document_are_no_relodging_and_get_no_new_draw(bool restarts)
    {
        await using var store = await TestStore.Open();
        var shirt = store.Declaration(await store.Lodge(H7(new Parcel(Lrn: "A-1"))));
        store.Time.Advance(TimeSpan.FromDays(1));
        var blocks = new Parcel(Lrn: "A-2", Code: "950300", Description: "Wooden blocks");
        var other = store.Declaration(await store.Lodge(H7(blocks)));
        if (restarts)
            await store.Restart();
        var shirtAgain = store.Declaration(await store.Lodge(H7(new Parcel(Lrn: "A-3"))));
        var blocksAgain = store.Declaration(await store.Lodge(H7(blocks with { Lrn = "A-4" })));

        Assert.Equal([0, 0, 1, 1], new[] { shirt, other, shirtAgain, blocksAgain }.Select(row => row.Relodgings));
        Assert.All([other, shirtAgain, blocksAgain], row => Assert.Equal(shirt.DrawDay, row.DrawDay));
        Assert.Empty(store.Verify());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_stated_days_of_receipt_the_earliest_is_the_day_of_the_draw(bool restarts)
    {
        await using var store = await TestStore.Open(demo: true);
        var met = store.Declaration(await store.Lodge(H7(new Parcel(Lrn: "A-1"))));
        await store.Decide(H7(new Parcel(Lrn: "A-2")), at: TestStore.Start.AddDays(-3));
        if (restarts)
            await store.Restart();

        var later = store.Declaration(await store.Lodge(H7(new Parcel(Lrn: "A-3"))));

        var earlier = store.Declarations.Find(2)!;
        Assert.Equal(met.DrawDay.AddDays(-3), earlier.DrawDay);
        Assert.Equal(earlier.DrawDay, later.DrawDay);
        Assert.Empty(store.Verify());
    }

    private static void Fill(ConsignmentMemory memory, ulong from, int count)
    {
        for (var i = 0; i < count; i++)
            memory.Add(from + (ulong)i, new FirstMeeting(2, 0));
    }
}
