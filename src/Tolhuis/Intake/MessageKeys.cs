// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers.Binary;
using System.Globalization;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake;

/// <summary>An earlier message with the same key.</summary>
/// <param name="Id">Own number of the declaration or request that it became.</param>
internal readonly record struct EarlierMessage(long Id, int Attempt, bool IsRejected, UInt128 ContentHash);

/// <summary>
/// Idempotency in the decider's transaction: what came before under the same owner, kind and numbers. A batch sees its
/// own messages too.
/// </summary>
internal sealed class MessageKeys
{
    private readonly LrnRegister _register;
    private readonly DecisionStatements _sql;
    private readonly int _thisWeek;

    public MessageKeys(LrnRegister register, DecisionStatements sql, long now)
    {
        _register = register;
        _sql = sql;
        var today = DutchTime.DateOf(now);
        _thisWeek = LrnRegister.WeekOf(today);
        register.MoveTo(today);
    }

    /// <summary>
    /// The newest earlier message with the key. It need not stand in the newest week: a demo may state its receipt, and
    /// a clock may be set back.
    /// </summary>
    public EarlierMessage? Find(PreparedMessage message, long owner, string key, ulong hash)
    {
        EarlierMessage? newest = null;
        foreach (var week in _register.WeeksThatMayHold(hash))
            newest = Newer(newest, FindIn(week, owner, message.Checked.Kind, key));
        // A demo may state a receipt beyond the horizon: that week has no filter, so its table is asked.
        var own = LrnRegister.WeekOf(message.ReceivedOn);
        return own >= _register.Oldest ? newest : Newer(newest, FindIn(own, owner, message.Checked.Kind, key));
    }

    /// <param name="contentHash">0 if the same message is to be looked at anew.</param>
    public void Put(
        PreparedMessage message, long owner, string key, ulong hash, long id, int attempt, bool isRejected,
        UInt128 contentHash)
    {
        Span<byte> content = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(content, contentHash);
        var week = LrnRegister.WeekOf(message.ReceivedOn);
        _sql.PutLrn(week).Add(owner).Add((int)message.Checked.Kind).Add(key).Add(id).Add(attempt)
            .Add(isRejected ? 1 : 0).Add(content).Run();
        // A stated time of receipt, or a file of last Sunday night, leads into a closed week: its kept filter would not
        // know the new key.
        if (week != _thisWeek)
            _sql.ForgetFilter.Add(week).Run();
        _register.AddPending(week, hash);
    }

    public static Problem InUse(PreparedMessage message, Lrn lrn, long earlierId) =>
        ProblemCatalogue.Of(message.Law).Make(
            IntakeProblems.LrnInUse, message.Law.Day, "12 09 001 000", message.Checked.LrnPointer,
            lrn.ToString(), earlierId.ToString(CultureInfo.InvariantCulture));

    private EarlierMessage? FindIn(int week, long owner, MessageKind kind, string key)
    {
        Span<long> row = stackalloc long[3];
        Span<byte> content = stackalloc byte[16];
        return _sql.FindLrn(week).Add(owner).Add((int)kind).Add(key).TryFirst(row, content)
            ? new EarlierMessage(row[0], (int)row[1], row[2] == 1, BinaryPrimitives.ReadUInt128BigEndian(content))
            : null;
    }

    private static EarlierMessage? Newer(EarlierMessage? one, EarlierMessage? other) =>
        other is null || one?.Id > other.Value.Id ? one : other;
}
