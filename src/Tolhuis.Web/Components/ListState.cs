// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Microsoft.AspNetCore.Http;

namespace Tolhuis.Web.Components;

/// <summary>
/// State of a list as it stands in the URL: sort, filters and the key after which the page starts. Everything that can
/// be seen can be sent to a colleague as a link. Unknown names are dropped, texts are cut at 70 characters.
/// </summary>
public sealed record ListState(
    string Path, string Sort, bool IsDescending, IReadOnlyDictionary<string, string> Filters, string? After,
    string Default)
{
    private const int MaxText = 70;

    /// <summary>Reads the state, with the first sort as default.</summary>
    public static ListState From(
        HttpRequest request, IReadOnlyList<string> sorts, IReadOnlyList<string> filters, bool isDescending = true)
    {
        var asked = request.Query["sort"].ToString();
        var name = asked.TrimStart('-');
        var isKnown = sorts.Contains(name);
        var chosen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var filter in filters)
        {
            var value = Cut(request.Query[filter].ToString());
            if (value.Length > 0)
                chosen[filter] = value;
        }

        var after = Cut(request.Query["after"].ToString());
        return new ListState(
            request.Path, isKnown ? name : sorts[0], isKnown ? asked.StartsWith('-') : isDescending, chosen,
            after.Length == 0 ? null : after, (isDescending ? "-" : "") + sorts[0]);
    }

    public string? Filter(string name) => Filters.GetValueOrDefault(name);

    /// <summary>
    /// The same list from its first page, sorted by that column; the other way round if it is so already.
    /// </summary>
    public string SortedBy(string sort) =>
        (this with { Sort = sort, IsDescending = sort == Sort && !IsDescending, After = null }).Url();

    public string With(string filter, string value)
    {
        var filters = new Dictionary<string, string>(Filters, StringComparer.Ordinal) { [filter] = value };
        return (this with { Filters = filters, After = null }).Url();
    }

    public string Without(string filter)
    {
        var filters = Filters.Where(f => f.Key != filter)
            .ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
        return (this with { Filters = filters, After = null }).Url();
    }

    public string FirstPage() => (this with { After = null }).Url();

    public string PageAfter(string key) => (this with { After = key }).Url();

    public string Url()
    {
        var url = new StringBuilder(Path);
        foreach (var (name, value) in Query())
            Add(url, name, value);
        return url.ToString();
    }

    /// <summary>The address of now with one more thing in it, which is no filter and does not stay.</summary>
    public string Plus(string name, string value)
    {
        var url = new StringBuilder(Url());
        Add(url, name, value);
        return url.ToString();
    }

    /// <summary>All that stands in the address: sort, filters and where the page starts.</summary>
    public IEnumerable<(string Name, string Value)> Query()
    {
        var sort = (IsDescending ? "-" : "") + Sort;
        if (sort != Default)
            yield return ("sort", sort);
        foreach (var (name, value) in Filters)
            yield return (name, value);
        if (After is not null)
            yield return ("after", After);
    }

    private static void Add(StringBuilder url, string name, string value) =>
        url.Append(url.ToString().Contains('?', StringComparison.Ordinal) ? '&' : '?').Append(name).Append('=')
            .Append(Uri.EscapeDataString(value));

    private static string Cut(string text) => text.Length <= MaxText ? text.Trim() : text[..MaxText].Trim();
}
