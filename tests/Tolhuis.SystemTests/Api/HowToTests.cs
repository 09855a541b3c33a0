// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Text.RegularExpressions;
using Tolhuis.SystemTests.Platform;
using Xunit;

namespace Tolhuis.SystemTests.Api;

/// <summary>The life that docs/howto/lodge-over-http.md tells, with the very messages that lie beside it.</summary>
public sealed partial class HowToTests
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

        async Task<ApiAnswer> Send(string address, string file) =>
            await caller.Post("/v1/" + address, SampleMessages.Xml(await Filled(file, mrn)));
    }

    [Fact]
    public async Task Another_form_and_many_at_once_go_as_told()
    {
        await using var tolhuis = await RunningTolhuis.Start();
        using var caller = await tolhuis.Caller();
        var (xml, json) = (await Filled("h7.xml"), await Filled("h7.json"));

        var alone = await caller.Post("/v1/declarations", SampleMessages.Json(json));
        using var messages = new MultipartFormDataContent
        {
            { SampleMessages.Xml(xml), "message", "h7.xml" }, { SampleMessages.Json(json), "message", "h7.json" },
        };
        var batch = await caller.Post("/v1/declaration-batches", messages);
        var file = await caller.Post("/v1/declaration-files", SampleMessages.Zip(xml, json), ("Prefer", "wait=30"));
        var receipts = await caller.Get(file.Header("Location") + "/receipts");

        Assert.True(alone.Status == HttpStatusCode.Created, alone.Content);
        Assert.Equal(["201", "200"], batch.Json!["answers"]!.AsArray().Select(one => one!["status"]!.ToString()));
        Assert.Equal(
            ["duplicate", "duplicate"],
            receipts.Json!["receipts"]!.AsArray().Select(one => one!["outcome"]!.ToString()));
    }

    [Fact]
    public void Every_message_that_the_page_names_lies_beside_it_and_no_other()
    {
        var howTo = Path.Combine(DescriptionTests.FindRoot(), "docs", "howto");
        var named = FileName().Matches(File.ReadAllText(Path.Combine(howTo, "lodge-over-http.md")))
            .Select(match => match.Value).Distinct().Order();

        Assert.Equal(
            Directory.GetFiles(Path.Combine(howTo, "messages")).Select(Path.GetFileName).Order(), named);
    }

    private static async Task<string> Filled(string file, string mrn = "")
    {
        var message = await File.ReadAllTextAsync(
            Path.Combine(DescriptionTests.FindRoot(), "docs", "howto", "messages", file),
            TestContext.Current.CancellationToken);
        return message.Replace("DECLARANT", RunningTolhuis.Declarant, StringComparison.Ordinal)
            .Replace("MRN", mrn, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\b[a-z0-9-]+\.(xml|json)\b")]
    private static partial Regex FileName();
}
