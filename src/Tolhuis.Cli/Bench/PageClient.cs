// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Tolhuis.Cli.Bench;

/// <summary>
/// A person without a browser: opens pages and sends their own forms back, with the fields that stand in them. Each
/// answer is timed until its last byte. Redirects are followed, as a browser does.
/// </summary>
internal sealed partial class PageClient(Uri address, SocketsHttpHandler connections) : IDisposable
{
    private readonly HttpClient _client = new(connections, disposeHandler: false) { BaseAddress = address };

    /// <summary>The page that was answered last, and where it is.</summary>
    public string Page { get; private set; } = "";

    public Uri At { get; private set; } = new("/", UriKind.Relative);

    /// <summary>What each request was for, and its milliseconds, in their order.</summary>
    public List<(string Step, double Ms)> Times { get; } = [];

    /// <summary>Answers that were no page: status and address.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Refusals because of too many requests: the limits of the house, no fault of it.</summary>
    public int Limited { get; private set; }

    /// <returns>False for any answer but a page.</returns>
    public Task<bool> Open(string step, string path, CancellationToken stop) =>
        Send(step, new HttpRequestMessage(HttpMethod.Get, path), stop);

    /// <summary>Sends the form that has a field of that name with that value; false if the page has none.</summary>
    /// <param name="typed">What the person fills in; stands instead of what the page proposes.</param>
    public async Task<bool> Submit(
        string step, string field, string value, IReadOnlyDictionary<string, string> typed, CancellationToken stop)
    {
        var form = Forms().Matches(Page).Select(match => match.Value).FirstOrDefault(text => Inputs().Matches(text)
            .Any(input => NameOf(input.Value) == field && ValueOf(input.Value) == value));
        if (form is null)
            return false;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var input in Inputs().Matches(form).Select(match => match.Value))
        {
            if (NameOf(input) is not { Length: > 0 } name || IsLeftOut(input))
                continue;
            fields[name] = ValueOf(input);
        }

        foreach (var (name, text) in typed)
            fields[name] = text;
        var action = Action().Match(form[..(form.IndexOf('>', StringComparison.Ordinal) + 1)]);
        var target = action.Success ? WebUtility.HtmlDecode(action.Groups[1].Value) : At.ToString();
        using var content = new FormUrlEncodedContent(fields);
        return await Send(step, new HttpRequestMessage(HttpMethod.Post, target) { Content = content }, stop);
    }

    public void Dispose() => _client.Dispose();

    private async Task<bool> Send(string step, HttpRequestMessage request, CancellationToken stop)
    {
        using (request)
        {
            request.Headers.AcceptLanguage.ParseAdd("nl");
            var sent = Stopwatch.GetTimestamp();
            using var answer = await _client.SendAsync(request, stop);
            Page = await answer.Content.ReadAsStringAsync(stop);
            Times.Add((step, Stopwatch.GetElapsedTime(sent).TotalMilliseconds));
            At = answer.RequestMessage!.RequestUri!;
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
                Limited++;
            else if (!answer.IsSuccessStatusCode)
                Faults.Add($"{(int)answer.StatusCode} {request.Method} {At.PathAndQuery}");
            return answer.IsSuccessStatusCode;
        }
    }

    private static string NameOf(string input) => Decoded(Name().Match(input));

    private static string ValueOf(string input) => Decoded(Value().Match(input));

    // A choice that is not made, and a button that is not pressed, are not sent.
    private static bool IsLeftOut(string input) =>
        input.Contains("type=\"submit\"", StringComparison.Ordinal)
        || (Choice().IsMatch(input) && !input.Contains(" checked", StringComparison.Ordinal));

    private static string Decoded(Match match) => match.Success ? WebUtility.HtmlDecode(match.Groups[1].Value) : "";

    [GeneratedRegex("<form\\b.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input\\b[^>]*>")]
    private static partial Regex Inputs();

    [GeneratedRegex("\\saction=\"([^\"]*)\"")]
    private static partial Regex Action();

    [GeneratedRegex("\\sname=\"([^\"]*)\"")]
    private static partial Regex Name();

    [GeneratedRegex("\\svalue=\"([^\"]*)\"")]
    private static partial Regex Value();

    [GeneratedRegex("type=\"(radio|checkbox)\"")]
    private static partial Regex Choice();
}
