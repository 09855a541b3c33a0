// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Intake.Life;

/// <summary>
/// What happens to declarations after they were lodged, within one transaction of the decider. The mandate for the
/// declarant of the declaration comes before everything else.
/// </summary>
internal sealed class LifeEvents
{
    private readonly DecisionRows _rows;
    private readonly Func<long, Eori?> _eoriOf;
    private readonly RequestTasks _tasks;
    private readonly Presentations _presentations;
    private readonly Invalidations _invalidations;
    private readonly Amendments _amendments;
    private readonly Claims _claims;

    /// <param name="eoriOf">Number of a party by its own number.</param>
    public LifeEvents(DecisionRows rows, ConsignmentDraws draws, Func<long, Eori?> eoriOf)
    {
        _rows = rows;
        _eoriOf = eoriOf;
        Store = new LifeStore(rows.Connection, rows.Transaction);
        Terms = new Terms(rows, Store, rows.State.Tools.Calendar);
        var content = new LifeContent(rows, rows.State.Tools);
        var versions = new Versions(rows, Store);
        _tasks = new RequestTasks(rows);
        _presentations = new Presentations(rows, Store, versions, Terms, draws, content);
        _claims = new Claims(new DebtStore(rows.Connection, rows.Transaction), Terms, _tasks);
        var releases = new Releases(rows, Store, Terms);
        var checks = new ReleaseChecks(
            Store, content, new IntendedStore(rows.Connection, rows.Transaction));
        _invalidations = new Invalidations(rows, Store, Terms, _tasks, _claims, releases);
        _amendments = new Amendments(rows, Store, versions, Terms, _tasks, content, releases,
            new AnsweredCorrections(rows, Store, releases, checks), eoriOf);
        Hearings = new Hearings(rows, Store);
        Overdue = new OverdueCorrections(rows, Store);
        Acts = new PersonActs(rows, Store, Terms, _tasks, _invalidations, _amendments, Hearings, checks);
        Controls = new ControlActs(rows, Store, Acts, releases, checks);
        var determinations = new Determinations(rows, Store, versions, content, releases, checks);
        Determinations = determinations;
        Intents = new IntendedDecisions(rows, Store, releases, checks, determinations);
        Supplements = new Supplements(rows, Store, content, Find, eoriOf);
    }

    public LifeStore Store { get; }

    public Terms Terms { get; }

    public Supplements Supplements { get; }

    public PersonActs Acts { get; }

    public ControlActs Controls { get; }

    public Hearings Hearings { get; }

    public Determinations Determinations { get; }

    public IntendedDecisions Intents { get; }

    public OverdueCorrections Overdue { get; }

    /// <summary>
    /// The declaration that a message is about; null if there is none, and for whoever may not act for its declarant,
    /// so that no one learns which numbers exist.
    /// </summary>
    public StandingDeclaration? Find(PreparedMessage message) =>
        Mrn.TryParse(message.Checked.MrnText.AsSpan(), out var mrn, out _) ? Find(message, mrn) : null;

    public StandingDeclaration? Find(PreparedMessage message, Mrn mrn)
    {
        if (!mrn.TryGetSequence(out var id) || Store.Find(id) is not { } found)
            return null;
        return found.State != DeclarationState.Rejected && found.Mrn == mrn && MayActFor(message, found) ? found : null;
    }

