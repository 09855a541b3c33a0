// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Clients.Contract;
using Tolhuis.Declarations.Contract;
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
        DateOnly today,
        out int spoolNumber,
        out long spoolLength)
    {
        using var connection = store.OpenRead();
        var numbers = IntakeStore.Numbers(connection);
        spoolNumber = (int)numbers.Spool_Number;
        spoolLength = numbers.Spool_Length;
        var filters = new SortedDictionary<int, LrnFilter>();
        foreach (var (week, stored) in IntakeStore.LrnWeeks(connection).ToList())
        {
            filters[(int)week] = stored is null
                ? FilterOf(IntakeStore.LrnKeys(connection, (int)week))
                : LrnFilter.FromBytes(stored);
            // A closed week is read once; after that its filter is read instead of its millions of keys.
            if (stored is null && week < LrnRegister.WeekOf(today))
                Keep(store, (int)week, filters[(int)week]);
        }

        var consignments = new ConsignmentMemory();
        foreach (var (consignment, day) in IntakeStore.Consignments(connection, 2 * ConsignmentMemory.DefaultCapacity))
            consignments.Add(unchecked((ulong)consignment), (int)day);
        return new DeciderState(
            new DeciderNumbers(numbers.Next_Sequence, numbers.Next_Line, numbers.Next_History),
            new LrnRegister(filters),
            consignments,
            parties,
            tasks,
            drawKeyOf);
    }

    private static void Keep(Store store, int week, LrnFilter filter) =>
        store.Write((connection, transaction) =>
        {
            IntakeStore.SaveFilter(connection, transaction, week, filter.Count, filter.ToBytes());
            return 0;
        }).GetAwaiter().GetResult();

    private static LrnFilter FilterOf(IEnumerable<(long Owner, long Kind, string Lrn)> keys)
    {
        var filter = new LrnFilter();
        foreach (var (owner, kind, lrn) in keys)
            filter.Add(LrnRegister.HashOf(owner, (MessageKind)kind, lrn));
        return filter;
    }
}
