// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Declarations.Checking;
using Tolhuis.Kernel;

namespace Tolhuis.Declarations.Amending;

/// <summary>
/// What the header says of all items together, and what rules compare with them: the total and the currency of the
/// invoice, the gross mass of the whole. A total moves as much as its items; the difference that it had with their sum
/// stays the declarant's.
/// </summary>
internal sealed class Totals(StandingMessage standing)
{
    private readonly Dictionary<int, (string Amount, string Currency)> _values = [];
    private readonly Dictionary<int, string> _masses = [];

    public void ChangeValue(int place, string amount, string currency) => _values[place] = (amount, currency);

    public void ChangeGrossMass(int place, string kilograms) => _masses[place] = kilograms;

    /// <param name="set">Writes a value of a field at an item, or in the header (0).</param>
    public void Plan(Action<Field, int, string> set)
    {
        if (_values.Count > 0)
            PlanInvoice(set);
        if (_masses.Count > 0)
            PlanMass(set);
    }

    private void PlanInvoice(Action<Field, int, string> set)
    {
        var isInvoice = standing.CurrencyField == Field.InvoiceCurrency;
        var common = isInvoice ? CommonCurrency(place => CurrencyAfter(place)) : "";
        var ofInvoice = isInvoice ? standing.InvoiceCurrency : "";
        var isOther = common.Length > 0 && ofInvoice.Length > 0 && common != ofInvoice;
        if (isOther)
            set(Field.InvoiceCurrency, 0, ofInvoice = common);
        foreach (var (place, (_, currency)) in _values)
        {
            // Without a currency of its own an item has that of the invoice.
            var own = standing.Text(standing.CurrencyField, place);
            if (own.Length > 0 ? own != currency : currency != ofInvoice)
                set(standing.CurrencyField, place, currency);
        }

        if (common.Length == 0 || !Money.TryParseCents(standing.Text(Field.InvoiceTotal, 0), out var total))
            return;
        var (before, after) = (Sum(standing.Text, Places), Sum(AmountAfter, Places));
        var isSameCurrency = CommonCurrency(standing.Currency) == common;
        var moved = isSameCurrency ? total + after - before : after;
        var right = moved < 0 ? after : moved;
        if (right != total)
            set(Field.InvoiceTotal, 0, (right / 100).ToString("0.00", CultureInfo.InvariantCulture));
    }

    private void PlanMass(Action<Field, int, string> set)
    {
        if (!Quantity.TryParseMillionths(standing.Text(Field.GrossMass, 0), out var total))
            return;
        decimal sum = 0;
        decimal moved = total;
        foreach (var place in Places)
        {
            var declared = Quantity.TryParseMillionths(standing.Text(Field.GrossMass, place), out var before);
            var isChanged = _masses.TryGetValue(place, out var text)
                & Quantity.TryParseMillionths(text, out var after);
            sum += isChanged ? after : _masses.ContainsKey(place) ? 0 : before;
            // The only item, without a mass of its own, weighed what the whole weighed.
            if (isChanged && (declared || standing.Scan.ItemCount == 1))
                moved += after - (declared ? before : total);
        }

        var right = Math.Max(moved, sum);
        if (right != total)
            set(Field.GrossMass, 0, (right / 1_000_000).ToString("0.######", CultureInfo.InvariantCulture));
    }

    private IEnumerable<int> Places => Enumerable.Range(1, standing.Scan.ItemCount);

    private string CurrencyAfter(int place) =>
        _values.TryGetValue(place, out var changed) ? changed.Currency : standing.Currency(place);

    private string AmountAfter(Field field, int place) =>
        _values.TryGetValue(place, out var changed) ? changed.Amount : standing.Text(field, place);

    /// <summary>Empty if the items have different ones.</summary>
    private string CommonCurrency(Func<int, string> of)
    {
        var first = of(1);
        return Places.All(place => of(place) == first) ? first : "";
    }

    private static decimal Sum(Func<Field, int, string> amount, IEnumerable<int> places) => places.Sum(
        place => Money.TryParseCents(amount(Field.ItemAmount, place), out var cents) ? (decimal)cents : 0);
}
