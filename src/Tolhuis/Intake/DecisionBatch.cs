// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using System.Globalization;
using Tolhuis.Access.Contract;
using Tolhuis.Clients.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Risk.Contract;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake;

/// <summary>A message in a batch, with its file if it came in one.</summary>
internal readonly record struct BatchItem(PreparedMessage Message, OpenFile? File, int Entry);

/// <summary>The decider's own numbers: what the next decision, line and history row get.</summary>
internal record struct DeciderNumbers(long NextSequence, long NextLine, long NextHistory);

/// <summary>
/// Decides the messages of one transaction in their order; a message sees every one before it, those of its own batch
/// included. Invariant: everything that changes here is either written in the transaction or held apart until
/// <see cref="Commit"/>, so that a rollback leaves no trace.
/// </summary>
internal sealed class DecisionBatch
{
    private static readonly Dictionary<int, IReadOnlyList<SelectionReason>> NoReasons = [];
    private readonly DeciderState _state;
    private readonly DecisionStatements _sql;
    private readonly DbConnection _connection;
    private readonly DbTransaction _transaction;
    private readonly long _now;
    private readonly int _thisWeek;
    private readonly Dictionary<(int Day, long Declarant, DataSet Set), DayTotals> _days = [];
    private readonly Dictionary<Eori, RegisteredParty> _met = [];
    private readonly Dictionary<ulong, FirstMeeting> _consignments = [];
    private DeciderNumbers _numbers;

    public DecisionBatch(
        DeciderState state, DecisionStatements sql, DbConnection connection, DbTransaction transaction, long now)
    {
        _state = state;
        _sql = sql;
        _connection = connection;
        _transaction = transaction;
        _now = now;
        _numbers = state.Numbers;
        var today = DutchTime.DateOf(now);
        _thisWeek = LrnRegister.WeekOf(today);
        state.Lrns.MoveTo(today);
    }

    public DeciderNumbers Numbers => _numbers;

    public MessageAnswer Decide(in BatchItem item)
    {
        var message = item.Message;
        if (!message.Checked.IsReadable)
            return WithoutDeclaration(item, MessageOutcome.Unreadable, 0, message.Problems);
        var declarant = DeclarantOf(message);
        var owner = LrnOwner.Of(message, declarant);
        if (!Lrn.TryParse(message.Checked.LrnText.AsSpan(), out var lrn, out _))
            return Reject(item, declarant, message.Problems, attempt: 1);

        var hash = LrnRegister.HashOf(owner, message.Checked.Kind, lrn.ToString());
        var earlier = FindEarlier(message, owner, lrn, hash);
        var attempt = (earlier?.Attempt ?? 0) + 1;
        if (message.LacksMandate)
        {
            // The mandate comes before idempotency: whoever has none gets this answer whatever came before, and without
            // a
            // content hash the same message is looked at anew once his mandate is recorded.
            if (earlier is null or { IsRejected: true })
                PutLrn(message, owner, lrn, hash, attempt, contentHash: 0);
            return Reject(item, declarant, message.Problems, attempt);
        }

        if (earlier is { } same && same.ContentHash == message.ContentHash)
            return Repeat(item, same.DeclarationId);
        if (earlier is { IsRejected: false } other)
            return Reject(item, declarant, [.. message.Problems, LrnInUse(message, lrn, other.DeclarationId)], attempt);

        PutLrn(message, owner, lrn, hash, attempt, message.ContentHash);
        return message.IsRejected
            ? Reject(item, declarant, message.Problems, attempt)
            : Accept(item, declarant, attempt);
    }

    /// <summary>
    /// A message that the program itself failed on: kept aside with a problem, so that the rest goes on.
    /// </summary>
    public MessageAnswer Quarantine(in BatchItem item)
    {
        var law = item.Message.Law;
        var problem = ProblemCatalogue.Of(law).Make(IntakeProblems.MessageQuarantined, law.Day, "", "");
        return WithoutDeclaration(item, MessageOutcome.Quarantined, 0, [problem]);
    }

    /// <summary>Writes what the batch has in sum; the last thing inside the transaction.</summary>
    public void WriteTotals()
    {
        foreach (var ((day, declarant, set), totals) in _days)
            totals.Write(_sql.Day, day, declarant, set);
    }

    /// <summary>The transaction is on disk: what was held apart becomes the state.</summary>
    public void Commit()
    {
        _state.Numbers = _numbers;
        _state.Lrns.Commit();
        foreach (var party in _met.Values)
            _state.Parties.Confirm(party);
        foreach (var (key, first) in _consignments)
            _state.Consignments.Add(key, first);
    }

