// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Tolhuis.Access.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Web.Platform.Api;

/// <summary>
/// Bearer tokens of submitters (RFC 6750), from the Authorization header only: what stands in an address ends up in
/// logs.
/// </summary>
internal sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ITokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "TolhuisToken";
    public const string LodgePolicy = "tolhuis-api-lodge";
    public const string ReadPolicy = "tolhuis-api-read";
    private const string ScopeClaim = "scope";
    private const string Prefix = "Bearer ";
    private const string Realm = "Bearer realm=\"tolhuis\"";
    private const int MaxTokenLength = 200;

    public static void AddPolicies(AuthorizationOptions options)
    {
        options.AddPolicy(LodgePolicy, policy => Require(policy, "lodge"));
        options.AddPolicy(ReadPolicy, policy => Require(policy, "read"));
    }

    /// <summary>The scope that a policy of ours asks for; null for other policies.</summary>
    public static string? ScopeOf(string? policy) => policy switch
    {
        LodgePolicy => "lodge",
        ReadPolicy => "read",
        _ => null,
    };

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return Task.FromResult(AuthenticateResult.NoResult());
        var bearer = header[Prefix.Length..].Trim();
        if (bearer.Length > MaxTokenLength || tokens.Authenticate(bearer) is not { } submitter)
            return Task.FromResult(AuthenticateResult.Fail("unknown token"));
        Context.Items[typeof(Submitter)] = submitter;
        var identity = new ClaimsIdentity(SchemeName);
        if (submitter.Scopes.HasFlag(TokenScopes.Lodge))
            identity.AddClaim(new Claim(ScopeClaim, "lodge"));
        if (submitter.Scopes.HasFlag(TokenScopes.Read))
            identity.AddClaim(new Claim(ScopeClaim, "read"));
        return Task.FromResult(
            AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName)));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var isMissing = Request.Headers.Authorization.Count == 0;
        Response.Headers.WWWAuthenticate = isMissing ? Realm : Realm + ", error=\"invalid_token\"";
        return new ApiProblem(isMissing ? ApiFaults.TokenMissing : ApiFaults.TokenInvalid).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var policy = Context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>()?.Policy;
        var scope = ScopeOf(policy) ?? "";
        Response.Headers.WWWAuthenticate = $"{Realm}, error=\"insufficient_scope\", scope=\"{scope}\"";
        return new ApiProblem(ApiFaults.ScopeMissing, scope).ExecuteAsync(Context);
    }

    private static void Require(AuthorizationPolicyBuilder policy, string scope) =>
        policy.AddAuthenticationSchemes(SchemeName).RequireAuthenticatedUser().RequireClaim(ScopeClaim, scope);
}

/// <summary>The submitter behind a request of the API.</summary>
internal static class ApiCaller
{
    public static Submitter Submitter(this HttpContext context)
    {
        var submitter = context.Items[typeof(Submitter)] as Submitter;
        Invariant.Holds(submitter is not null, "An endpoint that asks for its submitter requires a token.");
        return submitter!;
    }
}
