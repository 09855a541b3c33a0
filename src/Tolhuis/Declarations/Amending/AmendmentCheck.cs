// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Declarations.Reading;

namespace Tolhuis.Declarations.Amending;

/// <summary>
/// That an amendment says what was asked, and for the rest exactly what the message said before: every value of both is
/// compared, those at places that no table knows included.
/// </summary>
internal sealed class AmendmentCheck(StandingMessage before, StandingMessage after)
{
    private static readonly string[] Head =
        ["function", "mrn", "reason-code", "reason-text", "12 09 001 000", "11 01 001 000", "11 02 001 000"];

    /// <param name="changed">Elements that were to change, per item.</param>
    /// <param name="wanted">What the items are to declare, by place and particular.</param>
    public bool Holds(
        IReadOnlyList<ValueEdit> edits, HashSet<(int, Element)> changed,
        IReadOnlyDictionary<(int Place, ItemParticular Particular), string> wanted, AmendmentHead head)
    {
        var places = new HashSet<(int, PathNode)>();
        var taken = new HashSet<(int, string)>();
        foreach (var edit in edits)
        {
            if (edit.Rule.IfSibling is { } sibling)
                places.Add((edit.Item, sibling));
            if (edit.Value is null)
                taken.Add((edit.Item, edit.Place.Parent!.Path));
        }

        return HeadIs(head) && ItemsAre(wanted)
            && AreSame(Known(before, changed, places), Known(after, changed, places))
            && AreSame(Foreign(before, taken), Foreign(after, taken));
    }

    private bool ItemsAre(IReadOnlyDictionary<(int Place, ItemParticular Particular), string> wanted)
    {
        var (then, now) = (before.Items(), after.Items());
        if (then.Count != now.Count)
            return false;
        for (var i = 0; i < now.Count; i++)
        {
            for (var k = 0; k < now[i].Particulars.Count; k++)
            {
                var (particular, declared) = then[i].Particulars[k];
                if (now[i].Particulars[k].Value != wanted.GetValueOrDefault((i + 1, particular), declared))
                    return false;
            }
        }

        return true;
    }

    private bool HeadIs(AmendmentHead head) =>
        after.Text(Checking.Field.Mrn, 0) == head.Mrn.ToString()
        && after.Text(Checking.Field.Lrn, 0) == head.Lrn.ToString()
        && after.Text(Checking.Field.ReasonCode, 0) == head.ReasonCode
        && after.Text(Checking.Field.ReasonText, 0) == head.ReasonText.Trim();

    /// <summary>Values by item and element, or by place where a value is no element.</summary>
    private static Dictionary<(int, object), List<string>> Known(
        StandingMessage message, HashSet<(int, Element)> changed, HashSet<(int, PathNode)> places)
    {
        var values = new Dictionary<(int, object), List<string>>();
        for (var i = 0; i < message.Scan.Raws.Count; i++)
        {
            var raw = message.Scan.Raws[i];
            if (raw.Item == 0 && IsHead(message, raw.Place))
                continue;
            var (start, end) = (message.Content.FoundStartOf(i), message.Content.FoundStartOf(i + 1));
            // One value can be several elements: the item amount of H1 and the intrinsic value of H7.
            var isChanged = start == end && places.Contains((raw.Item, raw.Place));
            for (var found = start; found < end; found++)
                isChanged |= changed.Contains((raw.Item, message.Content.Found[found].Element));
            if (isChanged)
                continue;
            object key = start == end ? raw.Place : message.Content.Found[start].Element;
            Add(values, (raw.Item, key), message.Scan.TextOf(raw.Start, raw.Length).ToString());
        }

        return values;
    }

    // JSON says kind and types apart; the two places that are made of them are in no message.
    private static bool IsHead(StandingMessage message, PathNode place) => message.Scan.IsJson
        ? ReferenceEquals(place, message.Trie.Json.Function) || ReferenceEquals(place, message.Trie.Json.WholeType)
            || place.Rules.Any(rule => Array.IndexOf(Head, rule.Element.Key) is >= 0 and < 5)
        : place.Rules.Any(rule => Array.IndexOf(Head, rule.Element.Key) >= 0);

    private static Dictionary<(int, string), List<string>> Foreign(
        StandingMessage message, HashSet<(int, string)> taken)
    {
        var values = new Dictionary<(int, string), List<string>>();
        foreach (var (path, item, value) in message.Foreign.Values)
        {
            var bare = WithoutNumbers(path);
            var around = bare[..Math.Max(bare.LastIndexOf('/'), 0)];
            var isReason = around == "/reason"
                || bare.StartsWith("/Declaration/Amendment/", StringComparison.Ordinal)
                || bare.StartsWith("/Declaration/AdditionalInformation/", StringComparison.Ordinal);
            if (!isReason && !taken.Contains((item, around)))
                Add(values, (item, bare), value);
        }

        return values;
    }

    /// <summary>A pointer without what counts in it: a group that is gone moves those after it.</summary>
    private static string WithoutNumbers(string path) => string.Join('/', path.Split('/')
        .Where(step => step.Length == 0 || step.AsSpan().ContainsAnyExceptInRange('0', '9'))
        .Select(step => step.IndexOf('[', StringComparison.Ordinal) is > 0 and var at ? step[..at] : step));

    private static void Add<TKey>(Dictionary<TKey, List<string>> values, TKey key, string value)
        where TKey : notnull
    {
        if (!values.TryGetValue(key, out var there))
            values.Add(key, there = []);
        there.Add(value);
    }

    private static bool AreSame<TKey>(
        Dictionary<TKey, List<string>> one, Dictionary<TKey, List<string>> other)
        where TKey : notnull =>
        one.Count == other.Count && one.All(pair =>
            other.TryGetValue(pair.Key, out var values) && values.SequenceEqual(pair.Value));
}
