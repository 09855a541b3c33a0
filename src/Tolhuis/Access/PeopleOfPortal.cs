// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Access.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;

namespace Tolhuis.Access;

/// <summary>
/// Traders who use the portal, and the simulated people of a demo. A trader's mandates stand in a token row, so that
/// one table says who may act for whom; its secret is thrown away when it is made.
/// </summary>
internal sealed partial class People
{
    private const int DemoDaysBefore = 31;

    public async Task<(Person? Person, IReadOnlyList<Problem> Problems)> CreateTrader(
        string signInName, string name, string? password, string company, Eori declarant,
        IReadOnlyList<Eori> mandates, Actor by)
    {
        var now = time.NowMicroseconds();
        var today = DutchTime.DateOf(now);
        var isDemo = password is null && store.IsDemo();
        var problems = NewPerson.CheckTrader(
            signInName, name, password, company, mandates.Count, SignInPolicy.On(today));

        // Else the first administrator could no longer come in: his code works only while there is no one.
        if (store.IsEmpty())
            problems.Insert(0, new Problem(AccessProblems.TraderTooEarly, Severity.Reject));
        if (problems.Count > 0)
            return (null, problems);
        var hash = password is null ? null : Hasher.HashPassword("", password);
        // The traffic of a demo is that of the day before, and must be his.
        var from = new Period(isDemo ? today.AddDays(-DemoDaysBefore) : today);
        var held = mandates.Prepend(declarant).Distinct().Select(m => new Mandate(m, from)).ToList();
        var id = await connections.Write((connection, transaction) =>
        {
            if (PersonStore.IsTaken(connection, transaction, signInName))
                return 0L;
            var submitterId = TokenStore.FindOrInsertSubmitter(
                connection, transaction, company.Trim(), declarant, now);
            var tokenId = TokenStore.Insert(
                connection, transaction, submitterId, Secrets.Make(), $"portal: {signInName}", TokenScopes.All, null,
                held, now);
            var personId = PersonStore.Insert(
                connection, transaction, signInName, name.Trim(), hash, nameof(Role.Trader), isDemo, now,
                tokenId: tokenId);
            trail.Record(connection, transaction, new TrailEntry(
                by, "access:create-trader", "person", personId.ToString(CultureInfo.InvariantCulture),
                Details: $"submitter {submitterId}, token {tokenId}, {held.Count} mandates"));
            return personId;
        });
        return id == 0 ? (null, [NewPerson.Taken(signInName)]) : (store.Find(id)!.ToPerson(), []);
    }

    public async Task<string?> IssueTraderCode(string signInName, Actor by)
    {
        var now = time.NowMicroseconds();
        var until = now + (long)SignInPolicy.On(DutchTime.DateOf(now)).TraderCode.TotalMicroseconds;
        var code = Secrets.Make();
        var given = await connections.Write((connection, transaction) =>
        {
            if (PersonStore.GiveCode(connection, transaction, signInName, Secrets.Hash(code), until, now) is not { } id)
                return 0L;
            trail.Record(connection, transaction, new TrailEntry(
                by, "access:issue-trader-code", "person", id.ToString(CultureInfo.InvariantCulture)));
            return id;
        });
        foreach (var session in _sessions.Where(s => s.Value.Session.Person.Id == given))
            _sessions.TryRemove(session);
        return given == 0 ? null : code;
    }

    public async Task<(Session? Session, IReadOnlyList<Problem> Problems)> ChoosePassword(
        string signInName, string code, string password, string origin)
    {
        var now = time.NowMicroseconds();
        var hash = Secrets.Hash(code);
        var problems = NewPerson.CheckPassword(password, SignInPolicy.On(DutchTime.DateOf(now)));
        var row = Secrets.HasForm(code) && signInName.Length <= 64 ? store.FindByCode(signInName, hash, now) : null;

        // The code is looked at first and used up last: a password that is too short must not cost it.
        if (row is null)
            problems.Insert(0, new Problem(AccessProblems.TraderCodeInvalid, Severity.Reject));
        if (problems.Count > 0)
            return (null, problems);
        var chosen = Hasher.HashPassword("", password);
        var isUsed = await connections.Write((connection, transaction) =>
        {
            if (!PersonStore.UseCode(connection, transaction, row!.Id, hash, chosen))
                return false;
            trail.Record(connection, transaction, new TrailEntry(
                row.ToPerson().AsActor(), "access:choose-password", "person",
                row.Id.ToString(CultureInfo.InvariantCulture), Origin: origin));
            return true;
        });
        return isUsed
            ? (await Start(store.Find(row!.Id)!, null, origin), [])
            : (null, [new Problem(AccessProblems.TraderCodeInvalid, Severity.Reject)]);
    }

    public async Task<bool> EndTrader(string signInName, Actor by)
    {
        var now = time.NowMicroseconds();
        var ended = await connections.Write((connection, transaction) =>
        {
            if (PersonStore.DisableTrader(connection, transaction, signInName, now) is not var (personId, tokenId))
                return 0L;
            TokenStore.Revoke(connection, transaction, tokenId, now);
            trail.Record(connection, transaction, new TrailEntry(
                by, "access:end-trader", "person", personId.ToString(CultureInfo.InvariantCulture),
                Details: $"token {tokenId}"));
            return personId;
        });
        foreach (var session in _sessions.Where(s => s.Value.Session.Person.Id == ended))
            _sessions.TryRemove(session);
        return ended != 0;
    }

    // Asked of the store every time: it decides what someone sees, and an account that was ended ends at once.
    public Submitter? SubmitterOf(Person person) =>
        store.Find(person.Id) is { DisabledAt: null, TokenId: { } tokenId } row
        && row.ToPerson().Roles.Contains(Role.Trader)
            ? tokens.FindHolding(tokenId, DutchTime.DateOf(time.NowMicroseconds()))
            : null;

    public async Task<Person?> Simulated(string name, Role role)
    {
        var (known, word) = (name.Trim(), role.ToString());
        if (known.Length is 0 or > NewPerson.MaxName)
            throw new ArgumentException($"A simulated person needs a name of at most {NewPerson.MaxName} characters.");
        if (store.FindSimulated(known, word) is { } there)
            return there.ToPerson();
        var now = time.NowMicroseconds();
        await connections.Write((connection, transaction) =>
        {
            if (!PersonStore.IsDemo(connection, transaction)
                || PersonStore.HasSimulated(connection, transaction, known, word))
                return 0L;
            var number = PersonStore.CountSimulated(connection, transaction) + 1;
            var id = PersonStore.Insert(
                connection, transaction, string.Create(CultureInfo.InvariantCulture, $"simulated.{number}"), known,
                null, word, isDemo: true, now, isSimulated: true);
            trail.Record(connection, transaction, new TrailEntry(
                Actor.System, "access:create-simulated", "person", id.ToString(CultureInfo.InvariantCulture)));
            return id;
        });
        return store.FindSimulated(known, word)?.ToPerson();
    }
}