    /// <summary>Decides a message about an earlier declaration that is no declaration of its own.</summary>
    /// <param name="refusal">Set if it is refused before it is looked at: its number is in use.</param>
    public MessageAnswer Decide(PreparedMessage message, StandingDeclaration? standing, int attempt, Problem? refusal)
    {
        var id = _rows.NextSequence();
        var verdict = Judge(message, standing, id, refusal);
        var ask = message.Checked.FollowUp;
        var isDecided = verdict.State is RequestState.Granted or RequestState.Rejected;
        Store.AddRequest(
            new RequestRow(
                id, standing?.Id ?? 0, verdict.Kind, message.Submitter.Id, Bounded(message.Checked.LrnText), attempt,
                message.ReceivedAt, verdict.State, ask?.ReasonCode ?? "", ask?.ReasonText ?? "", ask?.Claim,
                verdict.VersionMade, message.Place.FileId, message.Place.Entry, isDecided ? _rows.Now : null, null, "")
            { MessageVersion = message.Checked.MessageVersion },
            Versions.Bytes(message.ContentHash),
            message.Law.Edition);
        _rows.WriteProblems(id, verdict.Problems);
        var isRejected = verdict.State == RequestState.Rejected;
        // Its sender finds the answer in his pull box; of a declaration that is not his nothing is told there.
        if (isRejected && standing is not null)
            _tasks.TellRejected(standing, message, id);
        else if (!isDecided)
            _tasks.TellReceived(standing!, message, id);
        return new MessageAnswer(
            isRejected ? MessageOutcome.Rejected : MessageOutcome.Accepted, standing?.Id ?? 0, standing?.Mrn ?? default,
            message.Checked.LrnText, standing?.State, message.ReceivedAt, 0, 0, 0, 0, verdict.Problems)
        {
            Kind = verdict.Kind,
            RequestId = id,
            RequestState = verdict.State,
        };
    }

    private Verdict Judge(PreparedMessage message, StandingDeclaration? standing, long id, Problem? refusal)
    {
        var kind = message.Checked.Kind;
        if (standing is null)
            return Verdict.Refuse(kind, [.. message.Problems, Unknown(message)]);
        if (refusal is not null)
            return Verdict.Refuse(kind, [.. message.Problems, refusal]);
        if (message.IsRejected)
            return Verdict.Refuse(kind, message.Problems);
        var scope = new RequestScope(message, id, standing);
        Terms.LapseIfOver(standing, message.ReceivedOn);
        // Too late itself, while a notice that came in time may still wait in a file: refused, and nothing has lapsed.
        var isLate = Terms.IsLate(standing, message.ReceivedOn);
        if (isLate)
            standing.State = DeclarationState.Lapsed;
        var verdict = Judge(scope, kind);
        if (isLate)
            standing.State = DeclarationState.Received;
        return verdict;
    }

    private Verdict Judge(RequestScope scope, MessageKind kind)
    {
        var (message, standing) = (scope.Message, scope.Declaration);
        // A correction waits under the kind of an amendment too: both are the message COR.
        var asked = kind == MessageKind.Correction ? MessageKind.Amendment : kind;
        if (Store.Undecided(standing.Id, asked) is > 0 and var waiting)
        {
            return Verdict.Refuse(kind, [.. message.Problems, scope.Problem(
                IntakeProblems.RequestUndecided, standing.Mrn.ToString(), DecisionRows.TextOf(waiting))]);
        }

        return kind switch
        {
            MessageKind.Presentation => _presentations.Decide(scope),
            MessageKind.Invalidation => _invalidations.Decide(scope),
            MessageKind.RepaymentOrRemission => _claims.Decide(scope),
            MessageKind.Amendment or MessageKind.Correction => _amendments.Decide(scope),
            _ => throw new InvariantException($"{kind} is about an earlier declaration."),
        };
    }

    /// <summary>The same sentence for a number that does not exist and for one that is not his.</summary>
    public static Problem Unknown(PreparedMessage message) =>
        Problems.Of(message, IntakeProblems.RequestMrnUnknown, message.Checked.MrnText);

    private bool MayActFor(PreparedMessage message, StandingDeclaration declaration) => declaration.DeclarantId == 0
        ? message.Submitter.IsHouse
        : _eoriOf(declaration.DeclarantId) is { } eori && message.Submitter.MayLodgeFor(eori, message.ReceivedOn);

    private static string Bounded(string text) => text.Length > 70 ? text[..70] : text;
}
