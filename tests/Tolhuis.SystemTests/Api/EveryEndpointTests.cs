// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.SystemTests.Platform;
using Tolhuis.Web.Platform.Api;
using Xunit;

namespace Tolhuis.SystemTests.Api;

/// <summary>A server with all that its description names, shared by tests that only ask.</summary>
public sealed partial class Endpoints : IAsyncLifetime
{
    internal RunningTolhuis Running { get; private set; } = null!;

    internal HttpClient Caller { get; private set; } = null!;

    internal HttpClient Stranger { get; private set; } = null!;

    internal List<(HttpMethod Method, string Path, JsonNode Operation)> All { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Running = await RunningTolhuis.Start();
        Caller = await Running.Caller();
        Stranger = Running.Stranger();
        var description = (await Stranger.Get("/v1/openapi.json")).Json!;
        All = description["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => (
            new HttpMethod(operation.Key.ToUpperInvariant()),
            "/v1" + (path.Key == "/" ? "" : Parameter().Replace(
                path.Key.Replace("{mrn}", "26NL00000000000000", StringComparison.Ordinal)
                    .Replace("{code}", "610910", StringComparison.Ordinal)
                    .Replace("{list}", "incoterm", StringComparison.Ordinal), "1")),
            operation.Value!))).ToList();
        Assert.True(All.Count >= 25, "the description names every endpoint");
    }

    public async ValueTask DisposeAsync()
    {
        Caller.Dispose();
        Stranger.Dispose();
        await Running.DisposeAsync();
    }

    [GeneratedRegex(@"\{[a-zA-Z]+\}")]
    private static partial Regex Parameter();
}