    private MessageAnswer Accept(in BatchItem item, long declarant, int attempt)
    {
        var message = item.Message;
        var declaration = message.Checked.Declaration!;
        var id = _numbers.NextSequence++;
        var assessment = Draw(message, declaration, out var isRelodged);
        var lines = declaration.Lines;
        Span<LineOutcome> outcomes = lines.Count <= 256 ? stackalloc LineOutcome[lines.Count]
            : new LineOutcome[lines.Count];
        var firstLine = _numbers.NextLine;
        var state = LineDecision.Decide(message, assessment, outcomes, out var reasons);
        foreach (var (index, found) in reasons ?? NoReasons)
            WriteSelection(firstLine + index, id, found);
        var counts = WriteLines(message, id, outcomes);

        var sum = Sum(message.Taxes);
        WriteDeclaration(item, id, declarant, attempt, state, assessment, isRelodged ? 1 : 0, firstLine, lines.Count,
            sum);
        WriteProblems(id, message.Problems);
        WriteHistory(id, message.Submitter.Id, HistoryKind.Accepted);
        WriteHistory(id, message.Submitter.Id, state switch
        {
            DeclarationState.Released => HistoryKind.Released,
            DeclarationState.UnderControl => HistoryKind.UnderControl,
            _ => HistoryKind.ToDetermine,
        });
        if (state != DeclarationState.Released)
            OpenTask(message, id, state);
        TotalsOf(message, declarant, declaration.DataSet).AddAccepted(id, counts, isRelodged, sum);
        return new MessageAnswer(
            MessageOutcome.Accepted, id, Mrn.ForSequence(message.ReceivedOn, id), message.Checked.LrnText, state,
            message.ReceivedAt, lines.Count, counts.Released, counts.Selected, counts.Undecided, message.Problems);
    }

    /// <summary>No declaration waits without a task for a person, and the task is what he looks under.</summary>
    private void OpenTask(PreparedMessage message, long id, DeclarationState state)
    {
        var isControl = state == DeclarationState.UnderControl;
        _state.Tasks.Open(_connection, _transaction, new TaskRequest(
            isControl ? "controls" : "declarations",
            isControl ? "control" : "determine",
            Role.Officer,
            isControl ? "control-before-release" : "determine-debt",
            "declaration",
            id.ToString(CultureInfo.InvariantCulture),
            Mrn.ForSequence(message.ReceivedOn, id).ToString()));
    }

    private Assessment Draw(PreparedMessage message, Declaration declaration, out bool isRelodged)
    {
        var assessment = message.Assessment!;
        var own = FirstMeeting.Of(assessment.Goods, assessment.DrawDay.DayNumber);
        isRelodged = false;
        if (!TryMeet(assessment.Consignment, out var first))
        {
            _consignments[assessment.Consignment] = own;
            return assessment;
        }

        // Two parcels may go under one transport document: only the same goods again are the same parcel again.
        isRelodged = first.Goods == own.Goods || TryMeet(assessment.Goods, out _);
        if (!isRelodged)
            _consignments[assessment.Goods] = own;
        // Of stated days of receipt the earliest counts, in whatever order they come.
        if (own.Day < first.Day)
            _consignments[assessment.Consignment] = first with { Day = own.Day };
        var firstDay = DateOnly.FromDayNumber(Math.Min(own.Day, first.Day));
        return firstDay == assessment.DrawDay
            ? assessment
            : assessment.RedrawnFor(firstDay, _state.DrawKeyOf(firstDay), declaration);
    }

    private bool TryMeet(ulong key, out FirstMeeting first) =>
        _consignments.TryGetValue(key, out first) || _state.Consignments.TryGet(key, out first);

    private MessageAnswer Reject(in BatchItem item, long declarant, IReadOnlyList<Problem> problems, int attempt)
    {
        var message = item.Message;
        var id = _numbers.NextSequence++;
        WriteDeclaration(item, id, declarant, attempt, DeclarationState.Rejected, null, 0, 0, 0, default);
        WriteProblems(id, problems);
        WriteHistory(id, message.Submitter.Id, HistoryKind.Rejected);
        TotalsOf(message, declarant, message.Checked.DataSet).AddRejected(id);
        return new MessageAnswer(
            MessageOutcome.Rejected, id, default, message.Checked.LrnText, DeclarationState.Rejected,
            message.ReceivedAt, 0, 0, 0, 0, problems);
    }

