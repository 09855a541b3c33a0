// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Kernel;

namespace Tolhuis.Web.Platform;

/// <summary>
/// The language of the screen: Dutch, or English. Words, numbers, dates and amounts come from here. Times are Dutch
/// local time; the zone is written where the hour exists twice or the reader may doubt.
/// </summary>
public sealed class Language
{
    public const string Cookie = "taal";

    private Language(string code, string culture)
    {
        Code = code;
        Culture = CultureInfo.GetCultureInfo(culture);
    }

    public static Language Dutch { get; } = new("nl", "nl-NL");

    public static Language English { get; } = new("en", "en-GB");

    /// <summary>For <c>lang</c> attributes: nl or en.</summary>
    public string Code { get; }

    public CultureInfo Culture { get; }

    public bool IsDutch => Code == "nl";

    public Language Other => IsDutch ? English : Dutch;

    public string this[Text text] => IsDutch ? text.Nl : text.En;

    public static Language? Find(string? code) => code switch
    {
        "nl" => Dutch,
        "en" => English,
        _ => null,
    };

    public string Say(Text text, params string[] arguments) => string.Format(Culture, this[text], [.. arguments]);

    public string Say(CountedText text, long count) =>
        string.Format(Culture, this[count == 1 ? text.One : text.Many], Number(count));

    public string Number(long number) => number.ToString("N0", Culture);

    public string Number(double number, int decimals) =>
        number.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), Culture);

    /// <summary>A share between 0 and 1 as a percentage with one decimal.</summary>
    public string Share(double share) => share.ToString("P1", Culture);

    /// <summary>Amount with its currency code behind it, so that amounts under each other line up.</summary>
    public string Amount(Money money) => (money.Cents / 100m).ToString("N2", Culture) + "\u00A0" + money.Currency;

    /// <summary>A difference in euro: an amount with a plus before what is more.</summary>
    public string Signed(long cents) => (cents > 0 ? "+" : "") + Amount(Money.Euro(cents));

    /// <summary>Kilograms from millionths, without idle zeros.</summary>
    public string Kilograms(long millionths) =>
        (millionths / 1_000_000m).ToString("#,##0.######", Culture) + "\u00A0kg";

    public string Day(DateOnly day) => day.ToString(IsDutch ? "d MMM yyyy" : "d MMM yyyy", Culture);

    /// <summary>Hour and minute.</summary>
    public string Clock(long microseconds) => Local(microseconds).ToString("HH:mm", Culture);

    /// <summary>Day and time to the second, with the zone in the hours that come twice.</summary>
    public string Moment(long microseconds)
    {
        var local = Local(microseconds);
        var text = local.ToString("d MMM yyyy HH:mm:ss", Culture);
        return DutchTime.Zone.IsAmbiguousTime(local.DateTime)
            ? text + (DutchTime.Zone.IsDaylightSavingTime(local) ? " (CEST, UTC+2)" : " (CET, UTC+1)")
            : text;
    }

    /// <summary>For <c>datetime</c> attributes, with its offset.</summary>
    public static string Iso(long microseconds) =>
        Local(microseconds).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>How long ago or ahead, in one unit: <c>3 min geleden</c>. Beyond a week the day itself.</summary>
    public string Relative(long microseconds, long now)
    {
        var seconds = (now - microseconds) / 1_000_000;
        var (amount, unit) = Math.Abs(seconds) switch
        {
            < 10 => (0L, PlatformTexts.Now),
            < 60 => (Math.Abs(seconds), PlatformTexts.Seconds),
            < 3_600 => (Math.Abs(seconds) / 60, PlatformTexts.Minutes),
            < 86_400 => (Math.Abs(seconds) / 3_600, PlatformTexts.Hours),
            < 604_800 => (Math.Abs(seconds) / 86_400, PlatformTexts.Days),
            _ => (-1L, PlatformTexts.Now),
        };
        if (amount < 0)
            return Day(DutchTime.DateOf(microseconds));
        if (amount == 0)
            return this[unit.One];
        var length = Say(unit, amount);
        return Say(seconds >= 0 ? PlatformTexts.Ago : PlatformTexts.Ahead, length);
    }

    /// <summary>A length of time in one unit: <c>3 min</c>; under a second says so.</summary>
    public string Duration(long microseconds)
    {
        var seconds = Math.Max(0, microseconds / 1_000_000);
        return seconds switch
        {
            < 1 => this[PlatformTexts.WithinSecond],
            < 60 => Say(PlatformTexts.Seconds, seconds),
            < 3_600 => Say(PlatformTexts.Minutes, seconds / 60),
            < 86_400 => Say(PlatformTexts.Hours, seconds / 3_600),
            _ => Say(PlatformTexts.Days, seconds / 86_400),
        };
    }

    /// <summary>Bytes in the unit that reads best.</summary>
    public string Size(long bytes) => bytes switch
    {
        < 1_000 => Number(bytes) + "\u00A0B",
        < 1_000_000 => Number(bytes / 1_000.0, 1) + "\u00A0kB",
        < 1_000_000_000 => Number(bytes / 1_000_000.0, 1) + "\u00A0MB",
        _ => Number(bytes / 1_000_000_000.0, 1) + "\u00A0GB",
    };

    private static DateTimeOffset Local(long microseconds) =>
        DutchTime.ToDutch(DutchTime.FromMicroseconds(microseconds));
}
