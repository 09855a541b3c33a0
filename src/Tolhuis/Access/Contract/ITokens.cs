// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;

namespace Tolhuis.Access.Contract;

/// <summary>
/// What is asked when a token is made. Without mandates the submitter lodges for his own number only.
/// </summary>
/// <param name="Submitter">Name of the party; an existing submitter is found by his EORI, else by his name.</param>
/// <param name="Mandates">EORI numbers, or <c>*</c> for everyone (house use).</param>
/// <param name="From">First day of the mandates; today if not given.</param>
/// <param name="Until">First day on which mandates and token no longer hold; open if not given.</param>
public sealed record TokenRequest(
    string Submitter,
    string Eori,
    IReadOnlyList<string> Mandates,
    TokenScopes Scopes = TokenScopes.All,
    string Label = "",
    DateOnly? From = null,
    DateOnly? Until = null);

/// <summary>A token as it is given out: the only time that its secret is seen.</summary>
public sealed record IssuedToken(long Id, string Secret, Submitter Submitter);

/// <summary>A token as it is listed: its prefix, never its secret. Instants in microseconds since 1970 UTC.</summary>
public sealed record TokenRow(
    long Id,
    string Prefix,
    string Label,
    long SubmitterId,
    string Submitter,
    string Eori,
    TokenScopes Scopes,
    IReadOnlyList<Mandate> Mandates,
    long CreatedAt,
    long? LastUsedAt,
    long? RevokedAt,
    DateOnly? Until)
{
    public bool IsUsable(DateOnly today) => RevokedAt is null && (Until is not { } until || today < until);
}

/// <summary>
/// Tokens by which programs lodge declarations. At rest there is only their SHA-256; a token has 256 random bits.
/// </summary>
public interface ITokens
{
    /// <summary>
    /// Who comes with this bearer token; null if it is unknown, revoked or out of its period. Fast: kept in memory for
    /// seconds.
    /// </summary>
    Submitter? Authenticate(string bearer);

    /// <summary>
    /// A submitter by the token he once came with, revoked or not: what was acknowledged under it is still decided,
    /// under the mandates of that token. Token 0 is the house. Null if there is none.
    /// </summary>
    Submitter? Find(long tokenId);

    /// <summary>
    /// Makes a token, and the submitter if he is new. Either an issued token or every problem of the request.
    /// </summary>
    Task<(IssuedToken? Token, IReadOnlyList<Problem> Problems)> Create(TokenRequest request, Actor by);

    /// <summary>
    /// The submitter of the house itself (files on the command line, the demo): may lodge for everyone, has no token.
    /// </summary>
    Task<Submitter> House();

    /// <summary>Newest first; at most <paramref name="limit"/> rows older than the given id.</summary>
    IReadOnlyList<TokenRow> List(int limit = 100, long? before = null);

    /// <summary>
    /// False if there is no such token or it was revoked before. Holds at once in this process, within seconds
    /// elsewhere.
    /// </summary>
    Task<bool> Revoke(long tokenId, Actor by);
}
