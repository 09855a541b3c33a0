// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Tolhuis.Simulator.Chance;

namespace Tolhuis.Simulator.Trade;

/// <summary>A name and address as UTF-8, ready to be written.</summary>
internal sealed record Address(byte[] Name, byte[] Street, byte[] Postcode, byte[] City, byte[] Country);

/// <summary>
/// Builds invented names of companies and addresses abroad from syllables; towns exist, names and streets do not.
/// </summary>
internal static class Names
{
    private static readonly string[] ChineseSyllables =
        ["Xin", "Hua", "Rui", "Feng", "Lian", "Tai", "Jia", "Mei", "Long", "Qing", "Bo", "Shun", "Yu", "Zhen", "Kai",
            "Hong"];

    private static readonly string[] WesternSyllables =
        ["Bram", "Cor", "Del", "Fen", "Gal", "Hol", "Kes", "Lor", "Mar", "Nor", "Pel", "Ros", "Sal", "Tor", "Ver",
            "Wim"];

    private static readonly string[] WesternEndings =
        ["dale", "ford", "wick", "mere", "stone", "croft", "lund", "field"];
    private static readonly string[] TurkishSyllables =
        ["Ak", "Bel", "Çin", "Dur", "Er", "Gün", "Kal", "Oz", "Sar", "Tan"];
    private static readonly string[] KoreanSyllables = ["Dae", "Han", "Jin", "Kyo", "Min", "Sae", "Woo", "Yeon"];
    private static readonly string[] JapaneseSyllables =
        ["Aki", "Haru", "Kawa", "Mori", "Naka", "Saka", "Tomo", "Yama"];
    private static readonly string[] IndianSyllables = ["Ananda", "Bhav", "Chand", "Dev", "Jaya", "Lak", "Pra", "Vish"];
    private static readonly string[] Trades =
        ["Trading", "E-Commerce", "Import & Export", "Technology", "Garments", "Home Goods", "Electronics",
            "Gifts & Toys"];

    private static readonly (string City, string Postcode)[] China =
    [
        ("Shenzhen", "518000"), ("Guangzhou", "510000"), ("Yiwu", "322000"), ("Hangzhou", "310000"),
        ("Dongguan", "523000"),
        ("Ningbo", "315000"), ("Quanzhou", "362000"), ("Xiamen", "361000"), ("Foshan", "528000"),
        ("Zhongshan", "528400"),
    ];

    private static readonly (string City, string Postcode)[] UnitedStates =
        [("Columbus", "43085"), ("Reno", "89501"), ("Newark", "07101"), ("Portland", "97201"), ("Austin", "73301")];

    private static readonly (string City, string Postcode)[] UnitedKingdom =
        [("Leeds", "LS1 4AP"), ("Bristol", "BS1 5TR"), ("Leicester", "LE1 3PL"), ("Derby", "DE1 2QY")];

    private static readonly (string City, string Postcode)[] Turkey =
        [("İstanbul", "34000"), ("Bursa", "16000"), ("İzmir", "35000"), ("Denizli", "20000")];

    private static readonly (string City, string Postcode)[] Korea = [("Seoul", "04524"), ("Incheon", "21554")];
    private static readonly (string City, string Postcode)[] Japan = [("Osaka", "530-0001"), ("Nagoya", "450-0002")];
    private static readonly (string City, string Postcode)[] India = [("Mumbai", "400001"), ("Jaipur", "302001")];

    /// <summary>
    /// A company in the country of the seller; <paramref name="number"/> keeps two with the same syllables apart.
    /// </summary>
    public static Address Company(ChanceStream chance, string country, int number)
    {
        var (city, postcode) = chance.Pick(TownsOf(country));
        var tail = number % 7 == 0 ? $" {number}" : "";
        var (name, street) = country switch
        {
            "CN" => (
                $"{city} {Join(chance, ChineseSyllables, 2)} {chance.Pick(Trades)} Co., Ltd.",
                $"No. {chance.Between(1, 288)} {Join(chance, ChineseSyllables, 2)} Road"),
            "TR" => (
                $"{Join(chance, TurkishSyllables, 2)} Tekstil A.Ş.",
                $"{Join(chance, TurkishSyllables, 2)} Cad. {chance.Between(1, 190)}"),
            "KR" => (
                $"{Join(chance, KoreanSyllables, 2)} Cosmetics Inc.",
                $"{chance.Between(1, 90)} {Join(chance, KoreanSyllables, 2)}-ro"),
            "JP" => (
                $"{Join(chance, JapaneseSyllables, 2)} K.K.",
                $"{chance.Between(1, 9)}-{chance.Between(1, 30)} {Join(chance, JapaneseSyllables, 2)}"),
            "IN" => (
                $"{Join(chance, IndianSyllables, 2)} Exports Pvt Ltd",
                $"{chance.Between(1, 300)} {Join(chance, IndianSyllables, 1)} Marg"),
            _ => (
                $"{Place(chance)} {chance.Pick(Trades)} {(country == "GB" ? "Ltd" : "LLC")}",
                $"{chance.Between(1, 980)} {Place(chance)} Street"),
        };
        return new Address(Utf8(name + tail), Utf8(street), Utf8(postcode), Utf8(city), Utf8(country));
    }

    /// <summary>A private person abroad, who sends a gift.</summary>
    public static Address Sender(ChanceStream chance, string country)
    {
        var (city, postcode) = chance.Pick(TownsOf(country));
        var family = Join(chance, country == "CN" ? ChineseSyllables : WesternSyllables, 1);
        var name = $"{Join(chance, country == "CN" ? ChineseSyllables : WesternSyllables, 1)} {family}";
        return new Address(
            Utf8(name), Utf8($"{chance.Between(1, 250)} {family} Street"), Utf8(postcode), Utf8(city), Utf8(country));
    }

    /// <summary>The name of a company in the Union; only its number goes into messages.</summary>
    public static string UnionCompany(ChanceStream chance, string activity, string form) =>
        $"{chance.Pick(WesternSyllables)}{chance.Pick(WesternSyllables).ToLowerInvariant()}a {activity} {form}";

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Place(ChanceStream chance) => chance.Pick(WesternSyllables) + chance.Pick(WesternEndings);

    private static string Join(ChanceStream chance, string[] syllables, int count)
    {
        var text = chance.Pick(syllables);
        for (var i = 1; i < count; i++)
            text += chance.Pick(syllables).ToLowerInvariant();
        return text;
    }

    private static (string City, string Postcode)[] TownsOf(string country) => country switch
    {
        "CN" => China,
        "US" => UnitedStates,
        "GB" => UnitedKingdom,
        "TR" => Turkey,
        "KR" => Korea,
        "JP" => Japan,
        _ => India,
    };
}
