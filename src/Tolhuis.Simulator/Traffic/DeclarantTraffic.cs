// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Tolhuis.Simulator.Chance;
using Tolhuis.Simulator.Messages;
using Tolhuis.Simulator.Trade;

namespace Tolhuis.Simulator.Traffic;

/// <summary>
/// The messages of one declarant in the order in which he makes them. He has streams of chance of his own, and bad
/// messages have one apart, so that another rate of bad messages leaves the goods of the good ones as they are.
/// Invariants: reference numbers ascend; over the whole simulation the good messages hold exactly the declarant's
/// lines.
/// </summary>
internal sealed class DeclarantTraffic
{
    private const int LrnSequenceDigits = 8;
    private const int MostFaultsInARow = 50;

    private readonly TradingDeclarant _declarant;
    private readonly H7Composer? _h7;
    private readonly H1Composer? _h1;
    private readonly H7Composer? _h7Faulty;
    private readonly H1Composer? _h1Faulty;
    private readonly ChanceStream _times;
    private readonly ChanceStream _faults;
    private readonly ChanceStream _prelodged;
    private readonly int _badPerMillion;
    private readonly int _prelodgedPerMillion;
    private readonly ChanceStream _shapes;
    private readonly int _jsonPerMillion;
    private readonly string _runTag;
    private readonly Consignment _consignment = new();
    private readonly XmlSink _xml;
    private readonly ByteSink _lastGood = new();
    private readonly ByteSink _lastGoodLrn = new(32);

    private DateTimeOffset _hourStart;
    private DateOnly _day;
    private long _linesDue;
    private long _linesAtHourStart;
    private long _lrnSequence;
    private bool _isLastHour;
    private int _faultsInARow;

    public DeclarantTraffic(SimulationPlan plan, TradeWorld world, TradingDeclarant declarant, long lines)
    {
        _declarant = declarant;
        TotalLines = lines;
        _times = new ChanceStream(plan.Seed, 1, declarant.Index);
        _faults = new ChanceStream(plan.Seed, 2, declarant.Index);
        _shapes = new ChanceStream(plan.Seed, 5, declarant.Index);
        _jsonPerMillion = (int)Math.Round(plan.JsonShare * 1_000_000);
        _badPerMillion = (int)Math.Round(plan.BadMessageRate * 1_000_000);
        _prelodged = new ChanceStream(plan.Seed, 6, declarant.Index);
        _prelodgedPerMillion = (int)Math.Round(plan.PrelodgedShare * 1_000_000);
        _xml = new XmlSink(declarant.Shape);
        var goods = new ChanceStream(plan.Seed, 3, declarant.Index);
        var badGoods = new ChanceStream(plan.Seed, 4, declarant.Index);
        if (declarant.IsH1)
        {
            _h1 = new H1Composer(world, declarant, goods);
            _h1Faulty = new H1Composer(world, declarant, badGoods);
        }
        else
        {
            _h7 = new H7Composer(world, declarant, goods);
            _h7Faulty = new H7Composer(world, declarant, badGoods);
        }

        const string Letters = "0123456789ABCDEFGHJKLMNPQRSTVWXYZ";
        var tag = ChanceStream.Mix(unchecked((ulong)plan.Seed + 0x5EEDUL));
        _runTag = $"{Letters[(int)(tag % 33)]}{Letters[(int)(tag / 33 % 33)]}";
    }

    public TradingDeclarant Declarant => _declarant;

    public long TotalLines { get; }

    public long LinesMade { get; private set; }

    /// <summary>The message made last; valid until the next one.</summary>
    public ReadOnlySpan<byte> Content => _xml.Bytes.Written;

    /// <summary>True if it was written as JSON.</summary>
    public bool IsJson { get; private set; }

    public Consignment Consignment => _consignment;

    public string Lrn => Encoding.ASCII.GetString(_consignment.Lrn.Written);

    public DateTimeOffset At { get; private set; }

    /// <summary>Goods lines of the message made last that count: none in a bad message.</summary>
    public int Lines => _consignment.Fault == Fault.None ? _consignment.LineCount : 0;

    /// <param name="linesDue">Lines that have to be made by the end of this hour, since the start of the
    /// simulation.</param>
    public void BeginHour(DateOnly day, DateTimeOffset hourStart, long linesDue, bool isLastHour)
    {
        _day = day;
        _hourStart = hourStart;
        _linesDue = linesDue;
        _linesAtHourStart = LinesMade;
        _isLastHour = isLastHour;
        At = hourStart;
    }

