// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Tolhuis.SystemTests.Platform;
using Tolhuis.Web.Platform.Api;
using Xunit;

namespace Tolhuis.SystemTests.Api;

/// <summary>
/// The description against our rules in docs/reference/api-rules.yaml, and each rule against one bad example: the true
/// description with one thing made wrong. The linter needs Node; without it those tests are skipped.
/// </summary>
public sealed partial class DescriptionTests
{
    private const string Linter = "@stoplight/spectral-cli@6.16.3";
    private static readonly string Reference = Path.Combine(FindRoot(), "docs", "reference");

    private static readonly string[] SpoiledPaths =
        ["/health", "/declarations", "/declarations/{mrn}/requests", "/notifications"];

    private static readonly Dictionary<string, Action<JsonObject>> BadExampleByRule = new()
    {
        ["openapi-three"] = d => d["openapi"] = "2.0",
        ["info-contact"] = d => d["info"]!["contact"]!.AsObject().Remove("email"),
        ["version-is-semantic"] = d => d["info"]!["version"] = "1.0",
        ["server-is-named"] = d => d["servers"] = new JsonArray(),
        ["major-ends-server"] = d => d["servers"]![0]!["url"] = "/v1/",
        ["no-version-in-path"] = d => Move(d, "/health", "/v1/health"),
        ["no-trailing-slash"] = d => Move(d, "/health", "/health/"),
        ["kebab-case-paths"] = d => Move(d, "/health", "/healthState"),
        ["camel-case-query"] = d => List(d)["parameters"]![0]!["name"] = "data_set",
        ["camel-case-properties"] = d => Properties(d)["Data_Set"] = new JsonObject { ["type"] = "string" },
        ["known-time-formats"] = d => Properties(d)["dataSet"]!["format"] = "time",
        ["instants-are-date-time"] = d => Properties(d)["receivedAt"]!["format"] = "date",
        ["days-are-date"] = d => Properties(d)["lapsesOn"]!["format"] = "date-time",
        ["instants-in-queries-are-date-time"] = d => Box(d)["schema"]!["format"] = "date",
        ["server-uses-tls"] = d => d["servers"]![0]!["url"] = "http://tolhuis.example/v1",
        ["closed-says-429"] = d => List(d)["responses"]!.AsObject().Remove("429"),
        ["content-may-be-refused"] = d => Lodge(d)["responses"]!.AsObject().Remove("415"),
        ["form-may-be-refused"] = d => List(d)["responses"]!.AsObject().Remove("406"),
        ["children-may-be-missing"] = d => Child(d)["responses"]!.AsObject().Remove("404"),
        ["known-statuses"] = d => List(d)["responses"]!["default"] = List(d)["responses"]!["400"]!.DeepClone(),
        ["parameters-are-described"] = d => List(d)["parameters"]![0]!.AsObject().Remove("description"),
        ["answers-have-examples"] = d =>
        List(d)["responses"]!["200"]!["content"]!["application/json"]!.AsObject().Remove("example"),
        ["standard-methods"] = d => d["paths"]!["/health"]!["search"] = d["paths"]!["/health"]!["get"]!.DeepClone(),
        ["version-header"] = d => List(d)["responses"]!["200"]!["headers"]!.AsObject().Remove("API-Version"),
        ["faults-are-problems"] = d => List(d)["responses"]!["400"]!["content"]!["application/json"] = new JsonObject(),
        ["faults-have-content"] = d => List(d)["responses"]!["400"]!.AsObject().Remove("content"),
        ["problems-are-complete"] = d =>
        d["components"]!["schemas"]!["ProblemDocument"]!["required"]!.AsArray().RemoveAt(2),
        ["input-may-be-wrong"] = d => List(d)["responses"]!.AsObject().Remove("400"),
        ["invalid-input-is-400"] = d => List(d)["responses"]!["422"] = List(d)["responses"]!["400"]!.DeepClone(),
        ["closed-says-401-and-403"] = d => List(d)["responses"]!.AsObject().Remove("403"),
        ["operations-have-names"] = d => List(d).Remove("operationId"),
        ["no-token-in-address"] = d => List(d)["parameters"]![0]!["name"] = "token",
    };

