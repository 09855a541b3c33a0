// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Clients.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Life;
using Tolhuis.Platform;
using Tolhuis.Risk.Contract;

namespace Tolhuis.Intake;

/// <summary>
/// Rebuilds what the decider must know from what is committed: its numbers, the filters, the consignments.
/// </summary>
internal static class DeciderStart
{
    public static DeciderState Rebuild(
        Store store,
        IMeetParties parties,
        ITasks tasks,
        Func<DateOnly, byte[]> drawKeyOf,
        LifeTools tools,
        DateOnly today,
        out int spoolNumber,
        out long spoolLength)
    {
        using var connection = store.OpenRead();
        var numbers = IntakeStore.Numbers(connection);
        spoolNumber = (int)numbers.Spool_Number;
        spoolLength = numbers.Spool_Length;
        var filters = new SortedDictionary<int, LrnFilter>();
        foreach (var (week, stored) in IntakeStore.LrnWeeks(connection, LrnRegister.OldestOn(today)))
        {
            var filter = stored is null ? null : Kept(stored);
            var isKept = filter is not null;
            filters[(int)week] = filter ??= FilterOf(
                IntakeStore.CountLrns(connection, (int)week), IntakeStore.LrnKeys(connection, (int)week));
            // A closed week is read once; after that its filter is read instead of its millions of keys.
            if (!isKept && week < LrnRegister.WeekOf(today))
                Keep(store, (int)week, filter);
        }

        var consignments = new ConsignmentMemory();
        foreach (var (consignment, goods, day) in IntakeStore.Consignments(
            connection, 2 * ConsignmentMemory.DefaultCapacity))
            consignments.Add(unchecked((ulong)consignment), unchecked((ulong)goods), (int)day);
        return new DeciderState(
            new DeciderNumbers(numbers.Next_Sequence, numbers.Next_Line, numbers.Next_History),
            new LrnRegister(filters),
            consignments,
            parties,
            tasks,
            drawKeyOf,
            tools);
    }

    private static void Keep(Store store, int week, LrnFilter filter) =>
        store.Write((connection, transaction) =>
        {
            IntakeStore.SaveFilter(connection, transaction, week, filter.Count, filter.ToBytes());
            return 0;
        }).GetAwaiter().GetResult();

    /// <summary>Null if what is kept is no filter of this program: then it is made anew from the table.</summary>
    private static LrnFilter? Kept(byte[] stored)
    {
        try
        {
            return LrnFilter.FromBytes(stored);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static LrnFilter FilterOf(long count, IEnumerable<(long Owner, long Kind, string Lrn)> keys)
    {
        var filter = new LrnFilter(count);
        foreach (var (owner, kind, lrn) in keys)
            filter.Add(LrnRegister.HashOf(owner, (MessageKind)kind, lrn));
        return filter;
    }
}