    /// <summary>Makes the next message of this hour; false if the hour is done.</summary>
    public bool TryMakeNext()
    {
        var waiting = _h7?.ParcelsWaiting ?? 0;
        // Parcels of an order go on the same day, so the last hour sends those that wait, however many lines are due.
        var isDue = LinesMade < _linesDue || _isLastHour && waiting > 0;
        if (!isDue)
            return false;
        if (_faults.Happens(_badPerMillion) && _faultsInARow < MostFaultsInARow)
        {
            _faultsInARow++;
            MakeBad(_faults.Pick(Faults.All));
            return true;
        }

        _faultsInARow = 0;
        MakeGood(LinesMade >= _linesDue ? 0 : TotalLines - LinesMade - waiting);
        return true;
    }

    private void MakeGood(long mostLines)
    {
        _consignment.Day = _day;
        if (_h1 is not null)
            _h1.Compose(_consignment, mostLines);
        else
            _h7!.Compose(_consignment, mostLines);
        _consignment.IsPrelodged = _prelodged.Happens(_prelodgedPerMillion);
        WriteNewLrn();
        Write();
        LinesMade += _consignment.LineCount;
        _lastGood.Clear();
        _lastGood.Append(Content);
        _lastGoodLrn.Clear();
        _lastGoodLrn.Append(_consignment.Lrn.Written);
        Advance();
    }

    private void MakeBad(Fault fault)
    {
        // A duplicate needs something to be a duplicate of, and only H7 has a limit of value.
        var isDuplicate = fault is Fault.DuplicateSame or Fault.DuplicateOther;
        if (isDuplicate && _lastGood.Length == 0 || fault == Fault.ValueOverLimit && _h1 is not null)
            fault = Fault.CommaInValue;
        _consignment.Day = _day;
        if (_h1Faulty is not null)
            _h1Faulty.Compose(_consignment, 3);
        else
            _h7Faulty!.Compose(_consignment, 3);
        MakeHonest();
        _consignment.Fault = fault;
        _consignment.FaultVariant = _faults.Below(fault == Fault.MissingElement ? 3 : 2);
        if (fault == Fault.ValueOverLimit)
            _consignment[0].Cents = _consignment.Currency.FromEuro(_faults.Between(19_000, 60_000));
        if (isDuplicate && fault != Fault.CommaInValue)
            TakeLastLrn();
        else
            WriteNewLrn();
        Write();
        Damage(fault);
        Advance();
    }

    private void Write()
    {
        DeclarationWriter.Write(_xml, _consignment);
        IsJson = _jsonPerMillion > 0 && _shapes.Happens(_jsonPerMillion);
        if (!IsJson)
            return;
        var json = JsonTranscript.Of(_xml.Bytes.Written);
        _xml.Bytes.Clear();
        _xml.Bytes.Append(json);
    }

    // The truth of a bad message is its fault; no other mechanism is planted in it.
    private void MakeHonest()
    {
        _consignment.Mechanism = Mechanism.None;
        for (var i = 0; i < _consignment.LineCount; i++)
            _consignment[i].Mechanism = Mechanism.None;
    }

    private void Damage(Fault fault)
    {
        var bytes = _xml.Bytes;
        if (fault == Fault.Truncated)
        {
            bytes.Truncate(bytes.Length * _faults.Between(20, 90) / 100);
        }
        else if (fault == Fault.DuplicateSame)
        {
            bytes.Clear();
            bytes.Append(_lastGood.Written);
        }
        else if (fault == Fault.Junk)
        {
            var length = _faults.Between(40, 1200);
            bytes.Clear();
            for (var i = 0; i < length; i++)
                bytes.Append((byte)_faults.Below(256));
        }
    }

    private void WriteNewLrn()
    {
        var lrn = _consignment.Lrn;
        lrn.Clear();
        lrn.Append(_declarant.LrnPrefix);
        lrn.Append(_runTag);
        lrn.AppendNumber(_day.Year % 100 * 10_000 + _day.Month * 100 + _day.Day, 6);
        lrn.Append((byte)'-');
        lrn.AppendNumber(++_lrnSequence, LrnSequenceDigits);
    }

    private void TakeLastLrn()
    {
        _consignment.Lrn.Clear();
        _consignment.Lrn.Append(_lastGoodLrn.Written);
    }

    // Messages are spread over the hour in proportion to its lines; never back in time, never past 59 minutes and 50
    // seconds.
    private void Advance()
    {
        var due = Math.Max(1, _linesDue - _linesAtHourStart);
        var share = Math.Min(1.0, (LinesMade - _linesAtHourStart) / (double)due);
        var second = (long)(share * 3_540_000) + _times.Below(Math.Clamp((int)(3_540_000 / due), 1, 10_000));
        var at = _hourStart.AddMilliseconds(Math.Min(second, 3_590_000));
        if (at > At)
            At = at;
    }
}
