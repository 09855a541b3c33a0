// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Tolhuis.Simulator.Chance;
using Tolhuis.Simulator.Messages;

namespace Tolhuis.Simulator.Trade;

/// <summary>
/// Two million invented private persons who receive parcels. None is kept: name and address follow from the number, so
/// the same number always gives the same person. Eight of ten live in the Netherlands, the others in Germany, Belgium,
/// France.
/// </summary>
internal static class Consignees
{
    public const int Count = 2_000_000;

    private static readonly byte[][] FirstNames = Bytes(
        "Anna", "Bram", "Daan", "Eva", "Femke", "Gijs", "Hanna", "Iris", "Jasper", "Koen", "Lotte", "Mila", "Noor",
        "Olaf",
        "Pim", "Roos", "Sem", "Tess", "Vera", "Wout", "Yara", "Zoë", "André", "Chloë");

    private static readonly byte[][] FamilyHeads = Bytes(
        "Kerk", "Molen", "Veld", "Berg", "Water", "Linden", "Dijk", "Heide", "Steen", "Eiken", "Riet", "Noorder",
        "Zand",
        "Brug", "Beuken", "Hoog");

    private static readonly byte[][] FamilyTails = Bytes(
        "hoven", "stra", "mans", "kamp", "inga", "veen", "huis", "meijer", "broek", "zicht", "gaard", "loo");

    private static readonly byte[][] StreetHeads = Bytes(
        "Tulpen", "Eiken", "Molen", "Haven", "Koraal", "Merel", "Schelp", "Vlas", "Wilgen", "Zonne", "Klaver",
        "Ooievaar");

    private static readonly byte[][] StreetTails =
        Bytes("straat", "laan", "weg", "plein", "hof", "kade", "pad", "dreef");

    private static readonly (byte[] City, int Postcode)[] Netherlands =
    [
        Town("Amsterdam", 1011), Town("Rotterdam", 3011), Town("'s-Gravenhage", 2511), Town("Utrecht", 3511),
        Town("Eindhoven", 5611), Town("Groningen", 9711), Town("Tilburg", 5011), Town("Almere", 1311),
        Town("Breda", 4811),
        Town("Nijmegen", 6511), Town("Arnhem", 6811), Town("Haarlem", 2011), Town("Enschede", 7511),
        Town("Zwolle", 8011),
        Town("Leeuwarden", 8911), Town("Maastricht", 6211), Town("Middelburg", 4331), Town("Assen", 9401),
    ];

    private static readonly (byte[] City, int Postcode)[] Germany =
        [Town("Köln", 50667), Town("Münster", 48143), Town("Bremen", 28195), Town("Aachen", 52062)];

    private static readonly (byte[] City, int Postcode)[] Belgium =
        [Town("Antwerpen", 2000), Town("Gent", 9000), Town("Liège", 4000), Town("Hasselt", 3500)];

    private static readonly (byte[] City, int Postcode)[] France =
        [Town("Lille", 59000), Town("Reims", 51100), Town("Nîmes", 30000)];

    /// <summary>Writes the name and the four parts of the address of one person.</summary>
    public static void Write(XmlSink xml, int number)
    {
        var bits = ChanceStream.Mix((ulong)number + 0x51ED2701UL);
        var (towns, country) = (Take(ref bits, 20)) switch
        {
            < 16 => (Netherlands, "NL"),
            < 18 => (Germany, "DE"),
            < 19 => (Belgium, "BE"),
            _ => (France, "FR"),
        };
        var sink = xml.OpenLeaf("Name"u8);
        sink.Append(FirstNames[Take(ref bits, FirstNames.Length)]);
        sink.Append((byte)' ');
        sink.Append(FamilyHeads[Take(ref bits, FamilyHeads.Length)]);
        sink.Append(FamilyTails[Take(ref bits, FamilyTails.Length)]);
        xml.CloseLeaf("Name"u8);
        var (city, postcode) = towns[Take(ref bits, towns.Length)];
        xml.Open("Address"u8);
        xml.Leaf("CityName"u8, city);
        xml.Leaf("CountryCode"u8, country);
        sink = xml.OpenLeaf("Line"u8);
        sink.Append(StreetHeads[Take(ref bits, StreetHeads.Length)]);
        sink.Append(StreetTails[Take(ref bits, StreetTails.Length)]);
        sink.Append((byte)' ');
        sink.AppendNumber(1 + Take(ref bits, 240));
        xml.CloseLeaf("Line"u8);
        sink = xml.OpenLeaf("PostcodeID"u8);
        WritePostcode(sink, ref bits, towns, postcode);
        xml.CloseLeaf("PostcodeID"u8);
        xml.Close("Address"u8);
    }

    private static void WritePostcode(ByteSink sink, ref ulong bits, (byte[] City, int Postcode)[] towns, int postcode)
    {
        if (ReferenceEquals(towns, Netherlands))
        {
            sink.AppendNumber(postcode + Take(ref bits, 60), 4);
            sink.Append((byte)' ');
            sink.Append((byte)('A' + Take(ref bits, 26)));
            sink.Append((byte)('A' + Take(ref bits, 26)));
        }
        else
        {
            sink.AppendNumber(postcode, ReferenceEquals(towns, Belgium) ? 4 : 5);
        }
    }

    // Takes one choice off the bits of the person and scrambles what is left.
    private static int Take(ref ulong bits, int bound)
    {
        var choice = (int)(((bits >> 32) * (ulong)(uint)bound) >> 32);
        bits = ChanceStream.Mix(unchecked(bits + 0x9E3779B97F4A7C15UL));
        return choice;
    }

    private static (byte[] City, int Postcode) Town(string city, int postcode) =>
        (Encoding.UTF8.GetBytes(city), postcode);

    private static byte[][] Bytes(params string[] texts) => Array.ConvertAll(texts, Encoding.UTF8.GetBytes);
}
