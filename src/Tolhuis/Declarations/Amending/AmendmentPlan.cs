// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Checking;
using Tolhuis.Declarations.Contract;
using Tolhuis.Declarations.Reading;
using Tolhuis.Kernel;

namespace Tolhuis.Declarations.Amending;

/// <summary>From changes of particulars to values in a message, and to the message that has them.</summary>
internal sealed class AmendmentPlan(StandingMessage standing)
{
    private readonly List<ValueEdit> _edits = [];
    private readonly HashSet<(int, Element)> _changed = [];
    private readonly Dictionary<(int Place, ItemParticular Particular), string> _wanted = [];

    public AmendedMessage Compose(
        ReadOnlyMemory<byte> message, AmendmentHead head, IReadOnlyList<ParticularChange> changes)
    {
        var places = standing.Places();
        foreach (var change in changes)
        {
            var trimmed = change with { Value = change.Value.Trim() };
            var fault = FaultOf(places, trimmed);
            if (fault != AmendmentFault.None)
                return new AmendedMessage(default, fault, change);
            _wanted[(places[change.Item], change.Particular)] = trimmed.Value;
        }

        var totals = new Totals(standing);
        foreach (var ((place, particular), value) in _wanted.ToList())
            Plan(place, particular, value, totals);
        totals.Plan(Set);
        return Write(message, head) is { } amended
            ? new AmendedMessage(amended, AmendmentFault.None, null)
            : new AmendedMessage(default, AmendmentFault.Structure, null);
    }

    private AmendmentFault FaultOf(IReadOnlyDictionary<int, int> places, ParticularChange change)
    {
        if (!places.ContainsKey(change.Item))
            return AmendmentFault.Item;
        if (!standing.Has(change.Particular))
            return AmendmentFault.Particular;
        var isInNotation = change.Particular switch
        {
            ItemParticular.CommodityCode => CommodityCode.TryParse(change.Value, out _, out _),
            ItemParticular.Value => TryParseValue(change.Value, out _, out _),
            ItemParticular.GrossMass or ItemParticular.NetMass or ItemParticular.SupplementaryUnits =>
                change.Value.Length == 0 || Quantity.TryParseMillionths(change.Value, out _),
            ItemParticular.Description => change.Value.Length is > 0 and <= MessageAmendment.MaxValue,
            _ => change.Value.Length <= MessageAmendment.MaxValue,
        };
        return isInNotation ? AmendmentFault.None : AmendmentFault.Notation;
    }

    private static bool TryParseValue(string value, out string amount, out string currency)
    {
        var blank = value.LastIndexOf(' ');
        (amount, currency) = blank < 0 ? ("", "") : (value[..blank].TrimEnd(), value[(blank + 1)..]);
        return Money.TryParseCents(amount, out _) && CurrencyCode.TryParse(currency, out _);
    }

    private void Plan(int place, ItemParticular particular, string value, Totals totals)
    {
        switch (particular)
        {
            case ItemParticular.CommodityCode:
                PlanCode(place, value);
                break;
            case ItemParticular.Value:
                _ = TryParseValue(value, out var amount, out var currency);
                _wanted[(place, particular)] = $"{amount} {currency}";
                Set(standing.AmountField, place, amount);
                totals.ChangeValue(place, amount, currency);
                break;
            case ItemParticular.GrossMass:
                Set(Field.GrossMass, place, value);
                totals.ChangeGrossMass(place, value);
                break;
            default:
                Set(standing.FieldOf(particular), place, value);
                break;
        }
    }

    /// <summary>Harmonized System and Combined Nomenclature are two values, or two parts of one.</summary>
    private void PlanCode(int place, string code)
    {
        var (first, second) = (Found(Field.Hs6, place), Found(Field.Cn, place));
        if (first >= 0 && second >= 0 && PointerTo(first) == PointerTo(second))
        {
            Write(standing.ElementOf(Field.Hs6), place, first, code[..Math.Min(code.Length, 8)]);
            _changed.Add((place, standing.ElementOf(Field.Cn)));
        }
        else
        {
            Set(Field.Hs6, place, code[..6]);
            Set(Field.Cn, place, code.Length >= 8 ? code[6..8] : "");
        }

        Set(Field.Taric, place, code.Length == 10 ? code[8..] : "");
    }

    /// <param name="value">Empty to take it away.</param>
    private void Set(Field field, int place, string value) =>
        Write(standing.ElementOf(field), place, Found(field, place), value);

    private int Found(Field field, int place) => standing.Content.First(standing.ElementOf(field), place);

    private string PointerTo(int found)
    {
        ref var at = ref standing.Content.Found[found];
        return Pointer.To(standing.Scan, at.Place, at.Item, at.Group);
    }

    private void Write(Element element, int place, int found, string value)
    {
        var written = value.Length == 0 ? null : value;
        _changed.Add((place, element));
        if (found >= 0)
            _edits.Add(new ValueEdit(
                element, standing.Content.Found[found].Place, place, PointerTo(found), written));
        else if (written is not null && PlaceFor(element) is { } free)
            _edits.Add(new ValueEdit(element, free, place, "", written));
    }

    private PathNode? PlaceFor(Element element) => standing.Scan.IsJson
        ? standing.Trie.Json.PlacesOf(element).FirstOrDefault(place => place.IsInItem)
        : element.Paths.Select(standing.Trie.NodeAt).FirstOrDefault(place => place.IsInItem);

    private byte[]? Write(ReadOnlyMemory<byte> message, AmendmentHead head)
    {
        IMessageTree? tree = standing.Scan.IsJson
            ? JsonMessageTree.Load(message, standing.Trie.Json)
            : XmlMessageTree.Load(message);
        if (tree is null || !tree.TryApply(_edits) || !tree.TryMakeAmendment(head, standing.IsFollowUp))
            return null;
        var bytes = tree.ToBytes();
        var isRight = standing.ReadAlike(bytes) is { } amended
            && new AmendmentCheck(standing, amended).Holds(_edits, _changed, _wanted, head);
        return isRight ? bytes : null;
    }
}
