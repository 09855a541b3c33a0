// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.SystemTests.Platform;
using Tolhuis.Web.Platform.Api;
using Xunit;

namespace Tolhuis.SystemTests.Api;

/// <summary>
/// Design rules that a linter cannot see, for every endpoint that the description names: what is added there is tested
/// here without a new line.
/// </summary>
public sealed class EveryEndpointTests : IAsyncLifetime
{
    private RunningTolhuis _tolhuis = null!;
    private HttpClient _caller = null!;
    private HttpClient _stranger = null!;
    private List<(HttpMethod Method, string Path, JsonNode Operation)> _endpoints = [];

    public async ValueTask InitializeAsync()
    {
        _tolhuis = await RunningTolhuis.Start();
        _caller = await _tolhuis.Caller();
        _stranger = _tolhuis.Stranger();
        var description = (await _stranger.Get("/v1/openapi.json")).Json!;
        _endpoints = description["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => (
            new HttpMethod(operation.Key.ToUpperInvariant()),
            "/v1" + (path.Key == "/" ? "" : path.Key.Replace("{mrn}", "26NL00000000000000", StringComparison.Ordinal)
                .Replace("{id}", "1", StringComparison.Ordinal)
                .Replace("{code}", "610910", StringComparison.Ordinal)
                .Replace("{list}", "incoterm", StringComparison.Ordinal)),
            operation.Value!))).ToList();
        Assert.True(_endpoints.Count >= 13, "the description names every endpoint");
    }

    public async ValueTask DisposeAsync()
    {
        _caller.Dispose();
        _stranger.Dispose();
        await _tolhuis.DisposeAsync();
    }

    [Fact]
    public async Task Every_answer_has_the_headers_of_the_design_rules()
    {
        foreach (var (method, path, _) in _endpoints)
        {
            foreach (var client in new[] { _caller, _stranger })
            {
                var answer = await client.Send(method, path, null);
                AssertHeaders(answer, path);
                Assert.Null(answer.Header("Access-Control-Allow-Origin"));
            }
        }
    }

    [Fact]
    public async Task Every_fault_is_a_problem_document_with_status_title_detail_and_code()
    {
        foreach (var (method, path, _) in _endpoints)
        {
            AssertProblem(await _stranger.Send(method, path + "/bestaat-niet/echt-niet", null), HttpStatusCode.NotFound,
                path);
            AssertProblem(await _stranger.Send(HttpMethod.Delete, path, null), HttpStatusCode.MethodNotAllowed, path);
            AssertProblem(await _caller.Send(method, path, null, ("Accept", "text/html")), HttpStatusCode.NotAcceptable,
                path);
        }
    }

    [Fact]
    public async Task A_trailing_slash_leads_nowhere()
    {
        foreach (var (method, path, _) in _endpoints.Where(endpoint => endpoint.Path != "/v1"))
            AssertProblem(await _caller.Send(method, path + "/", null), HttpStatusCode.NotFound, path);
    }

    [Fact]
    public async Task Without_a_good_token_every_closed_endpoint_asks_for_one()
    {
        using var forger = _tolhuis.Stranger();
        forger.DefaultRequestHeaders.Authorization = new("Bearer", "tol_verzonnen");
        var token = _caller.DefaultRequestHeaders.Authorization!.Parameter;
        var closed = _endpoints.Where(endpoint => endpoint.Operation["security"] is not null).ToList();
        Assert.True(closed.Count >= 11);
        foreach (var (method, path, _) in closed)
        {
            var missing = await _stranger.Send(method, path, null);
            AssertProblem(missing, HttpStatusCode.Unauthorized, path);
            Assert.Equal("Bearer realm=\"tolhuis\"", missing.Header("WWW-Authenticate"));
            var forged = await forger.Send(method, path, null);
            AssertProblem(forged, HttpStatusCode.Unauthorized, path);
            Assert.Contains("invalid_token", forged.Header("WWW-Authenticate"), StringComparison.Ordinal);
            AssertProblem(await _stranger.Send(method, path + "?access_token=" + token, null),
                HttpStatusCode.Unauthorized, path);
        }
    }

    [Fact]
    public async Task A_content_of_another_kind_is_not_read()
    {
        var readers = _endpoints.Where(endpoint => endpoint.Operation["requestBody"] is not null).ToList();
        Assert.Equal(3, readers.Count);
        foreach (var (method, path, _) in readers)
        {
            var text = await _caller.Send(method, path, new StringContent("{}", null, "text/plain"));
            AssertProblem(text, HttpStatusCode.UnsupportedMediaType, path);
            Assert.NotNull(text.Header("Accept"));
            var packed = new ByteArrayContent([1, 2, 3]);
            packed.Headers.TryAddWithoutValidation("Content-Type", "application/xml");
            packed.Headers.ContentEncoding.Add("gzip");
            AssertProblem(await _caller.Send(method, path, packed), HttpStatusCode.UnsupportedMediaType, path);
        }
    }

    [Theory]
    [InlineData("en", "en")]
    [InlineData("en-GB,nl;q=0.5", "en")]
    [InlineData("nl-NL,en;q=0.5", "nl")]
    [InlineData("fr, en;q=0.3", "en")]
    [InlineData("de", "nl")]
    [InlineData("", "nl")]
    public async Task Sentences_come_in_the_language_that_was_asked_for(string asked, string language)
    {
        var answer = await _stranger.Get("/v1/declarations", ("Accept-Language", asked));

        Assert.Equal(language, answer.Header("Content-Language"));
        Assert.Contains(language == "en" ? "token" : "Stuur de kop", answer.Text("detail"), StringComparison.Ordinal);
        Assert.Equal(language == "en" ? "Authentication needed" : "Aanmelden nodig", answer.Text("title"));
    }

    [Fact]
    public async Task The_description_is_open_to_every_program()
    {
        var answer = await _stranger.Get("/v1/openapi.json");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("*", answer.Header("Access-Control-Allow-Origin"));
        Assert.Equal("application/json", answer.ContentType);
        AssertHeaders(answer, "/v1/openapi.json");
    }

    [Fact]
    public async Task Head_answers_as_get_without_content()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/v1/declarations");
        var answer = await ApiAnswer.Of(await _caller.SendAsync(request, TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Empty(answer.Content);
    }

    [Fact]
    public async Task A_token_that_asks_too_much_is_slowed_down()
    {
        await using var narrow = await RunningTolhuis.Start(new ApiSettings(RequestsPerSecond: 1));
        using var caller = await narrow.Caller();
        using var other = await narrow.Caller("Windroos");
        var answers = new List<ApiAnswer>();
        for (var i = 0; i < 5; i++)
            answers.Add(await caller.Get("/v1/declarations"));

        var refused = answers.First(answer => answer.Status == HttpStatusCode.TooManyRequests);
        AssertProblem(refused, HttpStatusCode.TooManyRequests, "/v1/declarations");
        Assert.True(int.Parse(refused.Header("Retry-After")!, System.Globalization.CultureInfo.InvariantCulture) >= 1);
        Assert.Equal(HttpStatusCode.OK, (await other.Get("/v1/declarations")).Status);
    }

    [Fact]
    public async Task What_the_program_itself_does_wrong_is_a_problem_document_too()
    {
        await using var broken = await RunningTolhuis.Start(alter: services =>
        {
            services.AddSingleton<IReceivedFiles>(_ => throw new InvalidOperationException("planted"));
            services.AddSingleton<IDeclarations>(new FailingDeclarations());
        });
        using var caller = await broken.Caller();

        foreach (var path in new[] { "/v1/declarations", "/v1/notifications", "/v1/declaration-files" })
        {
            var answer = await caller.Get(path);
            AssertProblem(answer, HttpStatusCode.InternalServerError, path);
            Assert.DoesNotContain("planted", answer.Content, StringComparison.Ordinal);
        }
    }

    private sealed class FailingDeclarations : IDeclarations
    {
        public DeclarationRow? Find(long id) => throw Planted();

        public DeclarationRow? Find(Mrn mrn) => throw Planted();

        public IReadOnlyList<DeclarationRow> List(DeclarationFilter filter) => throw Planted();

        public IReadOnlyList<LineRow> Lines(DeclarationRow declaration, int limit = 9_999) => throw Planted();

        public IReadOnlyList<Problem> Problems(long declarationId) => throw Planted();

        public ILookup<long, Problem> ProblemsBetween(long from, long until) => throw Planted();

        public IReadOnlyList<HistoryRow> History(long declarationId) => throw Planted();

        public IReadOnlyList<HistoryRow> Notifications(long submitterId, long after, int limit, long now) =>
            throw Planted();

        public IReadOnlyList<DayRow> Days(DateOnly from, DateOnly until) => throw Planted();

        public IReadOnlyList<VersionRow> Versions(long declarationId) => throw Planted();

        public IReadOnlyList<LineRow> Lines(VersionRow version, int limit = 9_999) => throw Planted();

        public RequestRow? Request(long requestId) => throw Planted();

        public IReadOnlyList<RequestRow> Requests(long declarationId) => throw Planted();

        public IReadOnlyList<RequestRow> PendingRequests(long after = 0, int limit = 50) => throw Planted();

        public IReadOnlyList<CorrectionAsked> CorrectionsAsked(long declarationId) => throw Planted();

        public TermCounts CountTerms(DateOnly day, int soonDays) => throw Planted();

        public IReadOnlyDictionary<DeclarationState, long> CountWaiting() => throw Planted();

        private static InvalidOperationException Planted() => new("planted");
    }

    private static void AssertHeaders(ApiAnswer answer, string path)
    {
        Assert.True(answer.Header("API-Version") == ApiEdge.Version, path);
        Assert.True(answer.Header("Cache-Control") == "no-store", path);
        Assert.True(answer.Header("X-Content-Type-Options") == "nosniff", path);
        Assert.True(answer.Header("X-Frame-Options") == "DENY", path);
        Assert.Contains("frame-ancestors 'none'", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Null(answer.Header("Set-Cookie"));
        Assert.Null(answer.Header("Server"));
    }

    private static void AssertProblem(ApiAnswer answer, HttpStatusCode status, string path)
    {
        Assert.True(answer.Status == status, $"{path}: {(int)answer.Status} {answer.Content}");
        Assert.True(answer.ContentType == "application/problem+json", path);
        Assert.Equal((int)status, answer.Json!["status"]!.GetValue<int>());
        Assert.NotEmpty(answer.Text("title")!);
        Assert.NotEmpty(answer.Text("detail")!);
        Assert.Matches("^[a-z-]+\\.[a-z-]+\\.[a-z-]+$", answer.Text("code")!);
        AssertHeaders(answer, path);
    }
}
