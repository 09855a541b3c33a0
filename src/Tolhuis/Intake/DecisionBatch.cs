// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers.Binary;
using Tolhuis.Clients.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Intake.Life;
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
    private readonly DecisionRows _rows;
    private readonly DecisionStatements _sql;
    private readonly MessageKeys _keys;
    private readonly ConsignmentDraws _draws;
    private readonly Dictionary<Eori, RegisteredParty> _met = [];
    private LifeEvents? _life;

    public DecisionBatch(DecisionRows rows)
    {
        _rows = rows;
        _state = rows.State;
        _sql = rows.Sql;
        _keys = new MessageKeys(_state.Lrns, _sql, rows.Now);
        _draws = new ConsignmentDraws(_state);
    }

    public DeciderNumbers Numbers => _rows.Numbers;

    /// <summary>What happens to declarations after they were lodged; made when the first such thing comes.</summary>
    public LifeEvents Life => _life ??= new LifeEvents(_rows, _draws, EoriOf);

    public MessageAnswer Decide(in BatchItem item)
    {
        var message = item.Message;
        if (!message.Checked.IsReadable)
            return WithoutDeclaration(item, MessageOutcome.Unreadable, 0, message.Problems);
        return DeclarationTypes.IsAboutEarlier(message.Checked.Kind) ? DecideAboutEarlier(item) : DecideNew(item);
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
    public void WriteTotals() => _rows.WriteTotals();

    /// <summary>The transaction is on disk: what was held apart becomes the state.</summary>
    public void Commit()
    {
        _state.Numbers = _rows.Numbers;
        _state.Lrns.Commit();
        foreach (var party in _met.Values)
            _state.Parties.Confirm(party);
        _draws.Commit();
    }

    private MessageAnswer DecideNew(in BatchItem item)
    {
        var message = item.Message;
        var declarant = DeclarantOf(message);
        var owner = LrnOwner.Of(message, declarant);
        if (!Lrn.TryParse(message.Checked.LrnText.AsSpan(), out var lrn, out _))
            return Reject(item, declarant, message.Problems, attempt: 1);

        var key = lrn.ToString();
        var hash = LrnRegister.HashOf(owner, message.Checked.Kind, key);
        var earlier = _keys.Find(message, owner, key, hash);
        var attempt = (earlier?.Attempt ?? 0) + 1;
        var next = _rows.Numbers.NextSequence;
        if (message.LacksMandate)
        {
            // The mandate comes before idempotency: whoever has none gets this answer whatever came before, and without
            // a content hash the same message is looked at anew once his mandate is recorded.
            if (earlier is null or { IsRejected: true })
                _keys.Put(message, owner, key, hash, next, attempt, isRejected: true, contentHash: 0);
            return Reject(item, declarant, message.Problems, attempt);
        }

        if (earlier is { } same && same.ContentHash == message.ContentHash)
            return Repeat(item, same.Id);
        if (earlier is { IsRejected: false } other)
            return Reject(item, declarant, [.. message.Problems, MessageKeys.InUse(message, lrn, other.Id)], attempt);

        if (message is { IsRejected: false, IsSupplement: true })
        {
            var (content, refusals) = Life.Supplements.Weigh(message, declarant);
            _keys.Put(message, owner, key, hash, next, attempt, content is null, message.ContentHash);
            return content is null
                ? Reject(item, declarant, refusals, attempt)
                : Accept(item with { Message = content }, declarant, attempt);
        }

        _keys.Put(message, owner, key, hash, next, attempt, message.IsRejected, message.ContentHash);
        if (message.IsRejected)
            return Reject(item, declarant, message.Problems, attempt);
        return message.IsPrelodged ? Receive(item, declarant, attempt) : Accept(item, declarant, attempt);
    }

    private MessageAnswer Accept(in BatchItem item, long declarant, int attempt)
    {
        var message = item.Message;
        var declaration = message.Checked.Declaration!;
        var isRelodged = false;
        var assessment = message.IsSupplement
            ? message.Assessment!
            : _draws.Draw(message.Assessment!, declaration, out isRelodged);
        var id = _rows.NextSequence();
        var lines = declaration.Lines;
        Span<LineOutcome> outcomes = lines.Count <= 256 ? stackalloc LineOutcome[lines.Count]
            : new LineOutcome[lines.Count];
        var firstLine = _rows.Numbers.NextLine;
        var state = LineDecision.Decide(message, assessment, outcomes, out var reasons);
        foreach (var (index, found) in reasons ?? NoReasons)
            _rows.WriteSelection(firstLine + index, id, found);
        var counts = _rows.WriteLines(message, id, outcomes);

        var acceptedOn = message.AcceptedOn;
        var isSimplified = DeclarationTypes.IsSimplified(declaration.AdditionalType, declaration.DataSet);
        var sum = DecisionRows.Sum(message.Taxes);
        WriteDeclaration(item, id, declarant, attempt, state, assessment, isRelodged ? 1 : 0, firstLine, lines.Count,
            sum, acceptedOn);
        _rows.WriteProblems(id, message.Problems);
        _rows.WriteHistory(id, message.Submitter.Id, HistoryKind.Accepted);
        _rows.WriteHistory(id, message.Submitter.Id, DecisionRows.KindOf(state));
        var mrn = Mrn.ForSequence(message.ReceivedOn, id);
        if (state != DeclarationState.Released)
            _rows.OpenTask(mrn, id, state, message.Law);
        if (isSimplified && state == DeclarationState.Released)
        {
            Life.Terms.AwaitSupplement(
                id, declaration.AdditionalType, declaration.DataSet, acceptedOn, message.Law);
        }

        if (message.IsSupplement)
            CountSupplement(message, id, declarant, counts, sum);
        else
            TotalsOf(message, declarant).AddAccepted(id, counts, isRelodged, isSimplified ? default : sum);
        return new MessageAnswer(
            MessageOutcome.Accepted, id, mrn, message.Checked.LrnText, state,
            message.ReceivedAt, lines.Count, counts.Released, counts.Selected, counts.Undecided, message.Problems)
        { Kind = message.Checked.Kind };
    }

    /// <summary>It counts on the day it was accepted by law, and is found on the day it came.</summary>
    private void CountSupplement(PreparedMessage message, long id, long declarant, in LineCounts counts, in TaxSum sum)
    {
        TotalsOf(message, declarant).AddFound(id);
        _rows.TotalsOf(message.AcceptedOn, declarant, message.Checked.DataSet)
            .AddPresented(counts, isRelodged: false, sum);
        Life.Supplements.Clear(message, id);
    }

    /// <summary>Pre-lodged: known, and nothing decided on it before the goods are presented (UCC 171).</summary>
    private MessageAnswer Receive(in BatchItem item, long declarant, int attempt)
    {
        var message = item.Message;
        var id = _rows.NextSequence();
        var outcomes = new LineOutcome[message.LineCount];
        Array.Fill(outcomes, LineOutcome.AwaitsPresentation);
        var firstLine = _rows.Numbers.NextLine;
        _rows.WriteLines(message, id, outcomes);
        WriteDeclaration(item, id, declarant, attempt, DeclarationState.Received, null, 0, firstLine, outcomes.Length,
            default, acceptedOn: null);
        _rows.WriteProblems(id, message.Problems);
        _rows.WriteHistory(id, message.Submitter.Id, HistoryKind.Received);
        Life.Terms.AwaitPresentation(id, message);
        TotalsOf(message, declarant).AddReceived(id);
        return new MessageAnswer(
            MessageOutcome.Accepted, id, Mrn.ForSequence(message.ReceivedOn, id), message.Checked.LrnText,
            DeclarationState.Received, message.ReceivedAt, outcomes.Length, 0, 0, outcomes.Length, message.Problems);
    }

    private MessageAnswer Reject(in BatchItem item, long declarant, IReadOnlyList<Problem> problems, int attempt)
    {
        var message = item.Message;
        var id = _rows.NextSequence();
        WriteDeclaration(item, id, declarant, attempt, DeclarationState.Rejected, null, 0, 0, 0, default, null);
        _rows.WriteProblems(id, problems);
        _rows.WriteHistory(id, message.Submitter.Id, HistoryKind.Rejected);
        TotalsOf(message, declarant).AddRejected(id);
        return new MessageAnswer(
            MessageOutcome.Rejected, id, default, message.Checked.LrnText, DeclarationState.Rejected,
            message.ReceivedAt, 0, 0, 0, 0, problems)
        { Kind = message.Checked.Kind };
    }

    /// <summary>
    /// A message about an earlier declaration. The mandate for that one's declarant comes first: whoever has none gets
    /// the answer that he gets for a number that does not exist.
    /// </summary>
    private MessageAnswer DecideAboutEarlier(in BatchItem item)
    {
        var message = item.Message;
        var standing = Life.Find(message);
        var isLrn = Lrn.TryParse(message.Checked.LrnText.AsSpan(), out var lrn, out _);
        var isMrn = Mrn.TryParse(message.Checked.MrnText.AsSpan(), out var mrn, out _);
        if (!isLrn || !isMrn)
            return AnswerAbout(item, standing, attempt: 1, refusal: null, out _);

        var owner = LrnOwner.OfAbout(message, mrn);
        var key = LrnRegister.KeyOf(lrn, mrn);
        var hash = LrnRegister.HashOf(owner, message.Checked.Kind, key);
        var earlier = _keys.Find(message, owner, key, hash);
        var attempt = (earlier?.Attempt ?? 0) + 1;
        if (standing is not null)
        {
            if (earlier is { } same && same.ContentHash == message.ContentHash)
                return Repeat(item, same.Id);
            if (earlier is { IsRejected: false } other)
                return AnswerAbout(item, standing, attempt, MessageKeys.InUse(message, lrn, other.Id), out _);
        }

        var next = _rows.Numbers.NextSequence;
        var answer = AnswerAbout(item, standing, attempt, refusal: null, out var isRejected);
        // Without a content hash an unknown number is looked for anew: the declaration may come, or the mandate.
        if (standing is not null || earlier is null or { IsRejected: true })
            _keys.Put(message, owner, key, hash, next, attempt, isRejected,
                standing is null ? 0 : message.ContentHash);
        return answer;
    }

    private MessageAnswer AnswerAbout(
        in BatchItem item, StandingDeclaration? standing, int attempt, Problem? refusal, out bool isRejected)
    {
        var message = item.Message;
        if (message.Checked.Kind != MessageKind.Supplementary)
        {
            var decided = Life.Decide(message, standing, attempt, refusal);
            isRejected = decided.Outcome == MessageOutcome.Rejected;
            return decided;
        }

        // A supplement is a declaration of its own.
        var declarant = standing?.DeclarantId ?? 0;
        var (content, problems) = Life.Supplements.Read(message, standing, refusal);
        isRejected = content is null;
        var answer = content is null
            ? Reject(item, declarant, problems, attempt)
            : Accept(item with { Message = content }, declarant, attempt);
        return answer with { Kind = MessageKind.Supplementary };
    }

    private MessageAnswer Repeat(in BatchItem item, long earlierId)
    {
        Span<long> row = stackalloc long[2];
        if (!_sql.Answer.Add(earlierId).TryFirst(row))
            return RepeatRequest(item, earlierId);
        var state = (DeclarationState)row[1];
        var answer = WithoutDeclaration(item, MessageOutcome.Duplicate, earlierId, []);
        var mrn = state == DeclarationState.Rejected ? default : Mrn.ForSequence(DutchTime.DateOf(row[0]), earlierId);
        return answer with { State = state, ReceivedAt = row[0], Mrn = mrn, Kind = item.Message.Checked.Kind };
    }

    private MessageAnswer RepeatRequest(in BatchItem item, long requestId)
    {
        var request = Life.Store.Request(requestId);
        Invariant.Holds(request is not null, "A registered number has its declaration or request.");
        var standing = Life.Store.Find(request!.DeclarationId);
        var answer = WithoutDeclaration(item, MessageOutcome.Duplicate, requestId, []);
        return answer with
        {
            DeclarationId = request.DeclarationId,
            State = standing?.State,
            Mrn = standing?.Mrn ?? default,
            ReceivedAt = request.ReceivedAt,
            Kind = request.Kind,
            RequestId = requestId,
            RequestState = request.State,
        };
    }

    private MessageAnswer WithoutDeclaration(
        in BatchItem item, MessageOutcome outcome, long earlierId, IReadOnlyList<Problem> problems)
    {
        var message = item.Message;
        // A single message is answered at once; only one in quarantine must be found again, by its place in the spool.
        if (item.File is not null || outcome == MessageOutcome.Quarantined)
        {
            _sql.Exception.Add(message.Place.FileId).Add(message.Place.Entry).Add((int)outcome)
                .Add(Bounded(message.Checked.LrnText))
                .AddNullable(earlierId == 0 ? null : earlierId).Add(StoredProblems.Write(problems)).Run();
        }

        return new MessageAnswer(
            outcome, earlierId, default, message.Checked.LrnText, null, message.ReceivedAt, 0, 0, 0, 0, problems);
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
        if (_state.Parties.Meet(eori, declarant?.Name ?? "", _rows.Connection, _rows.Transaction, _rows.Now)
            is not { } party)
            return 0;
        _met[eori] = party;
        return party.Id;
    }

    /// <summary>Number of a party, one met in this very batch included.</summary>
    private Eori? EoriOf(long partyId) => _state.Parties.Find(partyId)?.Eori
        ?? _met.Values.FirstOrDefault(party => party.Id == partyId)?.Eori;

    private void WriteDeclaration(
        in BatchItem item, long id, long declarant, int attempt, DeclarationState state, Assessment? assessment,
        int relodgings, long firstLine, int lineCount, in TaxSum sum, DateOnly? acceptedOn)
    {
        var message = item.Message;
        Span<byte> content = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(content, message.ContentHash);
        var consignment = unchecked((long)(assessment?.Consignment ?? 0));
        var goods = unchecked((long)(assessment?.Goods ?? 0));
        _sql.Declaration.Add(id).Add(message.Submitter.Id).Add(declarant).Add((int)message.Checked.DataSet)
            .Add(Bounded(message.Checked.LrnText)).Add(attempt).Add(message.ReceivedAt).Add((int)state)
            .Add(message.Place.FileId).Add(message.Place.Entry).Add(content).Add(message.Law.Edition).Add(consignment)
            .Add(goods).Add(relodgings).Add(assessment?.DrawDay.DayNumber ?? 0).Add(firstLine).Add(lineCount)
            .Add(_rows.Numbers.NextHistory).Add(sum.Value).Add(sum.Duty).Add(sum.Vat).Add(message.AdditionalType)
            .AddNullable(acceptedOn?.DayNumber).AddNullable(message.SupplementsId)
            .Add(message.Checked.MessageVersion).AddNullable(message.ParcelKey).Run();
    }

    /// <summary>Totals of the day of receipt, which is that of acceptance for goods presented.</summary>
    private DayTotals TotalsOf(PreparedMessage message, long declarant) =>
        _rows.TotalsOf(message.ReceivedOn, declarant, message.Checked.DataSet);

    private static string Bounded(string text) => text.Length > 70 ? text[..70] : text;
}
