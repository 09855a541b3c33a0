// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;
using Tolhuis.Web;

namespace Tolhuis.Cli.Bench;

/// <summary>How long one page takes over loopback, in milliseconds: median and worst of its requests.</summary>
/// <param name="Kilobytes">What goes over the line for a first visit: the page as sent, and its files packed.</param>
internal sealed record PageTime(string Page, double MedianMs, double WorstMs, double Kilobytes);

/// <summary>All pages measured, and how long the start to the first page and to a ready road took.</summary>
internal sealed record PagesBenchAnswer(
    long Lines, double FirstPageSeconds, double ReadySeconds, IReadOnlyList<PageTime> Pages);

/// <summary>Asks the pages of a demo store for their time, signed in as a demo person would be.</summary>
internal sealed partial class PagesBench(string store)
{
    private const int Requests = 15;

    public async Task<PagesBenchAnswer> Run(CancellationToken stop)
    {
        var started = Stopwatch.GetTimestamp();
        var opened = Store.Open(store, TimeProvider.System, demo: true);
        await using var app = TolhuisHost.Build(opened, TimeProvider.System, new HostSettings("http://127.0.0.1:0"));
        await app.StartAsync(stop);
        await app.Services.GetRequiredService<Tolhuis.Access.Contract.IPeople>().MarkDemo();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses
            .First();
        using var client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() });
        client.BaseAddress = new Uri(address);
        await SignIn(client, stop);
        (await client.GetAsync("/", stop)).EnsureSuccessStatusCode();
        var firstPage = Stopwatch.GetElapsedTime(started).TotalSeconds;
        _ = app.Services.GetRequiredService<Tolhuis.Intake.Contract.IIntake>();
        var ready = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var declarations = app.Services.GetRequiredService<IDeclarations>();
        var pages = new List<PageTime>();
        foreach (var page in PagesOf(declarations, app.Services.GetRequiredService<IControls>()))
            pages.Add(await Measure(client, page, stop));
        var lines = declarations.Days(DateOnly.MinValue, DateOnly.MaxValue).Sum(day => day.Lines);
        await app.StopAsync(stop);
        return new PagesBenchAnswer(lines, Math.Round(firstPage, 2), Math.Round(ready, 2), pages);
    }

    private static async Task SignIn(HttpClient client, CancellationToken stop)
    {
        var form = await client.GetStringAsync("/aanmelden", stop);
        var guard = Guard().Match(form).Groups[1].Value;
        var person = Person().Match(form).Groups[1].Value;
        using var fields = new FormUrlEncodedContent(
            [new("__RequestVerificationToken", guard), new("persoon", person)]);
        (await client.PostAsync("/aanmelden/demo", fields, stop)).EnsureSuccessStatusCode();
    }

    private static IEnumerable<string> PagesOf(IDeclarations declarations, IControls controls)
    {
        yield return "/";
        yield return "/declarations";
        foreach (var state in Enum.GetValues<DeclarationState>())
            yield return $"/declarations?state={state}";
        foreach (var set in new[] { DataSet.H1, DataSet.H7, DataSet.I1 })
            yield return $"/declarations?set={set}";
        var yesterday = DutchTime.DateOf(TimeProvider.System.GetUtcNow()).AddDays(-1);
        yield return $"/declarations?day={yesterday:yyyy-MM-dd}&set=H1&state=UnderControl";
        yield return "/intake";
        yield return "/requests";
        yield return "/controls";
        yield return "/controls?stage=ToExamine&set=H7";
        yield return "/findings";
        yield return "/clients";
        if (controls.Cases(new ControlFilter(Limit: 1)) is [var held])
            yield return $"/controls/{held.DeclarationId}";
        foreach (var state in new[] { DeclarationState.UnderControl, DeclarationState.Released,
            DeclarationState.Rejected })
        {
            if (declarations.List(new DeclarationFilter(State: state, Limit: 1)) is [var row])
            {
                yield return $"/declarations/{row.Id}";
                yield return $"/declarations?q={row.Lrn}";
                yield return $"/declarations?declarant={row.DeclarantId}";
                yield return $"/declarations?declarant={row.DeclarantId}&state={state}&set={row.DataSet}";
                if (state == DeclarationState.Released)
                {
                    yield return $"/declarations/{row.Id}/calculation";
                    yield return $"/declarations/{row.Id}/timeline";
                    yield return $"/clients/{row.DeclarantId}";
                }
            }
        }
    }

    private static async Task<PageTime> Measure(HttpClient client, string page, CancellationToken stop)
    {
        var times = new List<double>();
        var bytes = 0L;
        var html = "";
        for (var i = 0; i < Requests; i++)
        {
            var sent = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(page, stop);
            answer.EnsureSuccessStatusCode();
            var content = await answer.Content.ReadAsByteArrayAsync(stop);
            (bytes, html) = (content.Length, Encoding.UTF8.GetString(content));
            times.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
        }

        // The first request of a page compiles it; it counts as the worst, not in the median.
        foreach (var file in Files().Matches(html).Select(match => match.Value).Distinct())
        {
            using var ask = new HttpRequestMessage(HttpMethod.Get, file);
            ask.Headers.AcceptEncoding.ParseAdd("br");
            using var answer = await client.SendAsync(ask, stop);
            bytes += (await answer.Content.ReadAsByteArrayAsync(stop)).Length;
        }

        return new PageTime(
            page, Math.Round(times.Order().ElementAt(Requests / 2), 1), Math.Round(times.Max(), 1),
            Math.Round(bytes / 1024.0, 1));
    }

    [GeneratedRegex("/assets/[0-9a-f]{16}/[a-z.]+")]
    private static partial Regex Files();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Guard();

    [GeneratedRegex("name=\"persoon\" value=\"([0-9]+)\"")]
    private static partial Regex Person();
}
