// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Tolhuis.Access.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;

namespace Tolhuis.Access;

/// <summary>
/// Signing in and out. Invariants: after the set number of failures in a row a name is blocked for that address for the
/// set time, whatever password follows; a name that does not exist is answered in the same words and the same time as
/// one that does, also when it is blocked; a session ends for good.
/// </summary>
internal sealed partial class People(
    PersonStore store, TokenStore tokens, IConnections connections, IAuditTrail trail, TimeProvider time) : IPeople
{
    private const int MaxDemoAccounts = 90;
    private const int SessionsInMemory = 1_000;

    // How long an ended session may still be seen by another process of the same store.
    private const long SessionMicroseconds = 5_000_000;

    private static readonly PasswordHasher<string> Hasher =
        new(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));

    // Compared against when the name is unknown, so that the answer takes as long.
    private static readonly Lazy<string> NoOnesHash = new(() => Hasher.HashPassword("", Secrets.Make()));

    private static readonly Problem Refused = new(AccessProblems.SignInRefused, Severity.Reject);

    private readonly SignInFailures _failures = new();
    private readonly RefusalsInTrail _refusals = new();
    private readonly ConcurrentDictionary<long, (Session Session, long ReadAt)> _sessions = new();

    public async Task<(Session? Session, Problem? Problem)> SignIn(string name, string password, string origin)
    {
        var typed = name.Trim().ToLowerInvariant();
        var row = typed.Length <= 64 ? store.FindByName(typed) : null;
        var now = time.NowMicroseconds();
        var policy = SignInPolicy.On(DutchTime.DateOf(now));
        var isUsable = row is { PasswordHash: not null, IsDemo: false, DisabledAt: null };
        // Also of a blocked or unknown name: whatever is wrong, the answer takes as long.
        var verdict = password.Length > SignInPolicy.PasswordMaxLength
            ? PasswordVerificationResult.Failed
            : Hasher.VerifyHashedPassword("", isUsable ? row!.PasswordHash! : NoOnesHash.Value, password);
        var known = isUsable ? row : null;
        if (_failures.BlockedFor(typed, origin, policy, now) is > 0 and var left)
            return await Refuse(known, "locked", origin, Locked(policy, left));
        if (known is null || verdict == PasswordVerificationResult.Failed)
        {
            return _failures.Add(typed, origin, policy, now) is > 0 and var length
                ? await Refuse(known, "locked", origin, Locked(policy, length), isAlwaysRecorded: known is not null)
                : await Refuse(known, "refused", origin, Refused, isAlwaysRecorded: known is not null);
        }

        _failures.Forget(typed, origin);
        var rehashed = verdict == PasswordVerificationResult.SuccessRehashNeeded ? Hasher.HashPassword("", password)
            : null;
        return (await Start(known, rehashed, origin), null);
    }

    public async Task<(Session? Session, Problem? Problem)> SignInDemo(long personId, bool isLoopback, string origin)
    {
        var row = isLoopback ? store.DemoAccounts().FirstOrDefault(p => p.Id == personId) : null;
        if (row is null)
            {
            return await Refuse(
                null, "demo-refused", origin, new Problem(AccessProblems.DemoRefused, Severity.Reject));
        }

        return (await Start(row, null, origin), null);
    }

    public Session? Find(long sessionId)
    {
        var now = time.NowMicroseconds();
        if (_sessions.TryGetValue(sessionId, out var kept) && now - kept.ReadAt is >= 0 and < SessionMicroseconds)
            return kept.Session;
        var age = SignInPolicy.On(DutchTime.DateOf(now)).Session;
        if (store.FindSession(sessionId, now - (long)age.TotalMicroseconds) is not { } found)
        {
            _sessions.TryRemove(sessionId, out _);
            return null;
        }

        if (_sessions.Count >= SessionsInMemory)
            _sessions.Clear();
        var session = new Session(sessionId, found.Person.ToPerson(), found.StartedAt);
        _sessions[sessionId] = (session, now);
        return session;
    }

    public async Task SignOut(long sessionId, string origin)
    {
        var person = Find(sessionId)?.Person;
        _sessions.TryRemove(sessionId, out _);
        await connections.Write((connection, transaction) =>
        {
            if (PersonStore.EndSession(connection, transaction, sessionId, time.NowMicroseconds()) is { } personId)
            {
                var actor = new Actor(ActorKind.Person, personId, person?.Name ?? "");
                trail.Record(connection, transaction, new TrailEntry(
                    actor, "access:sign-out", "session", sessionId.ToString(CultureInfo.InvariantCulture),
                    Origin: origin));
            }

            return 0;
        });
        _sessions.TryRemove(sessionId, out _);
    }

    public IReadOnlyList<Person> DemoAccounts(bool isLoopback) =>
        isLoopback ? [.. store.DemoAccounts().Select(p => p.ToPerson())] : [];

    public Task<bool> MarkDemo() => connections.Write((connection, transaction) =>
    {
        if (PersonStore.IsDemo(connection, transaction) || !PersonStore.IsEmpty(connection, transaction))
            return false;
        var now = time.NowMicroseconds();
        PersonStore.MarkDemo(connection, transaction, now);
        foreach (var (signInName, name, role) in DemoPeople.All)
            PersonStore.Insert(connection, transaction, signInName, name, null, role.ToString(), isDemo: true, now);
        trail.Record(connection, transaction, new TrailEntry(Actor.System, "access:mark-demo", "store"));
        return true;
    });

    public Task<Person?> AddDemoAccount(string signInName, string name, Role role) =>
        connections.Write<Person?>((connection, transaction) =>
        {
            if (!PersonStore.IsDemo(connection, transaction)
                || PersonStore.IsTaken(connection, transaction, signInName)
                || PersonStore.CountDemoAccounts(connection, transaction) >= MaxDemoAccounts)
                return null;
            var id = PersonStore.Insert(
                connection, transaction, signInName, name, null, role.ToString(), isDemo: true, time.NowMicroseconds());
            trail.Record(connection, transaction, new TrailEntry(
                Actor.System, "access:add-demo-account", "person", id.ToString(CultureInfo.InvariantCulture)));
            return new Person(id, signInName, name, [role], IsDemo: true);
        });

    public bool IsEmpty() => store.IsEmpty();

    public Task<string?> IssueFirstToken() => connections.Write((connection, transaction) =>
    {
        if (!PersonStore.IsEmpty(connection, transaction))
            return null;
        var now = time.NowMicroseconds();
        var secret = Secrets.Make();
        var lapse = (long)SignInPolicy.On(DutchTime.DateOf(now)).FirstToken.TotalMicroseconds;
        PersonStore.InsertFirstToken(connection, transaction, Secrets.Hash(secret), now, now + lapse);
        trail.Record(connection, transaction, new TrailEntry(Actor.System, "access:issue-first-token", "store"));
        return secret;
    });

    public async Task<(Session? Session, IReadOnlyList<Problem> Problems)> CreateFirst(
        string token, string signInName, string name, string password, string origin)
    {
        var now = time.NowMicroseconds();
        var problems = NewPerson.Check(signInName, name, password, SignInPolicy.On(DutchTime.DateOf(now)));

        // The token is looked at first and used up last: a typing error elsewhere must not cost it.
        if (!Secrets.HasForm(token) || !store.HasFirstToken(Secrets.Hash(token), now))
            problems.Insert(0, new Problem(AccessProblems.FirstTokenInvalid, Severity.Reject));
        if (problems.Count > 0)
            return (null, problems);
        var passwordHash = Hasher.HashPassword("", password);
        var id = await connections.Write((connection, transaction) =>
        {
            if (!PersonStore.IsEmpty(connection, transaction)
                || !PersonStore.UseFirstToken(connection, transaction, Secrets.Hash(token), now))
                return 0L;
            var personId = PersonStore.Insert(
                connection, transaction, signInName, name.Trim(), passwordHash, nameof(Role.Administrator),
                isDemo: false, now);
            trail.Record(connection, transaction, new TrailEntry(
                new Actor(ActorKind.Person, personId, name.Trim()), "access:create-first-administrator", "person",
                personId.ToString(CultureInfo.InvariantCulture), Origin: origin));
            return personId;
        });
        return id == 0
            ? (null, [new Problem(AccessProblems.FirstTokenInvalid, Severity.Reject)])
            : (await Start(store.Find(id)!, null, origin), []);
    }

    private async Task<Session> Start(PersonRow row, string? rehashed, string origin)
    {
        var person = row.ToPerson();
        var now = time.NowMicroseconds();
        var id = await connections.Write((connection, transaction) =>
        {
            if (rehashed is not null)
                PersonStore.ReplaceHash(connection, transaction, row.Id, rehashed);
            trail.Record(connection, transaction, new TrailEntry(person.AsActor(), "access:sign-in", Origin: origin));
            return PersonStore.StartSession(connection, transaction, row.Id, now);
        });
        return new Session(id, person, now);
    }

    // The name as typed is not recorded: people type their password there by mistake. A failure of someone who exists
    // is always recorded, and a block bounds those; anyone can make any number of the others.
    private async Task<(Session? Session, Problem? Problem)> Refuse(
        PersonRow? row, string outcome, string origin, Problem problem, bool isAlwaysRecorded = false)
    {
        var details = isAlwaysRecorded ? "" : _refusals.Admit(time.NowMicroseconds());
        var actor = new Actor(ActorKind.Person, row?.Id ?? 0, row?.Name ?? "");
        if (details is not null)
        {
            await trail.Record(new TrailEntry(
                actor, "access:sign-in", Outcome: outcome, Origin: origin, Details: details));
        }

        return (null, problem);
    }

    private static Problem Locked(SignInPolicy policy, long microsecondsLeft) => new(
        AccessProblems.SignInLocked,
        Severity.Reject,
        Arguments:
        [
            policy.MaxFailures.ToString(CultureInfo.InvariantCulture),
            Math.Max(1, (microsecondsLeft + 59_999_999) / 60_000_000).ToString(CultureInfo.InvariantCulture),
        ]);
}
