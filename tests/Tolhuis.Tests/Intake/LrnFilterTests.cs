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
    private const int KeysPerSegment = 1 << 18;

    [Fact]
    public void A_key_that_was_added_is_never_new_whatever_its_bits() =>
        Gen.ULong.Array[1, 200].Sample(keys =>
        {
            var filter = Filled(keys);
            return keys.All(filter.MayContain) && keys.All(LrnFilter.FromBytes(filter.ToBytes()).MayContain);
        });

    [Fact]
    public void Keys_stay_known_over_the_edge_of_a_segment_and_most_others_are_new()
    {
        var filter = new LrnFilter();
        for (var i = 0; i < KeysPerSegment + 1_000; i++)
            filter.Add(HashOf("K", i));

        Assert.Equal(KeysPerSegment + 1_000, filter.Count);
        for (var i = 0; i < KeysPerSegment + 1_000; i++)
            Assert.True(filter.MayContain(HashOf("K", i)));
        var perhaps = Enumerable.Range(0, 100_000).Count(i => filter.MayContain(HashOf("other", i)));
        Assert.InRange(perhaps, 1, 100_000 / 200);
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
        bytes[8] = 2;
        Assert.Throws<InvalidDataException>(() => LrnFilter.FromBytes(bytes));
        bytes.AsSpan(0, 16).Fill(0xFF);
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
