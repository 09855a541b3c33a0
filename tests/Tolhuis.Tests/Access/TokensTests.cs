// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Dapper;
using Tolhuis.Access;
using Tolhuis.Access.Contract;
using Tolhuis.Kernel;
using Xunit;

namespace Tolhuis.Tests.Access;

public sealed class TokensTests : IDisposable
{
    private static readonly Actor Administrator = new(ActorKind.Person, 1, "Lotte Smeets");
    private readonly AccessStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_token_lodges_for_its_own_number_and_its_mandates_and_no_one_else()
    {
        var token = await Create(new TokenRequest("Snelpost BV", "NL001234567", ["DE 9876543", "fr12"]));

        var submitter = _store.Tokens.Authenticate(token.Secret)!;

        Assert.Equal("Snelpost BV", submitter.Name);
        Assert.True(submitter.MayLodgeFor(Number("NL001234567"), new DateOnly(2026, 7, 1)));
        Assert.True(submitter.MayLodgeFor(Number("DE9876543"), new DateOnly(2030, 1, 1)));
        Assert.True(submitter.MayLodgeFor(Number("FR12"), new DateOnly(2026, 7, 1)));
        Assert.False(submitter.MayLodgeFor(Number("NL007654321"), new DateOnly(2026, 7, 1)));
        Assert.False(submitter.MayLodgeFor(Number("NL001234567"), new DateOnly(2026, 6, 30)));
    }

    [Fact]
    public async Task A_token_stops_on_its_last_day_in_Dutch_time()
    {
        var token = await Create(new TokenRequest("Snelpost BV", "NL001234567", [], Until: new DateOnly(2026, 7, 3)));
        var submitter = _store.Tokens.Authenticate(token.Secret)!;

        Assert.False(submitter.MayLodgeFor(Number("NL001234567"), new DateOnly(2026, 7, 3)));
        _store.Time.SetUtcNow(new DateTimeOffset(2026, 7, 2, 21, 59, 0, TimeSpan.Zero));
        Assert.NotNull(_store.Tokens.Authenticate(token.Secret));
        _store.Time.SetUtcNow(new DateTimeOffset(2026, 7, 2, 22, 0, 0, TimeSpan.Zero));
        Assert.Null(_store.Tokens.Authenticate(token.Secret));
    }

    [Fact]
    public async Task A_star_covers_everyone()
    {
        var token = await Create(new TokenRequest("House", "", ["*"]));

        Assert.True(_store.Tokens.Authenticate(token.Secret)!.MayLodgeFor(Number("CN123"), new DateOnly(2026, 7, 1)));
    }

    [Fact]
    public async Task A_revoked_token_is_refused_at_once()
    {
        var token = await Create(new TokenRequest("Snelpost BV", "NL001234567", []));
        Assert.NotNull(_store.Tokens.Authenticate(token.Secret));

        Assert.True(await _store.Tokens.Revoke(token.Id, Administrator));

        Assert.Null(_store.Tokens.Authenticate(token.Secret));
        Assert.False(await _store.Tokens.Revoke(token.Id, Administrator));
        Assert.Equal(["access:create-token", "access:revoke-token"], _store.Actions());
    }

    [Fact]
    public async Task A_token_revoked_by_another_process_is_refused_within_five_seconds()
    {
        var token = await Create(new TokenRequest("Snelpost BV", "NL001234567", []));
        Assert.NotNull(_store.Tokens.Authenticate(token.Secret));

        _store.Execute("update access_tokens set revoked_at = 1");
        _store.Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Null(_store.Tokens.Authenticate(token.Secret));
    }

    [Fact]
    public async Task The_secret_is_nowhere_in_the_store()
    {
        var token = await Create(new TokenRequest("Snelpost BV", "NL001234567", []));

        using var connection = _store.OpenRead();
        var row = connection.QuerySingle<string>(
            "select prefix || '|' || label || '|' || hex(token_hash) || '|' || cast(token_hash as text) from "
                + "access_tokens");
        var listed = Assert.Single(_store.Tokens.List());

        Assert.DoesNotContain(token.Secret[14..], row, StringComparison.Ordinal);
        Assert.Equal(token.Secret[..14], listed.Prefix);
        Assert.DoesNotContain(_store.Trail.List(), r =>
            (r.Details ?? "").Contains(token.Secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("tolhuis_")]
    [InlineData("tolhuis_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("Bearer x")]
    public void What_is_no_token_is_no_one(string bearer) => Assert.Null(_store.Tokens.Authenticate(bearer));

    [Fact]
    public async Task Every_problem_of_a_request_is_said_at_once()
    {
        var (token, problems) = await _store.Tokens.Create(
            new TokenRequest(" ", "1234", ["x"], TokenScopes.None, Until: new DateOnly(2026, 7, 1)), Administrator);

        Assert.Null(token);
        Assert.Equal(
            [
                AccessProblems.SubmitterName, AccessProblems.SubmitterEori, AccessProblems.MandatePeriod,
                AccessProblems.MandateEori,
                AccessProblems.TokenScope,
            ],
            problems.Select(p => p.Code));
        Assert.Empty(_store.Tokens.List());
    }

    [Fact]
    public async Task A_token_without_number_and_mandate_is_refused_and_so_are_too_many_mandates()
    {
        var (_, none) = await _store.Tokens.Create(new TokenRequest("Snelpost", "", []), Administrator);
        var (_, many) = await _store.Tokens.Create(
            new TokenRequest("Snelpost", "", [.. Enumerable.Range(0, 1_001).Select(i => $"NL{i}")]), Administrator);

        Assert.Equal([AccessProblems.MandateNone], none.Select(p => p.Code));
        Assert.Equal([AccessProblems.MandateTooMany], many.Select(p => p.Code));
    }

    [Fact]
    public async Task Two_tokens_of_one_party_are_one_submitter()
    {
        var first = await Create(new TokenRequest("Snelpost BV", "NL001234567", []));
        var second = await Create(new TokenRequest("Snelpost", "nl 001234567", []));
        var house = await _store.Tokens.House();

        Assert.Equal(first.Submitter.Id, second.Submitter.Id);
        Assert.NotEqual(first.Submitter.Id, house.Id);
        Assert.Equal(house.Id, (await _store.Tokens.House()).Id);
    }

    [Fact]
    public async Task Last_use_is_saved_each_minute()
    {
        var token = await Create(new TokenRequest("Snelpost BV", "NL001234567", []));
        _store.Tokens.Authenticate(token.Secret);
        Assert.Null(_store.Tokens.List()[0].LastUsedAt);

        await _store.Clock.EveryMinute();

        Assert.Equal(_store.Time.NowMicroseconds(), _store.Tokens.List()[0].LastUsedAt);
    }

    private async Task<IssuedToken> Create(TokenRequest request)
    {
        var (token, problems) = await _store.Tokens.Create(request, Administrator);
        Assert.Empty(problems);
        return token!;
    }

    private static Eori Number(string text) =>
        Eori.TryParse(text, out var eori, out _) ? eori : throw new FormatException(text);
}
