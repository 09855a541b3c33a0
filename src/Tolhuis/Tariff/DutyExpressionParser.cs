// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics.CodeAnalysis;
using Tolhuis.Kernel;

namespace Tolhuis.Tariff;

/// <summary>
/// Reads a duty, from left to right and without going back: seasons parted by commas; each a sum, then MIN and MAX with
/// sums of their own, then its days in brackets. What is left over makes it unreadable.
/// </summary>
internal ref struct DutyExpressionParser(ReadOnlySpan<char> text)
{
    private const int MaxTerms = 8;
    private const int MaxSeasons = 12;
    private const int DecimalsOfAmount = 4;

    // Ten thousand per cent, in ten-thousandths: whatever is levied by it still fits.
    private const long MaxPercent = 100_000_000;

    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    public bool TryRead([NotNullWhen(true)] out DutySeason[]? seasons)
    {
        seasons = null;
        var read = new List<DutySeason>();
        do
        {
            if (read.Count == MaxSeasons || !TrySeason(out var season))
                return false;
            read.Add(season);
        }
        while (TrySign(','));
        if (!IsAtEnd || !AreApart(read))
            return false;
        seasons = [.. read];
        return true;
    }

    private bool IsAtEnd
    {
        get
        {
            SkipBlanks();
            return _at == _text.Length;
        }
    }

    /// <summary>
    /// True if each day has at most one season: two duties for one day would be a choice. What has no days is for the
    /// rest of the year, so it comes last.
    /// </summary>
    private static bool AreApart(List<DutySeason> seasons)
    {
        if (seasons.FindIndex(season => season.Spans.Length == 0) is >= 0 and var rest && rest < seasons.Count - 1)
            return false;
        var spans = seasons.SelectMany(season => season.Spans).ToArray();
        return spans.Length < 2 || SeasonSpan.Days.All(day => spans.Count(span => span.Holds(day)) < 2);
    }

    private bool TrySeason([NotNullWhen(true)] out DutySeason? season)
    {
        season = null;
        DutyTerm[] least = [];
        DutyTerm[] most = [];
        SeasonSpan[] spans = [];
        if (!TrySum(out var sum, mayBeBare: true))
            return false;
        if (TryWord("MIN") && !TrySum(out least))
            return false;
        if (TryWord("MAX") && !TrySum(out most))
            return false;
        if (TrySign('(') && !TrySpans(out spans))
            return false;
        season = new DutySeason(sum, least, most, spans);
        return true;
    }

    private bool TrySum(out DutyTerm[] sum, bool mayBeBare = false)
    {
        sum = [];
        var terms = new List<DutyTerm>();
        var isReduction = false;
        do
        {
            if (terms.Count == MaxTerms || !TryTerm(isReduction, mayBeBare && terms.Count == 0, out var term))
                return false;
            terms.Add(term);
            isReduction = TrySign('-');
        }
        while (isReduction || TrySign('+'));
        sum = [.. terms];
        return true;
    }

    private bool TryTerm(bool isReduction, bool mayBeBare, out DutyTerm term)
    {
        term = default;
        DutyTermKind? word = TryWord("Entry Price") ? DutyTermKind.EntryPrice
            : TryWord("EA") ? DutyTermKind.AgriculturalComponent
            : TryWord("ADSZ") || TryWord("AD S/Z") ? DutyTermKind.SugarAddition
            : TryWord("ADFM") || TryWord("AD F/M") ? DutyTermKind.FlourAddition
            : null;
        if (word is { } kind)
        {
            term = new DutyTerm(kind, 0, null, isReduction);
            return true;
        }

        if (TryWord("Free") || TryWord("free"))
        {
            term = new DutyTerm(DutyTermKind.Percent, 0, null, isReduction);
            return true;
        }

        if (!TryNumber(out var amount, out var isGrouped))
            return false;
        if (TryWord("EUR") || TrySign('€'))
        {
            TrySign('/');
            term = new DutyTerm(DutyTermKind.Specific, amount, DutyUnit.Find(UnitWords()), isReduction);
            return term.Unit is not null;
        }

        // A bare number stands for a percentage where the printed tariff writes so: "7.2 MIN 0.36 EUR/100 kg". No duty
        // is thousands of per cent, so "2,500 %" is a decimal comma and no number here.
        if (isGrouped || !TrySign('%') && !(mayBeBare && IsBeforeMore()))
            return false;
        term = new DutyTerm(DutyTermKind.Percent, amount, null, isReduction);
        return amount <= MaxPercent;
    }

    /// <summary>Everything up to what can only come after a unit.</summary>
    private ReadOnlySpan<char> UnitWords()
    {
        SkipBlanks();
        var from = _at;
        while (_at < _text.Length && !IsAfterUnit())
            _at++;
        return _text[from.._at];
    }

    private readonly bool IsAfterUnit()
    {
        var rest = _text[_at..];
        if (rest[0] is '+' or '-' or '(')
            return true;
        // A comma within a number (1,000 items) is followed by a digit.
        if (rest[0] == ',')
            return rest.Length < 2 || !char.IsAsciiDigit(rest[1]);
        return rest.StartsWith(" MIN ", StringComparison.Ordinal) || rest.StartsWith(" MAX ", StringComparison.Ordinal);
    }

    private bool IsBeforeMore()
    {
        SkipBlanks();
        var rest = _text[_at..];
        return rest.StartsWith("+", StringComparison.Ordinal) || rest.StartsWith("MIN ", StringComparison.Ordinal)
            || rest.StartsWith("MAX ", StringComparison.Ordinal);
    }

    /// <summary>A comma in a number parts thousands; where it cannot, it may be a decimal comma, and all is unreadable:
    /// read as the comma between two duties it would change the duty.</summary>
    private bool TryNumber(out long amount, out bool isGrouped)
    {
        (amount, isGrouped) = (0, false);
        SkipBlanks();
        Span<char> digits = stackalloc char[FixedPoint.MaxLength];
        var count = 0;
        for (; _at < _text.Length; _at++)
        {
            var c = _text[_at];
            if (c == ',' && _at + 1 < _text.Length && char.IsAsciiDigit(_text[_at + 1]))
            {
                if (!IsThousands(digits[..count], isGrouped))
                    return false;
                isGrouped = true;
                continue;
            }

            if (!char.IsAsciiDigit(c) && c != '.')
                break;
            if (count == digits.Length)
                return false;
            digits[count++] = c;
        }

        return FixedPoint.TryParse(digits[..count], DecimalsOfAmount, maxDigits: 12, out amount);
    }

    private readonly bool IsThousands(ReadOnlySpan<char> before, bool isGrouped)
    {
        var after = 0;
        while (_at + 1 + after < _text.Length && char.IsAsciiDigit(_text[_at + 1 + after]))
            after++;
        return after == 3 && before.Length > 0 && before[0] != '0' && !before.Contains('.')
            && (isGrouped || before.Length <= 3);
    }

    private bool TrySpans(out SeasonSpan[] spans)
    {
        spans = [];
        var read = new List<SeasonSpan>();
        do
        {
            if (read.Count == MaxTerms || !TrySpan(out var span))
                return false;
            read.Add(span);
        }
        while (TrySign(','));
        spans = [.. read];
        return TrySign(')');
    }

    // "01 JAN-14 FEB", and "01-31 DEC" where both days are of one month.
    private bool TrySpan(out SeasonSpan span)
    {
        span = default;
        if (!TryDay(out var fromDay))
            return false;
        TryMonth(out var fromMonth);
        if (!TrySign('-') || !TryDay(out var untilDay) || !TryMonth(out var untilMonth))
            return false;
        span = new SeasonSpan(fromMonth == 0 ? untilMonth : fromMonth, fromDay, untilMonth, untilDay);
        return span.IsPossible;
    }

    private bool TryDay(out int day)
    {
        day = 0;
        SkipBlanks();
        var from = _at;
        while (_at < _text.Length && _at < from + 2 && char.IsAsciiDigit(_text[_at]))
            day = day * 10 + (_text[_at++] - '0');
        return day is >= 1 and <= 31;
    }

    private bool TryMonth(out int month)
    {
        SkipBlanks();
        var from = _at;
        while (_at < _text.Length && char.IsAsciiLetterUpper(_text[_at]))
            _at++;
        month = SeasonSpan.MonthOf(_text[from.._at]);
        return month > 0;
    }

    private bool TrySign(char sign)
    {
        SkipBlanks();
        var isThere = _at < _text.Length && _text[_at] == sign;
        if (isThere)
            _at++;
        return isThere;
    }

    // A word ends where no letter follows.
    private bool TryWord(string word)
    {
        SkipBlanks();
        var rest = _text[_at..];
        var isThere = rest.StartsWith(word, StringComparison.Ordinal)
            && (rest.Length == word.Length || !char.IsAsciiLetter(rest[word.Length]));
        if (isThere)
            _at += word.Length;
        return isThere;
    }

    private void SkipBlanks()
    {
        while (_at < _text.Length && _text[_at] == ' ')
            _at++;
    }
}
