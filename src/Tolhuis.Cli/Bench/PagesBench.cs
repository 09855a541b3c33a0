// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;
using Tolhuis.Web;

namespace Tolhuis.Cli.Bench;

/// <summary>How long one page takes over loopback, in milliseconds: median and worst of its requests.</summary>
internal sealed record PageTime(string Page, double MedianMs, double WorstMs);

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
        foreach (var page in PagesOf(declarations))
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

    private static IEnumerable<string> PagesOf(IDeclarations declarations)
    {
        yield return "/";
        yield return "/declarations";
        yield return "/declarations?state=UnderControl";
        yield return "/intake";
        foreach (var state in new[] { DeclarationState.UnderControl, DeclarationState.Released,
            DeclarationState.Rejected })
        {
            if (declarations.List(new DeclarationFilter(State: state, Limit: 1)) is [var row])
            {
                yield return $"/declarations/{row.Id}";
                yield return $"/declarations?q={row.Lrn}";
                yield return $"/declarations?declarant={row.DeclarantId}";
            }
        }
    }

    private static async Task<PageTime> Measure(HttpClient client, string page, CancellationToken stop)
    {
        var times = new List<double>();
        for (var i = 0; i < Requests; i++)
        {
            var sent = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(page, stop);
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync(stop);
            times.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
        }

        // The first request of a page compiles it; it counts as the worst, not in the median.
        return new PageTime(page, Math.Round(times.Order().ElementAt(Requests / 2), 1), Math.Round(times.Max(), 1));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Guard();

    [GeneratedRegex("name=\"persoon\" value=\"([0-9]+)\"")]
    private static partial Regex Person();
}