    private MessageAnswer Repeat(in BatchItem item, long earlierId)
    {
        Span<long> row = stackalloc long[3];
        Invariant.Holds(_sql.Answer.Add(earlierId).TryFirst(row), "A registered number has its declaration.");
        var state = (DeclarationState)row[1];
        var answer = WithoutDeclaration(item, MessageOutcome.Duplicate, earlierId, []);
        var mrn = state == DeclarationState.Rejected ? default : Mrn.ForSequence(DutchTime.DateOf(row[0]), earlierId);
        return answer with { State = state, ReceivedAt = row[0], Mrn = mrn };
    }

    private MessageAnswer WithoutDeclaration(
        in BatchItem item, MessageOutcome outcome, long declarationId, IReadOnlyList<Problem> problems)
    {
        var message = item.Message;
        // A single message is answered at once; only one in quarantine must be found again, by its place in the spool.
        if (item.File is not null || outcome == MessageOutcome.Quarantined)
        {
            _sql.Exception.Add(message.Place.FileId).Add(message.Place.Entry).Add((int)outcome)
                .Add(Bounded(message.Checked.LrnText))
                .AddNullable(declarationId == 0 ? null : declarationId).Add(StoredProblems.Write(problems)).Run();
        }

        return new MessageAnswer(
            outcome, declarationId, default, message.Checked.LrnText, null, message.ReceivedAt, 0, 0, 0, 0, problems);
    }

    /// <summary>
    /// Own number of the declarant; 0 if he has none, and for whoever may not lodge for him: naming someone without a
    /// mandate, in a wrong form too, neither registers him nor leaves anything among his records.
    /// </summary>
    private long DeclarantOf(PreparedMessage message)
    {
        var declarant = message.Checked.Declaration?.Declarant;
        if (!Eori.TryParse(message.Checked.DeclarantText.AsSpan(), out var eori, out _)
            || !message.Submitter.MayLodgeFor(eori, message.ReceivedOn))
            return 0;
        if (_state.Parties.Find(eori) is { } known)
            return known.Id;
        if (_met.TryGetValue(eori, out var met))
            return met.Id;
        if (_state.Parties.Meet(eori, declarant?.Name ?? "", _connection, _transaction, _now) is not { } party)
            return 0;
        _met[eori] = party;
        return party.Id;
    }

    /// <summary>
    /// The newest earlier message with the number. It need not stand in the newest week: a demo may state its receipt,
    /// and a clock may be set back.
    /// </summary>
    private EarlierMessage? FindEarlier(PreparedMessage message, long owner, Lrn lrn, ulong hash)
    {
        EarlierMessage? newest = null;
        foreach (var week in _state.Lrns.WeeksThatMayHold(hash))
            newest = Newer(newest, FindIn(week, owner, message.Checked.Kind, lrn));
        // A demo may state a receipt beyond the horizon: that week has no filter, so its table is asked.
        var own = LrnRegister.WeekOf(message.ReceivedOn);
        return own >= _state.Lrns.Oldest ? newest : Newer(newest, FindIn(own, owner, message.Checked.Kind, lrn));
    }

    private EarlierMessage? FindIn(int week, long owner, MessageKind kind, Lrn lrn)
    {
        Span<long> row = stackalloc long[3];
        Span<byte> content = stackalloc byte[16];
        return _sql.FindLrn(week).Add(owner).Add((int)kind).Add(lrn.ToString()).TryFirst(row, content)
            ? new EarlierMessage(row[0], (int)row[1], row[2] == 1,
                System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(content))
            : null;
    }

    private static EarlierMessage? Newer(EarlierMessage? one, EarlierMessage? other) =>
        other is null || one?.DeclarationId > other.Value.DeclarationId ? one : other;

    private void PutLrn(
        PreparedMessage message, long owner, Lrn lrn, ulong hash, int attempt, UInt128 contentHash)
    {
        Span<byte> content = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(content, contentHash);
        var week = LrnRegister.WeekOf(message.ReceivedOn);
        _sql.PutLrn(week).Add(owner).Add((int)message.Checked.Kind).Add(lrn.ToString()).Add(_numbers.NextSequence)
            .Add(attempt).Add(message.IsRejected ? 1 : 0).Add(content).Run();
        // A stated time of receipt, or a file of last Sunday night, leads into a closed week: its kept filter would not
        // know
        // the new key.
        if (week != _thisWeek)
            _sql.ForgetFilter.Add(week).Run();
        _state.Lrns.AddPending(week, hash);
    }

    private static Problem LrnInUse(PreparedMessage message, Lrn lrn, long earlierId) =>
        ProblemCatalogue.Of(message.Law).Make(
            IntakeProblems.LrnInUse, message.Law.Day, "12 09 001 000", message.Checked.LrnPointer,
            lrn.ToString(), earlierId.ToString(CultureInfo.InvariantCulture));

