// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.IO.Hashing;
using System.Text;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Intake;

/// <summary>
/// Idempotency: owner + kind of message + local reference number (+ the MRN that the message is about). One table per
/// ISO week of receipt; every week within the horizon has a filter in memory, so that a new number costs no look in any
/// table. Only the decider's thread uses it; keys of a batch count for the filters only once the batch is committed.
/// </summary>
internal sealed class LrnRegister
{
    /// <summary>
    /// Weeks for which a number stays in use: a year and a week. The law states no period; a number that returns after
    /// the year in whose accounts it stands is taken for a new series, and memory needs some bound.
    /// </summary>
    public const int HorizonWeeks = 53;

    /// <summary>Between the two numbers of a key; stands in no number.</summary>
    public const char Separator = '\u001F';

    private static readonly List<int> NoWeeks = [];
    private readonly SortedDictionary<int, LrnFilter> _filterByWeek;
    private readonly List<(int Week, ulong Hash)> _pending = [];
    private readonly HashSet<ulong> _pendingHashes = [];

    public LrnRegister(SortedDictionary<int, LrnFilter> filterByWeek) => _filterByWeek = filterByWeek;

    public IReadOnlyDictionary<int, LrnFilter> Weeks => _filterByWeek;

    /// <summary>Number of the ISO week, e.g. 202648, of an instant in Dutch time.</summary>
    public static int WeekOf(DateOnly day)
    {
        var date = day.ToDateTime(TimeOnly.MinValue);
        return ISOWeek.GetYear(date) * 100 + ISOWeek.GetWeekOfYear(date);
    }

    /// <summary>Number of the oldest week that is still asked on a day.</summary>
    public static int OldestOn(DateOnly day) => WeekOf(day.AddDays(-7 * HorizonWeeks));

    /// <summary>The oldest week that is asked; 0 until a day is known.</summary>
    public int Oldest { get; private set; }

    /// <summary>Forgets the weeks that are beyond the horizon of the day.</summary>
    public void MoveTo(DateOnly today)
    {
        var oldest = OldestOn(today);
        if (oldest <= Oldest)
            return;
        Oldest = oldest;
        while (_filterByWeek.Count > 0 && _filterByWeek.Keys.First() is var week && week < oldest)
            _filterByWeek.Remove(week);
    }

    /// <summary>
    /// What a message is known by within its owner and kind: its number, and for a message about an earlier declaration
    /// that one's number too.
    /// </summary>
    public static string KeyOf(Lrn lrn, Mrn about) => $"{lrn}{Separator}{about}";

    public static ulong HashOf(long owner, MessageKind kind, string lrn)
    {
        Span<byte> text = stackalloc byte[9 + Lrn.MaxLength + 1 + Mrn.Length];
        BitConverter.TryWriteBytes(text, owner);
        text[8] = (byte)kind;
        var length = 9 + Encoding.ASCII.GetBytes(lrn, text[9..]);
        return XxHash3.HashToUInt64(text[..length]);
    }

    /// <summary>Weeks whose table may hold the key, newest first; empty for nearly every new number.</summary>
    public IEnumerable<int> WeeksThatMayHold(ulong hash)
    {
        if (_pendingHashes.Contains(hash))
            return _filterByWeek.Keys.Reverse();
        return Matching(hash);
    }

    public void AddPending(int week, ulong hash)
    {
        // Beyond the horizon there is no filter: whoever states such a day of receipt has that week's table asked.
        if (week < Oldest)
            return;
        // The week must be among those that are looked in, or a second use of the number in this very batch is not
        // seen.
        _filterByWeek.TryAdd(week, new LrnFilter());
        _pending.Add((week, hash));
        _pendingHashes.Add(hash);
    }

    public void Commit()
    {
        foreach (var (week, hash) in _pending)
        {
            if (!_filterByWeek.TryGetValue(week, out var filter))
                _filterByWeek[week] = filter = new LrnFilter();
            filter.Add(hash);
        }

        Rollback();
    }

    public void Rollback()
    {
        _pending.Clear();
        _pendingHashes.Clear();
    }

    private List<int> Matching(ulong hash)
    {
        List<int>? weeks = null;
        foreach (var (week, filter) in _filterByWeek)
        {
            if (filter.MayContain(hash))
                (weeks ??= []).Insert(0, week);
        }

        return weeks ?? NoWeeks;
    }
}
