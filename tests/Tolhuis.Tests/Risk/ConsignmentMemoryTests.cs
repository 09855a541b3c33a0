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
        memory.Add(7, 1);
        Fill(memory, 1_000, 150);
        Assert.True(memory.TryGetFirstDay(7, out var day));
        Assert.Equal(1, day);

        Fill(memory, 5_000, 60);

        Assert.False(memory.TryGetFirstDay(7, out _));
        Assert.InRange(memory.Count, 100, 200);
    }

    [Fact]
    public void Zero_and_keys_of_one_slot_are_told_apart_and_the_first_day_is_not_overwritten()
    {
        var memory = new ConsignmentMemory(capacity: 64);
        for (ulong i = 0; i < 60; i++)
            memory.Add(i << 32, (int)i);
        memory.Add(5UL << 32, 99);

        for (ulong i = 0; i < 60; i++)
        {
            Assert.True(memory.TryGetFirstDay(i << 32, out var day));
            Assert.Equal((int)i, day);
        }

        Assert.False(memory.TryGetFirstDay(61UL << 32, out _));
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

    private static void Fill(ConsignmentMemory memory, ulong from, int count)
    {
        for (var i = 0; i < count; i++)
            memory.Add(from + (ulong)i, 2);
    }
}
