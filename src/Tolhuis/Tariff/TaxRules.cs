// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Tariff.Contract;

namespace Tolhuis.Tariff;

/// <summary>What counts as one item for the flat duty of Regulation 2026/382. Unsettled, so a dated setting.</summary>
internal enum FlatDutyKey : byte
{
    /// <summary>Each line of the declaration.</summary>
    Line,

    /// <summary>Each HS subheading in the consignment.</summary>
    Hs6,

    /// <summary>Each HS subheading with its description and origin.</summary>
    Hs6DescriptionOrigin,

    /// <summary>The same, and each product identifier of the merchant apart.</summary>
    Hs6DescriptionOriginIdentifier,
}

/// <summary>
/// The settings that a calculation needs, read once per day so that a line costs no look-up of a name.
/// </summary>
internal sealed class TaxRules
{
    public TaxRules(LawOfTheDay law)
    {
        ValueLimitCents = law.Setting("intrinsic-value-limit-cents");
        HasValueRelief = IsYes(law, "value-relief");
        GiftLimitCents = law.Setting("gift-limit-cents");
        GiftFlatRateBasisPoints = law.Setting("gift-flat-rate-basis-points");
        GiftFlatRateLimitCents = law.Setting("gift-flat-rate-limit-cents");
        HasFlatDuty = IsYes(law, "flat-duty");
        DutyRoundingUnitCents = law.Setting("duty-rounding-unit-cents");
        VatRoundingUnitCents = law.Setting("vat-rounding-unit-cents");
        DutyRounding = Rounding(law, "duty-rounding");
        VatRounding = Rounding(law, "vat-rounding");
        if (!HasFlatDuty)
            return;
        FlatDutyCents = law.Setting("flat-duty-cents");
        FlatDutyKeyName = law.TextSetting("flat-duty-counting-key");
        FlatDutyKey = TryParseKey(FlatDutyKeyName, out var key)
            ? key
            : throw new InvalidDataException($"\"{FlatDutyKeyName}\" is not a counting key of the flat duty.");
        IsFlatDutyInVatBase = IsYes(law, "flat-duty-in-vat-base");
        TariffDutyPreference = law.TextSetting("tariff-duty-preference-first-digit");
    }

    public long ValueLimitCents { get; }

    public bool HasValueRelief { get; }

    public long GiftLimitCents { get; }

    public long GiftFlatRateBasisPoints { get; }

    public long GiftFlatRateLimitCents { get; }

    public bool HasFlatDuty { get; }

    public long FlatDutyCents { get; }

    public FlatDutyKey FlatDutyKey { get; }

    public string FlatDutyKeyName { get; } = "";

    public bool IsFlatDutyInVatBase { get; }

    /// <summary>
    /// First digit of the preferences by which an H1 asks the tariff's duty in place of the flat one; empty if there is
    /// none.
    /// </summary>
    public string TariffDutyPreference { get; } = "";

    public long DutyRoundingUnitCents { get; }

    public long VatRoundingUnitCents { get; }

    public RoundingDirection DutyRounding { get; }

    public RoundingDirection VatRounding { get; }

    public static bool TryParseKey(string name, out FlatDutyKey key)
    {
        (var isKnown, key) = name switch
        {
            "line" => (true, FlatDutyKey.Line),
            "hs6" => (true, FlatDutyKey.Hs6),
            "hs6-description-origin" => (true, FlatDutyKey.Hs6DescriptionOrigin),
            "hs6-description-origin-identifier" => (true, FlatDutyKey.Hs6DescriptionOriginIdentifier),
            _ => (false, FlatDutyKey.Line),
        };
        return isKnown;
    }

    public static bool TryParseRounding(string name, out RoundingDirection direction)
    {
        (var isKnown, direction) = name switch
        {
            "half-up" => (true, RoundingDirection.HalfUp),
            "down" => (true, RoundingDirection.Down),
            "up" => (true, RoundingDirection.Up),
            _ => (false, RoundingDirection.HalfUp),
        };
        return isKnown;
    }

    // An edition from before the setting rounded half up.
    private static RoundingDirection Rounding(LawOfTheDay law, string name)
    {
        var value = law.TextSetting(name);
        return TryParseRounding(value, out var direction) || value.Length == 0
            ? direction
            : throw new InvalidDataException($"The setting \"{name}\" is \"{value}\" on {law.Day:yyyy-MM-dd}.");
    }

    private static bool IsYes(LawOfTheDay law, string name) => law.TextSetting(name) switch
    {
        "yes" => true,
        "no" => false,
        var other => throw new InvalidDataException(
            $"The setting \"{name}\" is \"{other}\", not yes or no, on {law.Day:yyyy-MM-dd}."),
    };
}
