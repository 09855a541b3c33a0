// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Tolhuis.SystemTests.Platform;
using Tolhuis.Web.Declarations.Api;
using Xunit;

namespace Tolhuis.SystemTests.Api;

public sealed class PullBoxTests : ApiTest
{
    [Fact]
    public async Task Filters_leave_out_the_rest_and_the_cursor_goes_on()
    {
        var first = await Caller.Lodge(SampleMessages.H7("BOX-000001"));
        await Caller.Lodge(SampleMessages.H7("BOX-000002", value: "veel"));
        Running.Skip(TimeSpan.FromHours(1));
        await Caller.Lodge(SampleMessages.H7("BOX-000003"));

        var rejected = await Kinds("?kind=rejected");
        var ofFirst = await Caller.Get("/v1/notifications?mrn=" + first.Text("mrn"));
        var later = await Caller.Get("/v1/notifications?since=2026-07-01T10:59:59%2B02:00");
        var accepted = await Caller.Get("/v1/notifications?kind=accepted&limit=1");
        var second = await Caller.Get(accepted.Json!["next"]!.ToString());

        Assert.Equal(["rejected"], rejected);
        Assert.All(ofFirst.Json!["notifications"]!.AsArray(),
            one => Assert.Equal(first.Text("mrn"), one!["mrn"]!.ToString()));
        Assert.NotEmpty(ofFirst.Json["notifications"]!.AsArray());
        Assert.All(later.Json!["notifications"]!.AsArray(),
            one => Assert.Equal("BOX-000003", one!["lrn"]!.ToString()));
        Assert.NotEmpty(later.Json["notifications"]!.AsArray());
        Assert.Contains("kind=accepted", accepted.Text("next"), StringComparison.Ordinal);
        Assert.Equal("BOX-000003", second.Json!["notifications"]![0]!["lrn"]!.ToString());
        Assert.Equal(later.Text("after"), ofFirst.Text("after"));
    }

    [Theory]
    [InlineData("?kind=selected", "?kind")]
    [InlineData("?mrn=26NL", "?mrn")]
    [InlineData("?since=gisteren", "?since")]
    [InlineData("?since=2026-07-01", "?since")]
    public async Task A_wrong_filter_is_refused(string query, string pointer)
    {
        var answer = await Caller.Get("/v1/notifications" + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(pointer, answer.Json!["problems"]![0]!["pointer"]!.ToString());
    }

    [Fact]
    public async Task The_box_of_another_declaration_holds_nothing_for_you()
    {
        var lodged = await Caller.Lodge(SampleMessages.H7("BOX-000004"));
        using var other = await Running.Caller("Windroos");
        await other.Lodge(SampleMessages.H7("BOX-000004"));

        var answer = await other.Get("/v1/notifications?mrn=" + lodged.Text("mrn"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Empty(answer.Json!["notifications"]!.AsArray());
    }

    [Fact]
    public async Task Who_waits_is_answered_as_soon_as_there_is_news()
    {
        var waiting = Caller.Get("/v1/notifications", ("Prefer", "wait=60"));
        await UntilWaiting(1);
        await Caller.Lodge(SampleMessages.H7("BOX-000005"));
        var answer = await Advance(waiting, TimeSpan.FromSeconds(1));

        Assert.Equal("wait=60", answer.Header("Preference-Applied"));
        Assert.Equal("BOX-000005", answer.Json!["notifications"]![0]!["lrn"]!.ToString());
    }

    [Fact]
    public async Task Who_waits_in_vain_is_answered_when_his_time_is_over()
    {
        var waiting = Caller.Get("/v1/notifications?after=7", ("Prefer", "wait=30"));
        await UntilWaiting(1);
        var answer = await Advance(waiting, TimeSpan.FromSeconds(30));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Empty(answer.Json!["notifications"]!.AsArray());
        Assert.Equal("7", answer.Text("after"));
    }

    [Fact]
    public async Task More_than_a_few_do_not_wait_and_a_stop_frees_all()
    {
        var waiting = Enumerable.Range(0, PullBoxWaiters.MostPerSubmitter)
            .Select(_ => Caller.Get("/v1/notifications", ("Prefer", "wait=60"))).ToList();
        await UntilWaiting(PullBoxWaiters.MostPerSubmitter);
        var turnedAway = await Caller.Get("/v1/notifications", ("Prefer", "wait=60"));

        Assert.Null(turnedAway.Header("Preference-Applied"));
        using var other = await Running.Caller("Windroos");
        var ofOther = other.Get("/v1/notifications", ("Prefer", "wait=60"));
        await UntilWaiting(PullBoxWaiters.MostPerSubmitter + 1);

        Running.Stop();
        var answers = await Task.WhenAll([.. waiting, ofOther]).WaitAsync(
            TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
    }

    private async Task<List<string>> Kinds(string query) =>
        (await Caller.Get("/v1/notifications" + query)).Json!["notifications"]!.AsArray()
        .Select(one => one!["kind"]!.ToString()).ToList();

    /// <summary>Ends once so many callers wait: nothing that is asserted after it depends on how fast they came.
    /// </summary>
    private async Task UntilWaiting(int count)
    {
        var waiters = Running.Services.GetRequiredService<PullBoxWaiters>();
        for (var i = 0; i < 2_000 && waiters.Waiting < count; i++)
            await Task.Delay(10, TestContext.Current.CancellationToken);
        Assert.Equal(count, waiters.Waiting);
    }

    // The program waits by its own clock, which stands still here unless it is moved.
    private async Task<ApiAnswer> Advance(Task<ApiAnswer> waiting, TimeSpan step)
    {
        for (var i = 0; i < 100 && !waiting.IsCompleted; i++)
        {
            Running.Time.Advance(step);
            await Task.WhenAny(waiting, Task.Delay(50, TestContext.Current.CancellationToken));
        }

        return await waiting.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }
}
