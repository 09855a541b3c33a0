// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Text.RegularExpressions;
using Tolhuis.Access.Contract;
using Xunit;

namespace Tolhuis.SystemTests.Web;

/// <summary>
/// No page is half translated: every page that a role can reach by links is read in both languages for small words of
/// the other one. Words that are rightly of the other language stand in an element that says so (lang), and what is
/// quoted from a trader or a program in one for that (code, q).
/// </summary>
public sealed partial class WholeLanguageTests(TrafficHouse shared) : IClassFixture<TrafficHouse>
{
    private const int MostPages = 120;

    private static readonly string[] English =
        ["the", "and", "with", "from", "this", "that", "not", "are", "which", "for", "has", "been", "must", "by"];

    private static readonly string[] Dutch =
        ["het", "een", "niet", "wordt", "zijn", "deze", "naar", "geen", "voor", "bij", "dat", "ook", "nog", "met"];

    private readonly House _house = shared.House;

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Role.Officer)]
    [InlineData(Role.Analyst)]
    [InlineData(Role.RecoveryOfficer)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Administrator)]
    public async Task Every_page_is_wholly_in_the_language_of_its_reader(Role role)
    {
        var client = await _house.As(role);
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (code, others) in new[] { ("nl", English), ("en", Dutch) })
        {
            await client.GetStringAsync(new Uri($"/?taal={code}", UriKind.Relative), Ended);
            foreach (var (address, html) in await Pages(client))
            {
                Assert.Contains($"<html lang=\"{code}\"", html, StringComparison.Ordinal);
                foreach (var sentence in Sentences(html).Where(s => Words(s).Intersect(others).Any()))
                    found.Add($"{code} {Kind(address)}: {sentence}");
            }
        }

        Assert.True(found.Count == 0, string.Join('\n', found.Take(60)));
    }

    private static async Task<IReadOnlyList<(string Address, string Html)>> Pages(HttpClient client)
    {
        var pages = new List<(string, string)>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { "/" };
        var waiting = new Queue<string>(["/", "/hulp/toetsen", "/toegankelijkheid", "/fout/404"]);
        while (waiting.TryDequeue(out var address) && pages.Count < MostPages)
        {
            var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Ended);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            var html = await answer.Content.ReadAsStringAsync(Ended);
            pages.Add((address, html));
            foreach (Match link in Link().Matches(html))
            {
                // One of each kind of page is enough.
                var next = WebUtility.HtmlDecode(link.Groups[1].Value);
                if (!next.Contains("taal=", StringComparison.Ordinal) && seen.Add(Kind(next)))
                    waiting.Enqueue(next);
            }
        }

        Assert.True(pages.Count > 10, $"Only {pages.Count} pages were reached");
        return pages;
    }

    private static string Kind(string address) => Number().Replace(address.Split('?')[0].Split('#')[0], "1");

    private static IEnumerable<string> Sentences(string html)
    {
        var text = Marked().Replace(Hidden().Replace(html, " "), " ");
        return Tag().Split(text).Select(t => WebUtility.HtmlDecode(t).Trim()).Where(t => t.Length > 0);
    }

    private static IEnumerable<string> Words(string text) =>
        Word().Matches(text).Select(m => m.Value.ToLowerInvariant());

    [GeneratedRegex("href=\"(/(?!assets|v1)[^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex("\\d+")]
    private static partial Regex Number();

    [GeneratedRegex("<(script|style|head|svg)[ >].*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex Hidden();

    // An element with a language of its own, a word of a program, or what someone else wrote.
    [GeneratedRegex(
        "<(?<tag>code|q|pre)[ >].*?</\\k<tag>>|<(?<tag>span|a|dd|li|p|td)[^>]* lang(?:=\"[^\"]*\")?[ >].*?</\\k<tag>>",
        RegexOptions.Singleline)]
    private static partial Regex Marked();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    // Not part of a name for programs or an address, and not a code of capitals.
    [GeneratedRegex(@"(?<![\w.\-/:])[A-Za-z][a-z]+(?![\w\-/]|\.\w)")]
    private static partial Regex Word();
}
