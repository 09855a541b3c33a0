// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Web.Platform.Api;

/// <summary>What an operator may set of the HTTP API. The defaults are generous: they stop a runaway program, not a
/// trader.</summary>
/// <param name="RequestsPerSecond">Sustained requests of one token; bursts of twice as many are taken.</param>
/// <param name="ConcurrentRequests">Requests of one token at the same time.</param>
/// <param name="QueuedRequests">Requests of one token that may wait for their turn before it gets 429.</param>
/// <param name="MaxWaitSeconds">Longest wait that a caller may ask for with <c>Prefer: wait</c>.</param>
public sealed record ApiSettings(
    int RequestsPerSecond = 2_000,
    int ConcurrentRequests = 64,
    int QueuedRequests = 512,
    int MaxWaitSeconds = 60)
{
    /// <summary>Whom to write to about this interface (design rule doc-openapi-contact).</summary>
    public string ContactName { get; init; } = "Tolhuis";

    public string ContactEmail { get; init; } = "api@tolhuis.example";

    public string ContactUrl { get; init; } = "https://tolhuis.example/api";
}
