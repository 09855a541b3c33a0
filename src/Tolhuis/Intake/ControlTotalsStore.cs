// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using System.Globalization;
using Dapper;
using Tolhuis.Controls.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Intake;

/// <summary>
/// The promise of the totals of controls per day: they are the sums of the outcomes, each on the Dutch day on which it
/// ended. No query can tell that day, so they are summed here.
/// </summary>
internal static class ControlTotals
{
    public static IEnumerable<string> Faults(DbConnection connection)
    {
        var days = new Dictionary<(long Day, long IsSimulated), Sums>();
        var declarants = new Dictionary<(long Declarant, long Day, long Kind), Sums>();
        foreach (var (at, declarant, kind, result, isSimulated, difference, work) in Outcomes(connection))
        {
            var day = DutchTime.DateOf(at).DayNumber;
            var (right, wrong) = (result == ResultCodes.InOrder ? 1 : 0, result == ResultCodes.NotInOrder ? 1 : 0);
            Add(days, (day, isSimulated), new Sums(1, right, wrong, difference, work));
            if (right + wrong > 0)
                Add(declarants, (declarant, day, kind), new Sums(1, isSimulated, wrong, difference, 0));
        }

        foreach (var (day, isSimulated, sums) in Days(connection))
            Add(days, (day, isSimulated), -sums);
        foreach (var (declarant, day, kind, sums) in Declarants(connection))
            Add(declarants, (declarant, day, kind), -sums);
        foreach (var ((day, _), _) in days.Where(left => left.Value != default))
            yield return $"The totals of controls on {NameOf(day)} are not those of their outcomes.";
        foreach (var ((declarant, day, _), _) in declarants.Where(left => left.Value != default))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"The totals of controls of declarant {declarant} on {NameOf(day)} are not those of their outcomes.");
        }
    }

    private static IEnumerable<(long, long, long, string, long, long, long)> Outcomes(DbConnection connection) =>
        connection.Query<(long, long, long, string, long, long, long)>(
            """
            SELECT ended_at, declarant_id, kind, result, is_simulated,
                final_duty_cents + final_vat_cents - declared_duty_cents - declared_vat_cents, work
            FROM controls_outcomes WHERE result <> ''
            """,
            buffered: false, commandTimeout: 3_600);

    private static IEnumerable<(long Day, long IsSimulated, Sums Sums)> Days(DbConnection connection) =>
        connection.Query<(long Day, long IsSimulated, long Ended, long Right, long Wrong, long Cents, long Work)>(
            "SELECT day, is_simulated, ended, in_order, not_in_order, difference_cents, work FROM controls_days",
            buffered: false)
        .Select(row => (row.Day, row.IsSimulated, new Sums(row.Ended, row.Right, row.Wrong, row.Cents, row.Work)));

    private static IEnumerable<(long, long, long, Sums)> Declarants(DbConnection connection) =>
        connection.Query<(long Declarant, long Day, long Kind, long Ended, long Simulated, long Wrong, long Cents)>(
            """
            SELECT declarant_id, day, kind, ended, simulated, not_in_order, difference_cents
            FROM controls_declarant_days
            """,
            buffered: false)
        .Select(row => (
            row.Declarant, row.Day, row.Kind, new Sums(row.Ended, row.Simulated, row.Wrong, row.Cents, 0)));

    private static void Add<TKey>(Dictionary<TKey, Sums> sums, TKey key, Sums more)
        where TKey : notnull => sums[key] = sums.GetValueOrDefault(key) + more;

    // A day number that is no day at all must be said, not thrown at.
    private static string NameOf(long day) => day is >= 0 and <= 3_652_058
        ? DateOnly.FromDayNumber((int)day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : day.ToString(CultureInfo.InvariantCulture);

    /// <param name="Second">In order for a day, simulated for a declarant.</param>
    private readonly record struct Sums(long Ended, long Second, long NotInOrder, long DifferenceCents, long Work)
    {
        public static Sums operator +(Sums one, Sums other) => new(
            one.Ended + other.Ended, one.Second + other.Second, one.NotInOrder + other.NotInOrder,
            one.DifferenceCents + other.DifferenceCents, one.Work + other.Work);

        public static Sums operator -(Sums one) =>
            new(-one.Ended, -one.Second, -one.NotInOrder, -one.DifferenceCents, -one.Work);
    }
}
