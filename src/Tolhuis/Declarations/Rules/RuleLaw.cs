// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Tolhuis.Declarations.Checking;
using Tolhuis.Declarations.Contract;
using Tolhuis.Declarations.Reading;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Declarations.Rules;

/// <summary>
/// What the rules need of the law of one day, read once: which rules are for which data set, the additional procedures
/// as bits, lists and limits. Immutable, shared by all threads, kept as long as the rule book itself is.
/// </summary>
internal sealed class RuleLaw
{
    /// <summary>Bit of an additional procedure that no low-value list names.</summary>
    public const ulong OtherProcedure = 1UL << 63;

    /// <summary>Set where a line gives the same additional procedure twice.</summary>
    public const ulong Repeated = 1UL << 62;

    private const int MaxProcedures = 60;
    private const string Ioss = "ioss-additional-procedure";
    private const string SpecialArrangement = "special-arrangement-additional-procedure";

    // An edition from before these lists is read as it was then, or its decisions would not replay.
    private static readonly FrozenDictionary<string, string> CodeBeforeList = new Dictionary<string, string>
    {
        [Ioss] = "F48",
        [SpecialArrangement] = "F49",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly ConditionalWeakTable<RuleBook, RuleLaw> Laws = [];

    private readonly FrozenDictionary<string, ulong> _bitByProcedure;
    private readonly Element?[] _elementByField;
    private readonly Rule[][] _rulesBySet;
    private readonly ulong[] _combinations;

    private RuleLaw(RuleBook book)
    {
        Book = book;
        var law = book.Law;
        _elementByField = new Element?[Fields.Count];
        foreach (var element in book.Elements.Where(element => element.Number.Length != 0))
            _elementByField[(int)Fields.Of(element.Number)] = element;
        _rulesBySet = new Rule[256][];
        foreach (var set in Enum.GetValues<DataSet>())
            _rulesBySet[(int)set] = [.. book.Rules.Where(rule => rule.IsFor(set))];
        _bitByProcedure = ReadProcedures(law);
        GiftBits = BitsOf(law, "gift-additional-procedure");
        DistanceSaleBits = BitsOf(law, "distance-sale-additional-procedure");
        H7Bits = BitsOf(law, "h7-additional-procedure");
        IossBits = BitsOf(law, Ioss);
        SpecialArrangementBits = BitsOf(law, SpecialArrangement);
        _combinations = [.. law.CodesOf("h7-procedure-combination").Select(row => BitsOf(row["code"]))];
        IntrinsicLimitCents = Limit(law, "intrinsic-value-limit-cents");
        GiftLimitCents = Limit(law, "gift-limit-cents");
        InvoiceToleranceCents = Limit(law, "invoice-total-tolerance-cents");
        StatisticalFactor = Limit(law, "statistical-value-factor");
        MemberStateOfImport = law.TextSetting("member-state-of-import");
        FlatDutyKey = law.TextSetting("flat-duty") == "yes" ? law.TextSetting("flat-duty-counting-key") : "";
        RequestedByProcedure = ReadPairs(law, "additional-procedure-with-procedure");
        AuthorisationsByProcedure = ReadPairs(law, "procedure-authorisation");
        ProofsByPreference = ReadPairs(law, "preference-proof");
        ModeByTransportDocument = ReadPairs(law, "transport-document-mode");
    }

    public RuleBook Book { get; }

    /// <summary>Bits of the additional procedures of the list of that name on this day.</summary>
    public ulong GiftBits { get; }

    public ulong DistanceSaleBits { get; }
    public ulong H7Bits { get; }
    public ulong IossBits { get; }
    public ulong SpecialArrangementBits { get; }

    /// <summary>A limit of this day; null without a row: then there is none.</summary>
    public long? IntrinsicLimitCents { get; }

    public long? GiftLimitCents { get; }
    public long? InvoiceToleranceCents { get; }
    public long? StatisticalFactor { get; }

    /// <summary>Country code of the Member State whose customs authority this is; empty without a row.</summary>
    public string MemberStateOfImport { get; }

    /// <summary>Counting key of the flat duty; empty on days without it.</summary>
    public string FlatDutyKey { get; }

    /// <summary>Second parts of the codes <c>A+B</c> of a list, by first part.</summary>
    public FrozenDictionary<string, string[]> RequestedByProcedure { get; }

    public FrozenDictionary<string, string[]> AuthorisationsByProcedure { get; }
    public FrozenDictionary<string, string[]> ProofsByPreference { get; }
    public FrozenDictionary<string, string[]> ModeByTransportDocument { get; }

    public static RuleLaw Of(RuleBook book) => Laws.GetValue(book, static its => new RuleLaw(its));

    /// <summary>The rules in force on this day that are for a data set, in the order of their problems.</summary>
    public ReadOnlySpan<Rule> RulesFor(DataSet dataSet) => _rulesBySet[(int)dataSet];

    /// <summary>The element of a field; null only if an edition's table leaves it out.</summary>
    public Element? ElementOf(Field field) => _elementByField[(int)field];

    /// <summary>The additional procedures of a line as bits.</summary>
    public ulong BitsOf(IReadOnlyList<string> procedures)
    {
        ulong bits = 0;
        for (var i = 0; i < procedures.Count; i++)
        {
            if (!_bitByProcedure.TryGetValue(procedures[i], out var bit))
                bits |= OtherProcedure;
            else
                bits |= (bits & bit) == 0 ? bit : Repeated;
        }

        return bits;
    }

    /// <summary>True if an H7 can have these together, or the law has no table of combinations.</summary>
    public bool IsCombination(ulong bits) => _combinations.Length == 0 || _combinations.AsSpan().Contains(bits);

    private static FrozenDictionary<string, ulong> ReadProcedures(LawOfTheDay law)
    {
        string[] lists =
        [
            "h7-additional-procedure", "gift-additional-procedure", "distance-sale-additional-procedure",
            Ioss, SpecialArrangement,
        ];
        var codes = lists.SelectMany(list => CodesOf(law, list))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        if (codes.Length > MaxProcedures)
            throw new InvalidDataException($"More than {MaxProcedures} additional procedures in the low-value lists.");
        return codes.Index().ToFrozenDictionary(code => code.Item, code => 1UL << code.Index, StringComparer.Ordinal);
    }

    private ulong BitsOf(LawOfTheDay law, string list) =>
        CodesOf(law, list).Aggregate(0UL, (bits, code) => bits | _bitByProcedure[code]);

    // A list of the edition that is empty on this day is no list from before.
    private static IEnumerable<string> CodesOf(LawOfTheDay law, string list) =>
        CodeBeforeList.TryGetValue(list, out var before) && !law.Source.HasList(list)
            ? [before]
            : law.CodesOf(list).Select(row => row["code"]);

    private ulong BitsOf(string combination) => BitsOf(combination.Split('+'));

    private static long? Limit(LawOfTheDay law, string setting) =>
        law.TryGetSetting(setting, out var value) ? value : null;

    private static FrozenDictionary<string, string[]> ReadPairs(LawOfTheDay law, string list) => law.CodesOf(list)
        .Select(row => row["code"].Split('+', 2))
        .Where(pair => pair.Length == 2)
        .GroupBy(pair => pair[0], pair => pair[1], StringComparer.Ordinal)
        .ToFrozenDictionary(pairs => pairs.Key, pairs => pairs.ToArray(), StringComparer.Ordinal);
}
