// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Declarations.Reading;
using Tolhuis.Kernel;

namespace Tolhuis.Declarations.Checking;

/// <summary>
/// Gathers the additions and deductions (14 04) of a message; allocates only where there are any.
/// </summary>
internal sealed class AdditionBinder(MessageContent content, CodeTexts codes)
{
    private const int MaxOfLevel = 99;
    private readonly List<(int Item, Addition Addition)> _found = [];

    /// <summary>Once for a message, for a data set whose column asks them.</summary>
    public void Begin(RuleBook book, bool isAsked)
    {
        _found.Clear();
        var groups = content.Scan.Groups;
        for (var i = 0; i < groups.Count && isAsked; i++)
        {
            if (book.FieldOf(groups[i].Place.Group!) != Field.Addition)
                continue;
            if (TryRead(book, i, out var addition))
                _found.Add((groups[i].Item, addition));
        }
    }

    /// <summary>Those of an item by its place, or of the header (0).</summary>
    /// <param name="currency">Of the invoice, for an amount that has none of its own.</param>
    public IReadOnlyList<Addition> Of(int item, ReadOnlySpan<char> currency)
    {
        if (_found.Count == 0)
            return [];
        _ = CurrencyCode.TryParse(currency, out var ofInvoice);
        var additions = new List<Addition>();
        foreach (var (place, addition) in _found)
        {
            if (place == item && additions.Count < MaxOfLevel)
                additions.Add(addition.Amount.Currency.IsEmpty
                    ? addition with { Amount = new Money(addition.Amount.Cents, ofInvoice) }
                    : addition);
        }

        return additions.Count == 0 ? [] : additions;
    }

    private bool TryRead(RuleBook book, int group, out Addition addition)
    {
        var (code, cents, currency, hasAmount) = ("", 0L, default(CurrencyCode), false);
        var end = content.Scan.Groups[group].FoundEnd;
        for (var i = content.Scan.Groups[group].FoundStart; i < end; i++)
        {
            var text = content.Text(i);
            switch (book.FieldOf(content.Found[i].Element))
            {
                case Field.AdditionCode when text.Length == 2:
                    code = codes.Of(text);
                    break;
                case Field.AdditionAmount:
                    hasAmount = Money.TryParseCents(text, out cents);
                    break;
                case Field.AdditionCurrency:
                    _ = CurrencyCode.TryParse(text, out currency);
                    break;
            }
        }

        addition = new Addition(code, new Money(cents, currency));
        return hasAmount;
    }
}
