// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Declarations;

/// <summary>One particular that differs between two versions, as the reader sees it.</summary>
/// <param name="Item">Goods item; 0 for declaration and shipment.</param>
/// <param name="What">Name of the particular, or that the whole line came or went.</param>
/// <param name="Old">Empty where it was not there.</param>
/// <param name="New">Empty where it is no longer there.</param>
public sealed record VersionChange(int Item, string What, string Old, string New);

/// <summary>
/// What differs between two versions of a declaration: lines by their goods item, particulars of declaration and
/// shipment by their element. Every difference, in the order of the lines; the page cuts.
/// </summary>
public sealed record VersionComparison(
    IReadOnlyList<VersionChange> Changes, int LinesChanged, int LinesAdded, int LinesRemoved, int ElementsChanged)
{
    // What a message says of itself differs by nature and says nothing of the goods: its type and its reference.
    private static readonly string[] OfMessageItself = ["11 01 001 000", "11 02 001 000", "12 09 001 000"];

    public bool IsSame => Changes.Count == 0;

    /// <summary>Compares lines as decided.</summary>
    public static VersionComparison OfLines(
        IReadOnlyList<LineRow> old, IReadOnlyList<LineRow> @new, Language language)
    {
        var changes = new List<VersionChange>();
        var (changed, added, removed) = (0, 0, 0);
        var oldByItem = old.GroupBy(line => line.Item).ToDictionary(g => g.Key, g => g.First());
        var newByItem = @new.GroupBy(line => line.Item).ToDictionary(g => g.Key, g => g.First());
        foreach (var item in oldByItem.Keys.Union(newByItem.Keys).Order())
        {
            var was = oldByItem.GetValueOrDefault(item);
            var becomes = newByItem.GetValueOrDefault(item);
            if (was is null || becomes is null)
            {
                changes.Add(new VersionChange(
                    item, language[DossierTexts.WholeLine], Whole(was, language), Whole(becomes, language)));
                added += was is null ? 1 : 0;
                removed += becomes is null ? 1 : 0;
                continue;
            }

            var before = changes.Count;
            AddFields(changes, was, becomes, language);
            changed += changes.Count > before ? 1 : 0;
        }

        return new VersionComparison(changes, changed, added, removed, 0);
    }

    /// <summary>Compares what two messages say.</summary>
    /// <param name="isHeaderOnly">Leaves the lines out, which are compared as decided.</param>
    public static VersionComparison OfMessages(
        ReadMessage old, ReadMessage @new, bool isHeaderOnly, Language language)
    {
        var oldValues = ByElement(old, isHeaderOnly);
        var newValues = ByElement(@new, isHeaderOnly);
        var changes = new List<VersionChange>();
        foreach (var key in oldValues.Keys.Union(newValues.Keys).OrderBy(k => k.Item).ThenBy(k => k.Number).ThenBy(
            k => k.Occurrence))
        {
            var was = oldValues.GetValueOrDefault(key);
            var becomes = newValues.GetValueOrDefault(key);
            if (was?.Value == becomes?.Value)
                continue;
            var named = (becomes ?? was)!;
            var name = language.IsDutch ? named.NameNl : named.NameEn;
            if (key.Occurrence > 1)
                name += $" ({language.Number(key.Occurrence)})";
            changes.Add(new VersionChange(
                key.Item, name, Shown(key, oldValues, language), Shown(key, newValues, language)));
        }

        var items = changes.Where(c => c.Item > 0).Select(c => c.Item).ToHashSet();
        var oldItems = oldValues.Keys.Select(k => k.Item).ToHashSet();
        var newItems = newValues.Keys.Select(k => k.Item).ToHashSet();
        return new VersionComparison(
            changes, items.Count(i => oldItems.Contains(i) && newItems.Contains(i)),
            items.Count(i => !oldItems.Contains(i)), items.Count(i => !newItems.Contains(i)),
            changes.Count(c => c.Item == 0));
    }

    /// <summary>Both together, general particulars first.</summary>
    public VersionComparison With(VersionComparison header) => this with
    {
        Changes = [.. header.Changes, .. Changes],
        ElementsChanged = header.ElementsChanged,
    };

    /// <summary>What differs, in one sentence.</summary>
    public string Say(Language language)
    {
        (CountedText Text, int Count)[] parts =
        [
            (DossierTexts.LinesChanged, LinesChanged), (DossierTexts.LinesAdded, LinesAdded),
            (DossierTexts.LinesRemoved, LinesRemoved), (DossierTexts.ElementsChanged, ElementsChanged),
        ];
        var said = parts.Where(p => p.Count > 0).Select(p => language.Say(p.Text, p.Count)).ToList();
        if (said.Count == 0)
            return language[DossierTexts.NothingChanged];
        var sentence = string.Join(", ", said);
        return char.ToUpper(sentence[0], language.Culture) + sentence[1..] + ".";
    }

    // An amount stands beside its currency: 014 and 012 of one group. Everything else is shown as it was sent.
    private static string Shown(
        (int Item, string Number, int Occurrence) key,
        Dictionary<(int Item, string Number, int Occurrence), ReadElement> values, Language language)
    {
        if (!values.TryGetValue(key, out var element))
            return "";
        return key.Number.Contains(" 014 ", StringComparison.Ordinal)
            && values.TryGetValue(
                (key.Item, key.Number.Replace(" 014 ", " 012 ", StringComparison.Ordinal), key.Occurrence),
                out var currency)
            && double.TryParse(
                element.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            ? $"{language.Number(amount, 2)}\u00A0{currency.Value}"
            : element.Value;
    }

    private static Dictionary<(int Item, string Number, int Occurrence), ReadElement> ByElement(
        ReadMessage message, bool isHeaderOnly)
    {
        var values = new Dictionary<(int, string, int), ReadElement>();
        foreach (var element in message.Elements)
        {
            if (element.Number.Length == 0 || OfMessageItself.Contains(element.Number)
                || (isHeaderOnly && element.Item > 0))
                continue;
            // The how-many-th of an element that stands more often than its group counts: told apart by its place.
            var occurrence = element.Occurrence;
            while (!values.TryAdd((element.Item, element.Number, occurrence), element))
                occurrence++;
        }

        return values;
    }

    private static string Whole(LineRow? line, Language language) =>
        line is null ? "" : $"{line.Code}, {line.Description}, {language.Amount(line.Value)}";

    private static void AddFields(List<VersionChange> changes, LineRow was, LineRow becomes, Language language)
    {
        Add(DeclarationsTexts.Code, was.Code.ToString(), becomes.Code.ToString());
        Add(DeclarationsTexts.Description, was.Description, becomes.Description);
        Add(DeclarationsTexts.Country, was.Country.ToString(), becomes.Country.ToString());
        Add(DeclarationsTexts.Value, language.Amount(was.Value), language.Amount(becomes.Value));
        Add(DeclarationsTexts.Mass, Mass(was.GrossMass), Mass(becomes.GrossMass));
        Add(DossierTexts.NetMass, Mass(was.NetMass), Mass(becomes.NetMass));
        Add(DossierTexts.AdditionalProcedures, was.AdditionalProcedures, becomes.AdditionalProcedures);
        Add(DeclarationsTexts.Duty, Euro(was.DutyCents), Euro(becomes.DutyCents));
        Add(DeclarationsTexts.Vat, Euro(was.VatCents), Euro(becomes.VatCents));

        void Add(Text what, string old, string @new)
        {
            if (old != @new)
                changes.Add(new VersionChange(was.Item, language[what], old, @new));
        }

        string Mass(long millionths) => millionths > 0 ? language.Kilograms(millionths) : "";

        string Euro(long cents) => language.Amount(Money.Euro(cents));
    }
}
