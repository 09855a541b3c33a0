// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Concurrent;
using System.Globalization;
using Tolhuis.Access.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;

namespace Tolhuis.Access;

/// <summary>
/// Tokens of submitters. Invariants: the secret is nowhere at rest; a revoked token is refused at once in this process
/// and within five seconds in another; what is kept in memory is bounded.
/// </summary>
internal sealed class Tokens(TokenStore store, IConnections connections, IAuditTrail trail, TimeProvider time) : ITokens
{
    public const int MaxMandates = 1_000;
    public const int MaxText = 80;
    private const int TokensInMemory = 4_096;
    private const long MemoryMicroseconds = 5_000_000;
    private const string HouseName = "Tolhuis";

    private readonly ConcurrentDictionary<string,
    (Submitter Submitter, DateOnly? Until, long ReadAt)> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<long, long> _lastUsed = new();
    private Submitter? _house;

    public Submitter? Authenticate(string bearer)
    {
        if (!Secrets.HasForm(bearer))
            return null;
        var hash = Secrets.Hash(bearer);
        var key = Convert.ToHexString(hash);
        var now = time.NowMicroseconds();
        if (!_known.TryGetValue(key, out var known) || now - known.ReadAt is < 0 or >= MemoryMicroseconds)
        {
            if (store.FindByHash(hash) is not { } found)
            {
                _known.TryRemove(key, out _);
                return null;
            }

            if (_known.Count >= TokensInMemory)
                _known.Clear();
            _known[key] = known = (found.Submitter, found.Until, now);
        }

        if (known.Until is { } until && DutchTime.DateOf(now) >= until)
            return null;
        _lastUsed[known.Submitter.TokenId] = now;
        return known.Submitter;
    }

    public Submitter? Find(long tokenId) => tokenId == 0 ? _house : store.FindById(tokenId);

    public async Task<(IssuedToken? Token, IReadOnlyList<Problem> Problems)> Create(TokenRequest request, Actor by)
    {
        var now = time.NowMicroseconds();
        var (eori, mandates, problems) = Decide(request, DutchTime.DateOf(now));
        if (problems.Count > 0)
            return (null, problems);
        var name = request.Submitter.Trim();
        var secret = Secrets.Make();
        var token = await connections.Write((connection, transaction) =>
        {
            var submitterId = TokenStore.FindOrInsertSubmitter(connection, transaction, name, eori, now);
            var id = TokenStore.Insert(
                connection, transaction, submitterId, secret, request.Label.Trim(), request.Scopes, request.Until,
                mandates, now);
            trail.Record(connection, transaction, new TrailEntry(
                by, "access:create-token", "token", Text(id),
                Details: $"submitter {submitterId}, {mandates.Count} mandates"));
            return new IssuedToken(id, secret, new Submitter(submitterId, name, eori, mandates, request.Scopes, id));
        });
        return (token, []);
    }

    public async Task<Submitter> House()
    {
        if (_house is { } known)
            return known;
        var now = time.NowMicroseconds();
        var id = await connections.Write((connection, transaction) =>
            TokenStore.FindOrInsertHouse(connection, transaction, HouseName, now));
        return _house = new Submitter(
            id, HouseName, null, [new Mandate(null, new Period(DateOnly.MinValue))], TokenScopes.All, TokenId: 0);
    }

    public IReadOnlyList<TokenRow> List(int limit = 100, long? before = null) =>
        store.List(Math.Clamp(limit, 1, 1_000), before);

    public async Task<bool> Revoke(long tokenId, Actor by)
    {
        var isRevoked = await connections.Write((connection, transaction) =>
        {
            if (!TokenStore.Revoke(connection, transaction, tokenId, time.NowMicroseconds()))
                return false;
            trail.Record(connection, transaction, new TrailEntry(by, "access:revoke-token", "token", Text(tokenId)));
            return true;
        });
        _known.Clear();
        return isRevoked;
    }

    /// <summary>
    /// Writes when each token was last used. Once a minute: a write per request would cost more than the request.
    /// </summary>
    public async Task SaveLastUsed()
    {
        var used = _lastUsed.ToArray();
        if (used.Length == 0)
            return;
        await connections.Write((connection, transaction) =>
        {
            foreach (var (id, at) in used)
                TokenStore.SetLastUsed(connection, transaction, id, at);
            return 0;
        });
        foreach (var pair in used)
            _lastUsed.TryRemove(pair);
    }

    private static (Eori? Eori, List<Mandate> Mandates, List<Problem> Problems) Decide(
        TokenRequest request, DateOnly today)
    {
        var problems = new List<Problem>();
        if (request.Submitter.Trim().Length is 0 or > MaxText)
            problems.Add(Refuse(AccessProblems.SubmitterName, "/submitter", Text(MaxText)));
        Eori? own = null;
        var ownText = Tidy(request.Eori);
        if (ownText.Length > 0)
        {
            if (Eori.TryParse(ownText, out var eori, out _))
                own = eori;
            else
                problems.Add(Refuse(AccessProblems.SubmitterEori, "/eori", Cut(ownText)));
        }

        var from = request.From ?? today;
        if (request.Until is { } until && until <= from)
            problems.Add(Refuse(AccessProblems.MandatePeriod, "/until", Iso(until), Iso(from)));
        var period = new Period(from, request.Until);
        var mandates = new List<Mandate>();
        if (own is { } self)
            mandates.Add(new Mandate(self, period));
        if (request.Mandates.Count > MaxMandates)
            problems.Add(
                Refuse(AccessProblems.MandateTooMany, "/mandates", Text(request.Mandates.Count), Text(MaxMandates)));
        foreach (var text in request.Mandates.Take(MaxMandates).Select(Tidy).Where(t => t.Length > 0).Distinct())
            AddMandate(text, period, mandates, problems);
        if (mandates.Count == 0
            && !problems.Exists(p => p.Code is AccessProblems.MandateEori or AccessProblems.SubmitterEori))
            problems.Add(Refuse(AccessProblems.MandateNone, "/mandates"));
        if ((request.Scopes & TokenScopes.All) == TokenScopes.None)
            problems.Add(Refuse(AccessProblems.TokenScope, "/scopes"));
        return (own, mandates, problems);
    }

    private static void AddMandate(string text, Period period, List<Mandate> mandates, List<Problem> problems)
    {
        if (text == "*")
            mandates.Add(new Mandate(null, period));
        else if (!Eori.TryParse(text, out var declarant, out _))
            problems.Add(Refuse(AccessProblems.MandateEori, "/mandates", Cut(text)));
        else if (!mandates.Exists(m => m.Declarant == declarant))
            mandates.Add(new Mandate(declarant, period));
    }

    // People paste numbers with blanks and in small letters.
    private static string Tidy(string text) =>
        text.Replace(" ", "", StringComparison.Ordinal).Trim().ToUpperInvariant();

    private static Problem Refuse(string code, string pointer, params string[] arguments) =>
        new(code, Severity.Reject, Pointer: pointer, Arguments: arguments);

    private static string Cut(string text) => text.Length <= 40 ? text : text[..40];

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
