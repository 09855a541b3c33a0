// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using Tolhuis.SystemTests.Platform;
using Xunit;

namespace Tolhuis.SystemTests.Api;

/// <summary>The life that docs/howto/lodge-over-http.md tells, with the very messages that lie beside it.</summary>
public sealed class HowToTests
{
    [Fact]
    public async Task The_life_in_the_docs_goes_as_told()
    {
        await using var tolhuis = await RunningTolhuis.Start();
        using var caller = await tolhuis.Caller();
        var mrn = "";

        var lodged = await Send("declarations", "pre-lodged.xml");
        mrn = lodged.Text("mrn")!;
        var amended = await Send($"declarations/{mrn}/amendments", "amendment.xml");
        var first = await caller.Get($"/v1/declarations/{mrn}/versions/1/lines");
        var presented = await Send($"declarations/{mrn}/presentations", "presentation.xml");
        var repayment = await Send($"declarations/{mrn}/repayment-requests", "repayment.xml");
        var invalidation = await Send($"declarations/{mrn}/invalidation-requests", "invalidation.xml");
        var requests = await caller.Get($"/v1/declarations/{mrn}/requests");
        var told = await caller.Get("/v1/notifications?after=0", ("Prefer", "wait=60"));

        Assert.True(lodged.Status == HttpStatusCode.Created, lodged.Content);
        Assert.Equal("registered", lodged.Text("state"));
        Assert.True(amended.Status == HttpStatusCode.Created, amended.Content);
        Assert.Contains("size M", first.Content, StringComparison.Ordinal);
        Assert.True(presented.Status == HttpStatusCode.Created, presented.Content);
        Assert.True(repayment.Status == HttpStatusCode.Accepted, repayment.Content);
        Assert.True(invalidation.Status == HttpStatusCode.Accepted, invalidation.Content);
        Assert.Equal(
            ["amendment", "presentation", "repaymentOrRemission", "invalidation"],
            requests.Json!["requests"]!.AsArray().Select(one => one!["kind"]!.ToString()));
        Assert.Contains("accepted", told.Json!["notifications"]!.AsArray().Select(one => one!["kind"]!.ToString()));

        async Task<ApiAnswer> Send(string address, string file)
        {
            var message = await File.ReadAllTextAsync(
                Path.Combine(DescriptionTests.FindRoot(), "docs", "howto", "messages", file),
                TestContext.Current.CancellationToken);
            return await caller.Post("/v1/" + address, SampleMessages.Xml(message
                .Replace("DECLARANT", RunningTolhuis.Declarant, StringComparison.Ordinal)
                .Replace("MRN", mrn, StringComparison.Ordinal)));
        }
    }
}