    [Fact]
    public async Task The_description_in_the_docs_is_the_one_that_is_served()
    {
        await using var tolhuis = await RunningTolhuis.Start();
        using var stranger = tolhuis.Stranger();
        var served = (await stranger.Get("/v1/openapi.json")).Content;
        var made = Encoding.UTF8.GetString((await TolhuisApi.Describe(TestContext.Current.CancellationToken)).Span);
        var written = await File.ReadAllTextAsync(Path.Combine(Reference, "openapi.json"),
            TestContext.Current.CancellationToken);

        Assert.Equal(made, served);
        Assert.True(written.ReplaceLineEndings("\n") == served, "run: ./tolhuis openapi > docs/reference/openapi.json");
    }

    [Fact]
    public void Every_rule_has_a_bad_example()
    {
        var rules = RuleName().Matches(File.ReadAllText(Path.Combine(Reference, "api-rules.yaml")))
            .Select(match => match.Groups[1].Value);

        Assert.Equal(rules.Order(StringComparer.Ordinal), BadExampleByRule.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_description_keeps_the_rules_and_each_rule_finds_its_bad_example()
    {
        var folder = Directory.CreateTempSubdirectory("tolhuis-rules-").FullName;
        try
        {
            var description = await File.ReadAllTextAsync(Path.Combine(Reference, "openapi.json"),
                TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder, "good.json"), description,
                TestContext.Current.CancellationToken);
            foreach (var (rule, spoil) in BadExampleByRule)
            {
                var bad = FewPaths(description);
                spoil(bad);
                await File.WriteAllTextAsync(
                    Path.Combine(folder, rule + ".json"), bad.ToJsonString(), TestContext.Current.CancellationToken);
            }

            var found = (await Lint(folder)).Select(fault => (
                    File: Path.GetFileNameWithoutExtension(fault!["source"]!.ToString()),
                    Rule: fault["code"]!.ToString()))
                .ToLookup(fault => fault.File, fault => fault.Rule);

            Assert.Empty(found["good"]);
            foreach (var rule in BadExampleByRule.Keys)
            {
                var others = string.Join(", ", found[rule]);
                Assert.True(found[rule].Contains(rule), $"{rule} does not find its bad example; found: {others}");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<JsonArray> Lint(string folder)
    {
        var start = new ProcessStartInfo("npx")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
            ArgumentList =
            {
                "--yes", Linter, "lint", "*.json", "--ruleset", Path.Combine(Reference, "api-rules.yaml"), "--format",
                    "json", "--quiet",
            },
        };
        Process? process = null;
        try
        {
            process = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("skipped: Node is not installed");
        }

        using (process)
        {
            var errors = process!.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.SkipWhen(output.Length == 0 && (await errors).Contains("npm", StringComparison.Ordinal),
                "skipped: no linter here");
            Assert.True(output.StartsWith('['), output + await errors);
            return JsonNode.Parse(output)!.AsArray();
        }
    }

    // A rule finds its bad example among few paths as well as among all, and the linter is done sooner.
    private static JsonObject FewPaths(string description)
    {
        var whole = JsonNode.Parse(description)!.AsObject();
        var paths = whole["paths"]!.AsObject();
        foreach (var path in paths.Select(path => path.Key).Except(SpoiledPaths).ToList())
            paths.Remove(path);
        return whole;
    }

    private static JsonObject List(JsonObject description) =>
        description["paths"]!["/declarations"]!["get"]!.AsObject();

    private static JsonObject Lodge(JsonObject description) =>
        description["paths"]!["/declarations"]!["post"]!.AsObject();

    private static JsonObject Child(JsonObject description) =>
        description["paths"]!["/declarations/{mrn}/requests"]!["get"]!.AsObject();

    private static JsonNode Box(JsonObject description) =>
        description["paths"]!["/notifications"]!["get"]!["parameters"]!.AsArray()
        .Single(parameter => parameter!["name"]!.ToString() == "since")!;

    private static JsonObject Properties(JsonObject description) =>
        description["components"]!["schemas"]!["DeclarationBody"]!["properties"]!.AsObject();

    private static void Move(JsonObject description, string from, string to)
    {
        var paths = description["paths"]!.AsObject();
        paths[to] = paths[from]!.DeepClone();
        paths.Remove(from);
    }

    internal static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Tolhuis.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("These tests run from a checkout.");
    }

    [GeneratedRegex("^  ([a-z0-9-]+):$", RegexOptions.Multiline)]
    private static partial Regex RuleName();
}
