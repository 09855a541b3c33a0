// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using Tolhuis.SystemTests.Platform;
using Xunit;

namespace Tolhuis.SystemTests.Api;

/// <summary>What each version says: nothing of law and amounts before acceptance, and its own warnings.</summary>
public sealed class VersionTests(SharedTolhuis shared) : SharedApiTest(shared)
{
    [Fact]
    public async Task What_was_invalidated_before_the_goods_came_never_had_a_value()
    {
        var path = await Caller.PreLodge("VER-000001");
        await Caller.Lodge(SampleMessages.Invalidation("VER-000002", LifeCalls.MrnOf(path)));
        var read = await Caller.Get(path);
        var line = (await Caller.Get(path + "/lines")).Json!["lines"]![0]!;
        var version = (await Caller.Get(path + "/versions")).Json!["versions"]![0]!;

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
        var versions = (await Caller.Get(path + "/versions")).Json!["versions"]!.AsArray();
        var first = (await Caller.Get(path + "/versions/1/lines")).Json!["lines"]![0]!;
        var second = (await Caller.Get(path + "/versions/2/lines")).Json!["lines"]![0]!;

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
        var path = (await Caller.Lodge(SampleMessages.H7("VER-000003"))).Header("Location")!;
        var version = (await Caller.Get(path + "/versions")).Json!["versions"]![0]!;

        Assert.Equal("2026-07-01", version["lawDay"]!.ToString());
        Assert.NotNull(version["valueAmount"]);
        Assert.NotNull((await Caller.Get(path)).Json!["valueAmount"]);
    }

    [Fact]
    public async Task The_warnings_are_those_of_the_version_that_stands()
    {
        var mended = await Caller.PreLodge("VER-000004", value: "240.00");
        var worse = await Caller.PreLodge("VER-000005");
        Assert.Equal(["declarations.value.above-limit"], (await Caller.Get(mended)).ProblemCodes);
        Assert.Empty((await Caller.Get(worse)).ProblemCodes);
        await Amend("VER-000006", mended, "24.90");
        await Amend("VER-000007", worse, "240.00");

        Assert.Empty((await Caller.Get(mended)).ProblemCodes);
        Assert.Equal(["declarations.value.above-limit"], (await Caller.Get(worse)).ProblemCodes);
    }

    private async Task Amend(string lrn, string path, string value)
    {
        var amended = await Caller.Lodge(
            SampleMessages.Amending(SampleMessages.H7(lrn, value), LifeCalls.MrnOf(path)));
        Assert.True(amended.Status == HttpStatusCode.Created, amended.Content);
    }

    // One that is released at its presentation: the sample of the day may hold a few.
    private async Task<string> Present(string lrn)
    {
        for (var i = 0; i < 40; i++)
        {
            var path = await Caller.PreLodge($"{lrn}-D{i:D3}");
            var presented = await Caller.Lodge(
                SampleMessages.Presentation($"{lrn}-P{i:D3}", LifeCalls.MrnOf(path)));
            if (presented.Text("state") == "released")
                return path;
        }

        throw new InvalidOperationException("Of forty ordinary declarations none was released.");
    }
}