    private (int Released, int Selected, int Undecided) WriteLines(
        PreparedMessage message, long id, ReadOnlySpan<LineOutcome> outcomes)
    {
        var declaration = message.Checked.Declaration!;
        var (released, selected) = (0, 0);
        for (var i = 0; i < outcomes.Length; i++)
        {
            var line = declaration.Lines[i];
            ref readonly var tax = ref message.Taxes[i];
            var country = line.Origin.IsEmpty ? declaration.Exporter.Country : line.Origin;
            _sql.Line.Add(_numbers.NextLine++).Add(id).Add(line.ItemNumber).Add(line.Code.ToStored())
                .Add(country.ToStored())
                .Add(line.Description).Add(line.Value.Cents).Add(line.Value.Currency.ToStored()).Add(tax.ValueEuroCents)
                .Add(line.GrossMass).Add(line.NetMass).Add(AdditionalOf(line)).Add(tax.DutyCents).Add(tax.VatCents)
                .Add((int)outcomes[i]).Run();
            released += outcomes[i] == LineOutcome.Released ? 1 : 0;
            selected += outcomes[i] == LineOutcome.Selected ? 1 : 0;
        }

        return (released, selected, outcomes.Length - released - selected);
    }

    private static string AdditionalOf(DeclarationLine line) => line.AdditionalProcedures.Count switch
    {
        0 => "",
        1 => line.AdditionalProcedures[0],
        _ => string.Join(' ', line.AdditionalProcedures),
    };

    private void WriteSelection(long lineId, long id, IReadOnlyList<SelectionReason> reasons)
    {
        for (var i = 0; i < reasons.Count; i++)
        {
            var reason = reasons[i];
            _sql.Selection.Add(lineId).Add(i).Add(id).Add((int)reason.Kind).Add(reason.Source).Add(reason.Version)
                .Add(reason.Seen).Add(reason.Boundary).Add(reason.Ground).Run();
        }

        _sql.Order.Add(id).Add(lineId).Add((int)reasons[0].Kind).Add(_now).Run();
    }

    private void WriteDeclaration(
        in BatchItem item, long id, long declarant, int attempt, DeclarationState state, Assessment? assessment,
        int relodgings, long firstLine, int lineCount, in TaxSum sum)
    {
        var message = item.Message;
        Span<byte> content = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(content, message.ContentHash);
        var consignment = unchecked((long)(assessment?.Consignment ?? 0));
        var goods = unchecked((long)(assessment?.Goods ?? 0));
        _sql.Declaration.Add(id).Add(message.Submitter.Id).Add(declarant).Add((int)message.Checked.DataSet)
            .Add(Bounded(message.Checked.LrnText)).Add(attempt).Add(message.ReceivedAt).Add((int)state)
            .Add(message.Place.FileId).Add(message.Place.Entry).Add(content).Add(message.Law.Edition).Add(consignment)
            .Add(goods).Add(relodgings).Add(assessment?.DrawDay.DayNumber ?? 0).Add(firstLine).Add(lineCount)
                .Add(_numbers.NextHistory).Add(sum.Value)
            .Add(sum.Duty).Add(sum.Vat).Run();
    }

    private void WriteProblems(long id, IReadOnlyList<Problem> problems)
    {
        for (var i = 0; i < problems.Count; i++)
        {
            var problem = problems[i];
            _sql.Problem.Add(id).Add(i).Add(problem.Code).Add((int)problem.Severity).Add(problem.DataElement)
                .Add(problem.Pointer).Add(StoredProblems.WriteArguments(problem.Arguments)).Run();
        }
    }

    private void WriteHistory(long id, long submitter, HistoryKind kind) =>
        _sql.History.Add(_numbers.NextHistory++).Add(id).Add(submitter).Add((int)kind).Add(_now).Run();

    private DayTotals TotalsOf(PreparedMessage message, long declarant, DataSet set)
    {
        var key = (message.ReceivedOn.DayNumber, declarant, set);
        if (!_days.TryGetValue(key, out var totals))
            _days[key] = totals = new DayTotals();
        return totals;
    }

    private static TaxSum Sum(LineTax[] taxes)
    {
        var sum = default(TaxSum);
        foreach (var tax in taxes)
            sum = new TaxSum(sum.Value + tax.ValueEuroCents, sum.Duty + tax.DutyCents, sum.Vat + tax.VatCents);
        return sum;
    }

    private static string Bounded(string text) => text.Length > 70 ? text[..70] : text;

    private readonly record struct EarlierMessage(long DeclarationId, int Attempt, bool IsRejected,
        UInt128 ContentHash);
}
