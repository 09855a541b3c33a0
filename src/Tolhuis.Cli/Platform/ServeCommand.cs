// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Tolhuis.Access.Contract;
using Tolhuis.Intake;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;
using Tolhuis.Tariff.Contract;
using Tolhuis.Web;

namespace Tolhuis.Cli.Platform;

/// <summary><c>tolhuis serve</c>: the real start. The first administrator comes in by a one-time token.</summary>
internal static class ServeCommand
{
    /// <summary>Time to load the rates of the next months before the last ones end.</summary>
    private const int DaysOfWarning = 60;

    public static Command Create()
    {
        var urls = new Option<string>("--urls")
        {
            Description = "Addresses to listen on. / Adressen om op te luisteren.",
            DefaultValueFactory = _ => "http://localhost:5090",
        };
        var bound = new Option<long>("--archive-bound")
        {
            Description = "Bytes of raw messages kept before new ones are refused. / "
                + "Bytes aan ruwe berichten voordat nieuwe worden geweigerd.",
            DefaultValueFactory = _ => IntakeBounds.ArchiveBytes,
        };
        var proxy = new Option<string?>("--proxy")
        {
            Description = "IP address of the proxy before it, whose X-Forwarded headers count. / "
                + "IP-adres van de proxy ervoor, wiens X-Forwarded-koppen tellen.",
        };
        var hosts = new Option<string[]>("--host")
        {
            Description = "Name under which it is asked for, besides those of --urls. / "
                + "Naam waaronder het wordt gevraagd, naast die van --urls.",
            AllowMultipleArgumentsPerToken = true,
        };
        var reserve = new Option<long>("--free-reserve")
        {
            Description = "Bytes that stay free on the archive's disk before new messages are refused. / "
                + "Bytes die vrij blijven op de schijf van het archief voordat nieuwe berichten worden geweigerd.",
            DefaultValueFactory = _ => IntakeBounds.FreeBytes,
        };
        var store = CommandLine.StoreOption();
        var command = new Command("serve", "Run the server. / De server draaien.")
        {
            urls, bound, reserve, proxy, hosts, store,
        };
        command.SetAction((result, stop) => Run(
            new HostSettings(
                result.GetValue(urls)!,
                new IntakeSettings(result.GetValue(bound), result.GetValue(reserve)),
                AddressOf(result.GetValue(proxy)),
                result.GetValue(hosts)),
            result.GetValue(store)!, stop));
        return command;
    }

    private static IPAddress? AddressOf(string? proxy) => proxy is null ? null
        : IPAddress.TryParse(proxy, out var address) ? address
        : throw new CommandRefusedException(CommandLine.Say(
            $"--proxy {proxy} is geen IP-adres. Geef het adres van de proxy, zoals 127.0.0.1.",
            $"--proxy {proxy} is not an IP address. Give the address of the proxy, such as 127.0.0.1."));

    private static async Task<int> Run(HostSettings settings, string path, CancellationToken stop)
    {
        var urls = settings.Urls;
        var store = OpenedStore.Hold(
            path, TimeProvider.System, demo: false, $"process {Environment.ProcessId}, {urls}");
        await using var app = TolhuisHost.Build(store, TimeProvider.System, settings);
        await app.StartAsync(stop);
        await app.Services.GetRequiredService<ITokens>().House();
        if (await app.Services.GetRequiredService<IPeople>().IssueFirstToken() is { } token)
        {
            Console.Error.WriteLine(CommandLine.Say(
                "Er is nog niemand. Maak de eerste beheerder op dit adres; de eenmalige code staat achter #:",
                "There is no one yet. Make the first administrator at this address; the one-time code is behind #:"));
            Console.Error.WriteLine(FirstAddress(urls, token));
        }

        var law = app.Services.GetRequiredService<ITariff>().Current;
        WarnOfDemoRows(law);
        if (RatesThatEnd(law, DutchTime.DateOf(TimeProvider.System.GetUtcNow())) is { } ending)
            CommandLine.Complain(ending);
        Console.Error.WriteLine(CommandLine.Say($"Tolhuis luistert op {urls}.", $"Tolhuis listens on {urls}."));
        await app.WaitForShutdownAsync(stop);
        return ExitCode.Done;
    }

    /// <summary>Behind # it reaches no server and no log; the page puts it in its field.</summary>
    internal static string FirstAddress(string urls, string token) =>
        $"{urls.Split(';')[0].TrimEnd('/')}/toegang/eerste-beheerder#code={token}";

    /// <summary>
    /// Rows whose ground says "demo" let a first trial run; nothing real may be decided by them unnoticed.
    /// </summary>
    internal static void WarnOfDemoRows(LawEdition edition)
    {
        var tables = edition.Tables
            .Select(table => (table.Name, Rows: table.Rows.Count(IsDemo)))
            .Where(table => table.Rows > 0)
            .ToList();
        if (tables.Count == 0)
            return;
        var rows = tables.Sum(table => table.Rows);
        var names = string.Join(", ", tables.Select(table => table.Name));
        CommandLine.Complain(CommandLine.Say(
            $"Let op: editie {edition.Number} van het recht heeft {rows} demo-regels ({names}); "
            + "lees voor echt gebruik de geldende in met tolhuis tariff import.",
            $"Note: edition {edition.Number} of the law holds {rows} demo rows ({names}); "
            + "import those in force with tolhuis tariff import before real use."));
    }

    /// <summary>
    /// Says which exchange rates of an edition end soon or ended lately, and when; null if none do. Without a rate a
    /// line in that currency is not determined and waits for a person.
    /// </summary>
    /// <param name="today">Civil date in the Netherlands.</param>
    internal static string? RatesThatEnd(LawEdition edition, DateOnly today)
    {
        var ends = edition.Table("tariff.exchange_rates")
            .GroupBy(row => row["currency"], row => row.Validity.Until ?? DateOnly.MaxValue, StringComparer.Ordinal)
            .Select(currency => (Code: currency.Key, Until: currency.Max()))
            .Where(currency => currency.Until != DateOnly.MaxValue)
            .OrderBy(currency => currency.Until).ThenBy(currency => currency.Code, StringComparer.Ordinal)
            .ToList();
        // A currency that ended long before the others is one that no longer exists.
        var soon = ends
            .Where(one => one.Until <= today.AddDays(DaysOfWarning)
                && (one.Until > today.AddDays(-DaysOfWarning) || one.Until == ends[^1].Until))
            .ToList();
        if (soon.Count == 0)
            return null;
        var (first, codes) = (soon[0].Until, string.Join(", ", soon.Select(one => one.Code)));
        return CommandLine.Say(
            $"Let op: wisselkoersen van editie {edition.Number} van het recht eindigen op {first:yyyy-MM-dd} ({codes}); "
            + "zonder koers wacht een regel op een persoon. Laad nieuwe met tolhuis tariff load rates.",
            $"Note: exchange rates of edition {edition.Number} of the law end on {first:yyyy-MM-dd} ({codes}); "
            + "without a rate a line waits for a person. Load new ones with tolhuis tariff load rates.");
    }

    private static bool IsDemo(LawRow row) =>
        row.Table.HasColumn("ground") && row["ground"].Contains("demo", StringComparison.Ordinal);
}