/// <summary>
/// Design rules that a linter cannot see, for every endpoint that the description names: what is added there is tested
/// here without a new line.
/// </summary>
public sealed class EveryEndpointTests(Endpoints endpoints) : IClassFixture<Endpoints>
{
    // Other methods than GET of an address that only has GET, and the other way round.
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    private readonly List<(HttpMethod Method, string Path, JsonNode Operation)> _endpoints = endpoints.All;
    private readonly RunningTolhuis _tolhuis = endpoints.Running;
    private readonly HttpClient _caller = endpoints.Caller;
    private readonly HttpClient _stranger = endpoints.Stranger;

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
            AssertProblem(await _caller.Send(method, path, null, ("Accept", "text/html")), HttpStatusCode.NotAcceptable,
                path);
            AssertProblem(await _caller.Send(method, path, null, ("Accept", "application/json;q=0")),
                HttpStatusCode.NotAcceptable, path);
        }
    }

    [Fact]
    public async Task A_method_that_is_not_there_is_answered_with_those_that_are()
    {
        foreach (var path in _endpoints.GroupBy(endpoint => endpoint.Path))
        {
            var there = path.Select(endpoint => endpoint.Method.Method).Order(StringComparer.Ordinal).ToList();
            foreach (var method in Methods.Except(there))
            {
                var answer = await _stranger.Send(new HttpMethod(method), path.Key, null);
                AssertProblem(answer, HttpStatusCode.MethodNotAllowed, path.Key);
                Assert.Equal(string.Join(", ", there), answer.Header("Allow"));
            }
        }
    }

    [Fact]
    public async Task A_number_without_form_in_an_address_is_a_bad_request_everywhere()
    {
        var numbered = _endpoints.Where(endpoint => endpoint.Path.Contains("26NL", StringComparison.Ordinal)).ToList();
        Assert.True(numbered.Count >= 14);
        foreach (var (method, path, operation) in numbered)
        {
            var wrong = path.Replace("26NL00000000000000", "GEENMRN", StringComparison.Ordinal);
            var answer = await _caller.Send(method, wrong, BodyOf(operation));
            AssertProblem(answer, HttpStatusCode.BadRequest, wrong);
            Assert.Equal("platform.path.invalid", answer.Text("code"));
        }
    }

    [Fact]
    public async Task What_is_not_there_and_what_is_of_another_get_the_same_answer()
    {
        using var stranger = await _tolhuis.Caller("Zeewind", mandate: "NL009999999");
        using var colleague = await _tolhuis.Caller("Windroos");
        var mrn = (await _caller.Lodge(SampleMessages.H7("SAME-000001"))).Text("mrn")!;
        Assert.True(Mrn.TryParse(mrn.AsSpan(), out var own, out _) && own.TryGetSequence(out var sequence));
        var absent = Mrn.ForSequence(new DateOnly(2026, 7, 1), 4_321).ToString();
        foreach (var (method, path, operation) in _endpoints.Where(
            endpoint => endpoint.Path.Contains("26NL", StringComparison.Ordinal)))
        {
            // Who may act for the same declarant speaks and shows for him, and reads nothing that another lodged.
            var isForDeclarant = path.EndsWith("/views", StringComparison.Ordinal)
                || path.Contains("/documents", StringComparison.Ordinal);
            foreach (var other in isForDeclarant ? [stranger] : new[] { stranger, colleague })
                await AssertSame(other, method, path, operation, mrn, absent);
        }
    }

    private static async Task AssertSame(
        HttpClient other, HttpMethod method, string path, JsonNode operation, string there, string absent)
    {
        var answers = new List<ApiAnswer>();
        foreach (var number in new[] { there, absent })
        {
            answers.Add(await other.Send(
                method, path.Replace("26NL00000000000000", number, StringComparison.Ordinal), BodyOf(operation)));
        }

        Assert.All(answers, answer => AssertProblem(answer, HttpStatusCode.NotFound, path));
        Assert.Equal(
            answers[0].Content.Replace(there, "MRN", StringComparison.Ordinal),
            answers[1].Content.Replace(absent, "MRN", StringComparison.Ordinal));
        Assert.Equal(HeaderNames(answers[0]), HeaderNames(answers[1]));
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
        Assert.True(closed.Count >= 23);
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
    public async Task A_token_without_the_scope_and_one_that_was_revoked_get_nothing_anywhere()
    {
        using var reader = await _tolhuis.Caller("Poldersoft", TokenScopes.Read);
        using var lodger = await _tolhuis.Caller("Poldersoft", TokenScopes.Lodge);
        using var former = await _tolhuis.Caller("Oudewind");
        var tokens = _tolhuis.Services.GetRequiredService<ITokens>();
        Assert.Equal(HttpStatusCode.OK, (await former.Get("/v1/declarations")).Status);
        Assert.True(await tokens.Revoke(
            tokens.List().Single(token => token.Submitter == "Oudewind").Id, Actor.System));
        foreach (var (method, path, operation) in _endpoints.Where(one => one.Operation["security"] is not null))
        {
            var without = method == HttpMethod.Post ? reader : lodger;
            var forbidden = await without.Send(method, path, BodyOf(operation));
            AssertProblem(forbidden, HttpStatusCode.Forbidden, path);
            Assert.Equal("access.token.scope-missing", forbidden.Text("code"));
            var refused = await former.Send(method, path, BodyOf(operation));
            AssertProblem(refused, HttpStatusCode.Unauthorized, path);
            Assert.Contains("invalid_token", refused.Header("WWW-Authenticate"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_content_of_another_kind_is_not_read()
    {
        var readers = _endpoints.Where(endpoint => endpoint.Operation["requestBody"] is not null).ToList();
        Assert.Equal(11, readers.Count);
        foreach (var (method, path, _) in readers)
        {
            var text = await _caller.Send(method, path, new StringContent("{}", null, "text/csv"));
            AssertProblem(text, HttpStatusCode.UnsupportedMediaType, path);
            Assert.NotNull(text.Header("Accept"));
            var packed = new ByteArrayContent([1, 2, 3]);
            packed.Headers.TryAddWithoutValidation("Content-Type", "application/xml");
            packed.Headers.ContentEncoding.Add("gzip");
            AssertProblem(await _caller.Send(method, path, packed), HttpStatusCode.UnsupportedMediaType, path);
        }
    }

    [Fact]
    public async Task A_content_above_the_bound_is_not_read_and_an_empty_one_is_named()
    {
        foreach (var (method, path, operation) in _endpoints.Where(one => one.Operation["requestBody"] is not null))
        {
            using var large = new ByteArrayContent(new byte[(14 << 20) + 1]);
            large.Headers.TryAddWithoutValidation("Content-Type", ContentTypeOf(operation));
            AssertProblem(
                await _caller.Send(method, path, large), HttpStatusCode.RequestEntityTooLarge, path);
        }

        var empty = await _caller.Post("/v1/declarations", SampleMessages.Xml(""));
        AssertProblem(empty, HttpStatusCode.BadRequest, "/v1/declarations");
        Assert.Equal("platform.body.empty", empty.Text("code"));
    }

    [Fact]
    public async Task No_program_in_a_browser_may_call_but_for_the_description()
    {
        foreach (var (method, path, _) in _endpoints)
        {
            var asked = await _stranger.Send(
                HttpMethod.Options, path, null, ("Origin", "https://elders.example"),
                ("Access-Control-Request-Method", method.Method));
            Assert.Null(asked.Header("Access-Control-Allow-Origin"));
            Assert.Null(asked.Header("Access-Control-Allow-Methods"));
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
            services.AddSingleton<IReceivedFiles>(new FailingFiles());
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

    private static InvalidOperationException Planted() => new("planted");

    private sealed class FailingFiles : IReceivedFiles
    {
        public ReceivedFile? Find(long id) => throw Planted();

        public IReadOnlyList<ReceivedFile> List(int limit = 50, long? before = null, long? submitterId = null) =>
            throw Planted();

        public IReadOnlyList<MessageReceipt> Receipts(long fileId, int fromEntry = 0, int limit = 200) =>
            throw Planted();

        public byte[]? RawMessage(long fileId, long entry) => throw Planted();
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

        public IReadOnlyList<DayRow> DaysOf(long declarantId, DateOnly from, DateOnly until) => throw Planted();

        public IReadOnlyList<DeclarantTotals> Declarants(DateOnly from, DateOnly until) => throw Planted();

        public IReadOnlyList<RequestRow> RequestsOf(long declarantId, int limit = 10) => throw Planted();

        public IReadOnlyList<VersionRow> Versions(long declarationId) => throw Planted();

        public IReadOnlyList<LineRow> Lines(VersionRow version, int limit = 9_999) => throw Planted();

        public RequestRow? Request(long requestId) => throw Planted();

        public RequestRow? RequestBehind(HistoryRow row) => throw Planted();

        public IReadOnlyList<RequestRow> Requests(long declarationId) => throw Planted();

        public IReadOnlyList<RequestRow> PendingRequests(long after = 0, int limit = 50) => throw Planted();

        public IReadOnlyList<CorrectionAsked> CorrectionsAsked(long declarationId) => throw Planted();

        public IReadOnlyList<CorrectionAsked> CorrectionsOpen(IReadOnlyList<long> declarantIds, int limit = 200) =>
            throw Planted();

        public IReadOnlyList<RequestAct> RequestActs(long requestId) => throw Planted();

        public TermCounts CountTerms(DateOnly day, int soonDays) => throw Planted();

        public IReadOnlyDictionary<DeclarationState, long> CountWaiting() => throw Planted();
    }

    private static string ContentTypeOf(JsonNode operation) =>
        operation["requestBody"]!["content"]!.AsObject().First().Key switch
        {
            "multipart/form-data" => "multipart/form-data; boundary=x",
            var type => type,
        };

    private static StringContent? BodyOf(JsonNode operation) =>
        operation["requestBody"] is null ? null
            : ContentTypeOf(operation) == "application/json" ? SampleMessages.Json("{\"text\":\"x\"}")
            : SampleMessages.Xml("<x/>");

    private static IEnumerable<string> HeaderNames(ApiAnswer answer) =>
        answer.Message.Headers.Select(header => header.Key).Order(StringComparer.Ordinal);

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
