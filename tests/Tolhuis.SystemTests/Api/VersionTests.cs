// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using Tolhuis.SystemTests.Platform;
using Xunit;

namespace Tolhuis.SystemTests.Api;

/// <summary>What each version says: nothing of law and amounts before acceptance, and its own warnings.</summary>
public sealed class VersionTests : IAsyncLifetime
{
    private RunningTolhuis _tolhuis = null!;
    private HttpClient _caller = null!;

    public async ValueTask InitializeAsync()
    {
        _tolhuis = await RunningTolhuis.Start();
        _caller = await _tolhuis.Caller();
    }

    public async ValueTask DisposeAsync()
    {
        _caller.Dispose();
        await _tolhuis.DisposeAsync();
    }

    [Fact]
    public async Task What_was_invalidated_before_the_goods_came_never_had_a_value()
    {
        var path = await _caller.PreLodge("VER-000001");
        await _caller.Lodge(SampleMessages.Invalidation("VER-000002", LifeCalls.MrnOf(path)));
        var read = await _caller.Get(path);
        var line = (await _caller.Get(path + "/lines")).Json!["lines"]![0]!;
        var version = (await _caller.Get(path + "/versions")).Json!["versions"]![0]!;

        Assert.Equal("invalidated", read.Text("state"));
        Assert.Null(read.Json!["valueAmount"]);
        Assert.Null(line["valueAmount"]);
        Assert.Null(version["valueAmount"]);
        Assert.Null(version["lawDay"]);
    }

    [Fact]
    public async Task The_version_before_the_presentation_has_no_law_and_no_amounts()
    {
        var path = await Present("VER-1");
        var versions = (await _caller.Get(path + "/versions")).Json!["versions"]!.AsArray();
        var first = (await _caller.Get(path + "/versions/1/lines")).Json!["lines"]![0]!;
        var second = (await _caller.Get(path + "/versions/2/lines")).Json!["lines"]![0]!;

        Assert.Equal(2, versions.Count);
        foreach (var name in new[] { "lawDay", "valueAmount", "dutyAmount", "vatAmount" })
        {
            Assert.Null(versions[0]![name]);
            Assert.NotNull(versions[1]![name]);
        }

        foreach (var name in new[] { "valueAmount", "dutyAmount", "vatAmount" })
        {
            Assert.Null(first[name]);
            Assert.NotNull(second[name]);
        }
    }

    [Fact]
    public async Task What_was_accepted_at_once_has_its_law_and_its_value()
    {
        var path = (await _caller.Lodge(SampleMessages.H7("VER-000003"))).Header("Location")!;
        var version = (await _caller.Get(path + "/versions")).Json!["versions"]![0]!;

        Assert.Equal("2026-07-01", version["lawDay"]!.ToString());
        Assert.NotNull(version["valueAmount"]);
        Assert.NotNull((await _caller.Get(path)).Json!["valueAmount"]);
    }

    [Fact]
    public async Task The_warnings_are_those_of_the_version_that_stands()
    {
        var mended = await _caller.PreLodge("VER-000004", value: "240.00");
        var worse = await _caller.PreLodge("VER-000005");
        Assert.Equal(["declarations.value.above-limit"], (await _caller.Get(mended)).ProblemCodes);
        Assert.Empty((await _caller.Get(worse)).ProblemCodes);
        await Amend("VER-000006", mended, "24.90");
        await Amend("VER-000007", worse, "240.00");

        Assert.Empty((await _caller.Get(mended)).ProblemCodes);
        Assert.Equal(["declarations.value.above-limit"], (await _caller.Get(worse)).ProblemCodes);
    }

    private async Task Amend(string lrn, string path, string value)
    {
        var amended = await _caller.Lodge(
            SampleMessages.Amending(SampleMessages.H7(lrn, value), LifeCalls.MrnOf(path)));
        Assert.True(amended.Status == HttpStatusCode.Created, amended.Content);
    }

    // One that is released at its presentation: the sample of the day may hold a few.
    private async Task<string> Present(string lrn)
    {
        for (var i = 0; i < 40; i++)
        {
            var path = await _caller.PreLodge($"{lrn}-D{i:D3}");
            var presented = await _caller.Lodge(
                SampleMessages.Presentation($"{lrn}-P{i:D3}", LifeCalls.MrnOf(path)));
            if (presented.Text("state") == "released")
                return path;
        }

        throw new InvalidOperationException("Of forty ordinary declarations none was released.");
    }
}
