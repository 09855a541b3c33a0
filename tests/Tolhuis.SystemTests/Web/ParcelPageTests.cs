// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;
using Tolhuis.Web.Portal;
using Xunit;

namespace Tolhuis.SystemTests.Web;

/// <summary>The page on which anyone looks up one parcel, over HTTP and without a script.</summary>
public sealed partial class ParcelPageTests : IAsyncLifetime
{
    private const string Page = "/portaal/zending";
    private House _house = null!;

    public async ValueTask InitializeAsync()
    {
        _house = await House.Start();
        await _house.TakeMessages(seed: 3, count: 30);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task It_asks_one_thing_at_a_time_and_says_what_happens_and_what_it_costs()
    {
        using var stranger = _house.Stranger();
        var (number, postcode, row) = SomeParcel();

        var first = await stranger.GetStringAsync(new Uri(Page, UriKind.Relative), Stop);
        var second = await Ask(stranger, ("_handler", "nummer"), ("Posted.Number", number));
        var answer = await Ask(
            stranger, ("_handler", "postcode"), ("Posted.Number", number), ("Posted.Postcode", postcode));

        Assert.Contains("Posted.Number", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Posted.Postcode", first, StringComparison.Ordinal);
        Assert.Contains("Posted.Postcode", second, StringComparison.Ordinal);
        Assert.Contains(ParcelTexts.ReleasedTitle.Nl, WebUtility.HtmlDecode(answer), StringComparison.Ordinal);
        var total = (row.DutyCents + row.VatCents) / 100m;
        Assert.Contains(
            total.ToString("N2", System.Globalization.CultureInfo.GetCultureInfo("nl-NL")), answer,
            StringComparison.Ordinal);
        Assert.DoesNotContain(row.Mrn.ToString(), answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_number_and_a_wrong_postcode_get_the_same_answer()
    {
        using var stranger = _house.Stranger();
        var (number, postcode, row) = SomeParcel();
        await Ask(stranger, ("_handler", "postcode"), ("Posted.Number", number), ("Posted.Postcode", postcode));

        var answers = new List<string>();
        foreach (var (n, p) in ((string, string)[])
            [("XX000000000XX", postcode), (number, "9999 ZZ"), (row.Mrn.ToString(), "9999 ZZ"), ("' OR 1=1 --", "x")])
        {
            var text = await Ask(
                stranger, ("_handler", "postcode"), ("Posted.Number", n), ("Posted.Postcode", p));
            answers.Add(Token().Replace(text, ""));
        }

        Assert.Contains(
            ParcelTexts.NotFoundTitle.Nl, WebUtility.HtmlDecode(answers[0]), StringComparison.Ordinal);
        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task While_the_declarant_is_asked_something_it_says_until_when_and_what_the_consignee_can_do()
    {
        var row = await _house.AskOne();
        using var stranger = _house.Stranger();
        var (number, postcode) = NamesOf(row)!.Value;

        var answer = WebUtility.HtmlDecode(await Ask(
            stranger, ("_handler", "postcode"), ("Posted.Number", number), ("Posted.Postcode", postcode)));

        var day = Assert.Single(_house.Get<IDeclarations>().CorrectionsAsked(row.Id)).DueOn;
        Assert.Contains(ParcelTexts.AskedTitle.Nl, answer, StringComparison.Ordinal);
        Assert.Contains($"tot en met {day.Day} ", answer, StringComparison.Ordinal);
        Assert.Contains(ParcelTexts.DoSend.Nl, answer, StringComparison.Ordinal);
        Assert.DoesNotContain(Traders.Reason, answer, StringComparison.Ordinal);
        Assert.DoesNotContain(ParcelTexts.DoNothing.Nl, answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_it_is_stored_by_a_browser_or_stands_in_the_trail()
    {
        using var stranger = _house.Stranger();
        var (number, postcode, _) = SomeParcel();

        using var answer = await Send(
            stranger, ("_handler", "postcode"), ("Posted.Number", number), ("Posted.Postcode", postcode));
        await _house.Get<ParcelDesk>().RecordCounts();

        Assert.True(answer.Headers.CacheControl?.NoStore, $"{answer.Headers.CacheControl}");
        Assert.Null(answer.Headers.Location);
        var trail = _house.Get<IAuditTrail>().List(500);
        var counts = Assert.Single(trail, row => row.Action == "portal:look-up-parcels");
        Assert.Equal("asked 1, found 1, refused 0", counts.Details);
        Assert.DoesNotContain(trail, row => $"{row.Details} {row.ObjectId} {row.Origin}"
            .Contains(number, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Who_asks_too_often_has_to_wait()
    {
        using var stranger = _house.Stranger();
        var refused = 0;
        for (var i = 0; i <= ParcelLimits.PerAddress; i++)
        {
            using var answer = await Send(stranger, ("_handler", "nummer"), ("Posted.Number", $"X{i}"));
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            {
                refused++;
                Assert.NotNull(answer.Headers.RetryAfter);
            }
        }

        Assert.Equal(1, refused);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync(new Uri(Page, UriKind.Relative), Stop)).StatusCode);
    }

    [Fact]
    public async Task A_question_without_the_token_of_its_form_is_refused()
    {
        using var stranger = _house.Stranger();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("_handler", "nummer")]);

        using var answer = await stranger.PostAsync(new Uri(Page, UriKind.Relative), form, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Task<HttpResponseMessage> Send(HttpClient client, params (string, string)[] fields) =>
        House.Post(client, Page, Page, fields);

    private static async Task<string> Ask(HttpClient client, params (string, string)[] fields)
    {
        using var answer = await Send(client, fields);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    /// <summary>A released parcel with its number and postcode, from the message itself.</summary>
    private (string Number, string Postcode, DeclarationRow Row) SomeParcel()
    {
        foreach (var row in _house.Get<IDeclarations>().List(new DeclarationFilter(
            State: DeclarationState.Released, Limit: 200)))
        {
            if (NamesOf(row) is var (number, postcode))
                return (number, postcode, row);
        }

        throw new InvalidOperationException("No released parcel has a transport document and a postcode.");
    }

    private (string Number, string Postcode)? NamesOf(DeclarationRow row)
    {
        var law = _house.Get<ITariff>().Current.On(_house.Today);
        var read = MessageReader.Read(
            _house.Get<IReceivedFiles>().RawMessage(row.RawFileId, row.RawEntry), law).Elements;
        var number = read.FirstOrDefault(element => element.Number == "12 05 001 000")?.Value;
        var postcode = read.FirstOrDefault(element => element.Number == "13 04 018 021")?.Value;
        return number is not null && postcode is not null ? (number, postcode) : null;
    }

    [GeneratedRegex("value=\"[^\"]{40,}\"|nonce=\"[^\"]*\"")]
    private static partial Regex Token();
}
