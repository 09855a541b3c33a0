// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using CsCheck;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake;
using Xunit;

namespace Tolhuis.Tests.Intake;

/// <summary>A false "new" would let a declaration in twice: it must not exist.</summary>
public sealed class LrnFilterTests
{
    private const int FirstSegment = 1 << 16;

    [Fact]
    public void A_key_that_was_added_is_never_new_whatever_its_bits() =>
        Gen.ULong.Array[1, 200].Sample(keys =>
        {
            var filter = Filled(keys);
            return keys.All(filter.MayContain) && keys.All(LrnFilter.FromBytes(filter.ToBytes()).MayContain);
        });

    [Fact]
    public void Keys_stay_known_over_the_edges_of_segments_and_most_others_are_new()
    {
        const int Keys = 7 * FirstSegment;
        var filter = new LrnFilter();
        for (var i = 0; i < Keys; i++)
            filter.Add(HashOf("K", i));

        Assert.Equal((Keys, 3), (filter.Count, filter.Segments));
        for (var i = 0; i < Keys; i++)
            Assert.True(filter.MayContain(HashOf("K", i)));
        var perhaps = Enumerable.Range(0, 100_000).Count(i => filter.MayContain(HashOf("other", i)));
        Assert.InRange(perhaps, 1, 3 * 100_000 / 200);
    }

    [Fact]
    public void A_filter_made_for_its_keys_is_one_segment_and_goes_on_beyond_them()
    {
        var filter = new LrnFilter(3 * FirstSegment);
        for (var i = 0; i < 5 * FirstSegment; i++)
            filter.Add(HashOf("K", i));

        Assert.Equal(2, filter.Segments);
        var back = LrnFilter.FromBytes(filter.ToBytes());
        for (var i = 0; i < 5 * FirstSegment; i++)
            Assert.True(back.MayContain(HashOf("K", i)));
    }

    [Fact]
    public void Weeks_beyond_the_horizon_are_forgotten_and_the_others_are_asked()
    {
        var register = new LrnRegister([]);
        foreach (var week in (int[])[202527, 202528, 202627])
            register.AddPending(week, 42);
        register.Commit();

        register.MoveTo(new DateOnly(2026, 7, 12));
        Assert.Equal([202627, 202528, 202527], register.WeeksThatMayHold(42));
        register.MoveTo(new DateOnly(2026, 7, 13));
        Assert.Equal([202627, 202528], register.WeeksThatMayHold(42));
        register.MoveTo(new DateOnly(2026, 7, 20));
        register.AddPending(202527, 43);

        Assert.Equal([202627], register.WeeksThatMayHold(42));
        Assert.Empty(register.WeeksThatMayHold(43));
    }

    [Fact]
    public void A_filter_read_back_goes_on_where_it_stopped()
    {
        var filter = LrnFilter.FromBytes(Filled([1, 2, 3]).ToBytes());

        filter.Add(4);

        Assert.Equal(4, filter.Count);
        Assert.All((ulong[])[1, 2, 3, 4], key => Assert.True(filter.MayContain(key)));
        Assert.Equal(filter.ToBytes(), LrnFilter.FromBytes(filter.ToBytes()).ToBytes());
        Assert.Equal(0, LrnFilter.FromBytes(new LrnFilter().ToBytes()).Count);
    }

    [Fact]
    public void Bytes_that_are_no_filter_are_refused()
    {
        Assert.Throws<InvalidDataException>(() => LrnFilter.FromBytes([1, 2, 3]));
        Assert.Throws<InvalidDataException>(() => LrnFilter.FromBytes(Filled([1]).ToBytes().AsSpan(1)));
        var bytes = Filled([1]).ToBytes();
        bytes[8] ^= 2;
        Assert.Throws<InvalidDataException>(() => LrnFilter.FromBytes(bytes));
        bytes.AsSpan(0, 24).Fill(0xFF);
        Assert.Throws<InvalidDataException>(() => LrnFilter.FromBytes(bytes));
    }

    [Theory]
    [InlineData("2026-01-01", 202601)]
    [InlineData("2026-12-31", 202653)]
    [InlineData("2027-01-01", 202653)]
    [InlineData("2027-01-04", 202701)]
    [InlineData("2024-12-30", 202501)]
    public void A_week_is_the_ISO_week_of_its_own_year(string day, int week) =>
        Assert.Equal(week, LrnRegister.WeekOf(DateOnly.Parse(day, CultureInfo.InvariantCulture)));

    [Fact]
    public void Pending_keys_are_looked_for_in_every_week_and_a_rollback_forgets_them()
    {
        var register = new LrnRegister([]);
        register.AddPending(202627, 42);
        Assert.Equal([202627], register.WeeksThatMayHold(42));

        register.Rollback();
        Assert.Empty(register.WeeksThatMayHold(42));

        register.AddPending(202628, 42);
        register.AddPending(202627, 43);
        register.Commit();
        Assert.Equal([202628], register.WeeksThatMayHold(42));
        Assert.Equal([202627], register.WeeksThatMayHold(43));
        register.AddPending(202629, 42);
        Assert.Equal([202629, 202628, 202627], register.WeeksThatMayHold(42));
        Assert.Equal(
            [0L, 1, 1], register.Weeks.OrderByDescending(week => week.Key).Select(week => week.Value.Count));
    }

    [Fact]
    public void Owner_kind_and_number_each_make_another_key()
    {
        var hashes = new HashSet<ulong>
        {
            LrnRegister.HashOf(1, MessageKind.NewDeclaration, "A-1"),
            LrnRegister.HashOf(-1, MessageKind.NewDeclaration, "A-1"),
            LrnRegister.HashOf(1, MessageKind.Amendment, "A-1"),
            LrnRegister.HashOf(1, MessageKind.NewDeclaration, "A-2"),
            LrnRegister.HashOf(1, MessageKind.NewDeclaration, new string('A', 22)),
        };

        Assert.Equal(5, hashes.Count);
    }

    private static ulong HashOf(string prefix, int number) => LrnRegister.HashOf(
        7, MessageKind.NewDeclaration, string.Create(CultureInfo.InvariantCulture, $"{prefix}-{number}"));

    private static LrnFilter Filled(IEnumerable<ulong> keys)
    {
        var filter = new LrnFilter();
        foreach (var key in keys)
            filter.Add(key);
        return filter;
    }
}
