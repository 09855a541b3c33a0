// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Tolhuis.Access.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.SystemTests.Platform;
using Xunit;

namespace Tolhuis.SystemTests.Api;

/// <summary>Short ways to lodge, and to go on with what was lodged.</summary>
internal static class LifeCalls
{
    public static readonly Actor Officer = Actor.System with { Name = "J. Wassenaar" };

    public static readonly XNamespace Wco = "urn:wco:datamodel:WCO:RES-DMS:2";

    /// <summary>Address of a declaration lodged before its goods came.</summary>
    public static async Task<string> PreLodge(this HttpClient caller, string lrn, string value = "24.90")
    {
        var lodged = await caller.Lodge(SampleMessages.PreLodged(SampleMessages.H7(lrn, value)));
        Assert.True(lodged.Status == HttpStatusCode.Created, lodged.Content);
        return lodged.Header("Location")!;
    }

    /// <summary>Address of a released one. The sample of the day may hold a declaration; of a few one is not held.
    /// </summary>
    public static async Task<string> Release(this HttpClient caller, string lrn, Func<string, string>? alter = null)
    {
        for (var i = 0; i < 40; i++)
        {
            var message = SampleMessages.H7($"{lrn}-{i}");
            var lodged = await caller.Lodge(alter is null ? message : alter(message));
            if (lodged.Text("state") == "released")
                return lodged.Header("Location")!;
        }

        throw new InvalidOperationException("Of forty ordinary declarations none was released.");
    }

    public static async Task Decide(
        this RunningTolhuis tolhuis, ApiAnswer asked, bool isGranted, string reason)
    {
        Assert.True(asked.Status == HttpStatusCode.Accepted, asked.Content);
        var answer = await tolhuis.Services.GetRequiredService<IActs>().DecideRequest(
            asked.Json!["requestId"]!.GetValue<long>(), isGranted, reason, Officer,
            isGranted ? null : new DecisionStatement("10-a"));
        Assert.True(answer.IsDone, string.Join(", ", answer.Problems.Select(problem => problem.Code)));
    }

    public static string MrnOf(string path) => path["/v1/declarations/".Length..];

    /// <summary>A notification as the WCO message that it is.</summary>
    public static async Task<XDocument> Xml(this HttpClient caller, string seq)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/notifications/" + seq);
        request.Headers.TryAddWithoutValidation("Accept", "application/xml");
        using var answer = await caller.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return XDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
