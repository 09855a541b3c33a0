// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Frozen;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Tariff;

/// <summary>
/// A unit of a specific duty. Net and gross mass come from the declaration, all others from the supplementary unit of
/// the commodity code; what neither gives is missing.
/// </summary>
/// <param name="Text">How it is written, e.g. <c>100 kg</c>.</param>
/// <param name="Of">Code of the quantity it counts (list 6411), e.g. <c>KGM</c>.</param>
/// <param name="Size">So many of that quantity are one unit: 100 for 100 kg. Divides 1,000.</param>
internal sealed record DutyUnit(string Text, string Of, int Size)
{
    private const string NetMass = "KGM";
    private const string GrossMass = "KGMG";

    private static readonly FrozenDictionary<string, DutyUnit> ByWord = MakeWords();

    // A supplementary unit that counts the same in larger lots.
    private static readonly FrozenDictionary<string, (string Of, int Times)> Lots =
        new Dictionary<string, (string, int)>(StringComparer.Ordinal)
        {
            ["CEN"] = ("NAR", 100),
            ["MIL"] = ("NAR", 1000),
            ["MPR"] = ("NPR", 1000),
            ["HLT"] = ("LTR", 100),
            ["KLT"] = ("LTR", 1000),
            ["HMT"] = ("MTR", 100),
            ["KMT"] = ("MTR", 1000),
            ["DTN"] = (NetMass, 100),
            ["TNE"] = (NetMass, 1000),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Finds a unit by its words or its code; blanks, strokes, commas and points do not matter.</summary>
    public static DutyUnit? Find(ReadOnlySpan<char> words)
    {
        Span<char> key = stackalloc char[40];
        var length = 0;
        foreach (var c in words)
        {
            if (c is ' ' or '/' or ',' or '.')
                continue;
            if (length == key.Length)
                return null;
            key[length++] = char.ToLowerInvariant(c);
        }

        return ByWord.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key[..length], out var unit) ? unit : null;
    }

    /// <summary>True for what can be a code of list 6411 with its qualifier.</summary>
    public static bool IsUnitCode(string text) => text.Length is 3 or 4 && text.All(char.IsAsciiLetterUpper);

    /// <summary>The quantity declared, in millionths of <see cref="Of"/>; false where there is none.</summary>
    public bool TryQuantity(in DutyQuantities quantities, out Int128 millionths)
    {
        millionths = Of switch
        {
            NetMass => quantities.NetMass,
            GrossMass => quantities.GrossMass,
            _ => 0,
        };
        if (millionths > 0)
            return true;
        if (quantities.SupplementaryUnits <= 0 || quantities.SupplementaryUnit.Length == 0)
            return false;
        var times = 1;
        var counted = quantities.SupplementaryUnit;
        if (counted != Of && Lots.TryGetValue(counted, out var lot))
            (counted, times) = lot;
        millionths = counted == Of ? (Int128)quantities.SupplementaryUnits * times : 0;
        return millionths > 0;
    }

    private static FrozenDictionary<string, DutyUnit> MakeWords()
    {
        var words = new Dictionary<string, DutyUnit>(StringComparer.Ordinal);
        Add(new("kg", NetMass, 1), "kgm", "kgnet");
        Add(new("100 kg", NetMass, 100), "dtn", "100kgnet", "100kgm");
        Add(new("tonne", NetMass, 1000), "tne", "t", "1000kg", "1000kgnet");
        Add(new("100 kg / gross", GrossMass, 100), "dtng", "100kgbr", "100kgbrut");
        Add(new("kg / gross", GrossMass, 1), "kgmg");
        Add(new("item", "NAR", 1), "nar", "p/st", "pst", "items");
        Add(new("100 items", "NAR", 100), "cen", "100pst");
        Add(new("1000 items", "NAR", 1000), "mil", "1000pst");
        Add(new("pair", "NPR", 1), "npr", "pa");
        Add(new("l", "LTR", 1), "ltr");
        Add(new("hl", "LTR", 100), "hlt", "100l");
        Add(new("1000 l", "LTR", 1000), "klt");
        Add(new("m", "MTR", 1), "mtr");
        Add(new("100 m", "MTR", 100), "hmt");
        Add(new("m2", "MTK", 1), "mtk");
        Add(new("m3", "MTQ", 1), "mtq");
        Add(new("1000 m3", "MTQ", 1000), "mtqc");
        Add(new("% vol / hl", "ASVX", 1), "asvx");
        Add(new("100 kg / net drained wt", "DTNE", 1), "dtne", "100kgeda", "100kgneteda");
        Add(new("100 kg / net dry", "DTNM", 1), "dtnm");
        Add(new("100 kg / std qual", "DTNR", 1), "dtnr");
        Add(new("100 kg / raw sugar", "DTNS", 1), "dtns");
        Add(new("100 kg / net / % sacchar.", "DTNZ", 1), "dtnz");
        Add(new("kg / lactic matter", "KGMP", 1), "kgmp");
        Add(new("kg / dry lactic matter", "KGMT", 1), "kgmt");
        Add(new("kg / tot alc", "KGMA", 1), "kgma");
        Add(new("carat", "CTM", 1), "ctm");
        Add(new("g", "GRM", 1), "grm");
        Add(new("l / pure alcohol", "LPA", 1), "lpa");
        foreach (var code in "CCT,GFI,KAC,KNI,KNS,KPH,KPO,KPP,KSD,KSH,KUR,MWH,NCL,TJO".Split(','))
            Add(new(code, code, 1));
        return words.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(DutyUnit unit, params ReadOnlySpan<string> others)
        {
            words.Add(Key(unit.Text), unit);
            foreach (var other in others)
                words.TryAdd(Key(other), unit);
        }
    }

    private static string Key(string words) =>
        string.Concat(words.Where(c => c is not (' ' or '/' or ',' or '.'))).ToLowerInvariant();
}
