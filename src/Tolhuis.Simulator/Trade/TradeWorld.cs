// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Simulator.Chance;
using Tolhuis.Simulator.Messages;
using Tolhuis.Simulator.Traffic;

namespace Tolhuis.Simulator.Trade;

/// <summary>
/// Everybody who takes part: declarants of very unequal size, their sellers, platforms and representatives. Made from
/// the seed of the world and the shares of the plan; the seed of the traffic has no part in it.
/// </summary>
internal sealed class TradeWorld
{
    public const int WebDeclarants = 35;
    private const int Traders = 28;
    private const int Brokers = 8;
    private const int SellerCount = 5_000;
    private const int PlatformCount = 18;

    // Rank to the power of minus 1.15: the first three of 35 have half of the traffic.
    private const double ShareExponent = 1.15;

    private static readonly XmlShape Prefixed = new("ns2:"u8.ToArray(), false, false);
    private static readonly XmlShape PrefixedIndented = new("wco:"u8.ToArray(), true, false);
    private static readonly XmlShape Indented = new([], true, false);
    private static readonly XmlShape Enveloped = new([], false, true);

    private static readonly Location[] WebLocations =
    [
        new('A', 'V', "NL000396"), new('B', 'Y', "NLTST00000000731"), new('A', 'U', "NLSPL"),
        new('D', 'Z', "Vrachtweg 12"), new('A', 'V', "NL000510"), new('B', 'Y', "NLTST00000000918"),
    ];

    private readonly ChanceStream _chance;
    private readonly HashSet<string> _numbers = new(StringComparer.Ordinal);
    private readonly Seller[] _sellers;

    public TradeWorld(SimulationPlan plan)
    {
        _chance = new ChanceStream(plan.WorldSeed, 0);
        Catalogue = ProductCatalogue.Read();
        Platforms = MakePlatforms();
        Representatives = new RegisteredParty[Brokers];
        for (var i = 0; i < Brokers; i++)
            Representatives[i] = MakeParty(PartyKind.Broker, i);
        _sellers = MakeSellers();
        var declarants = new List<TradingDeclarant>();
        AddGroup(declarants, WebDeclarants, 1 - plan.H1Share - plan.PostShare, WebKindOf);
        AddGroup(declarants, 1, plan.PostShare, _ => PartyKind.Post);
        AddGroup(declarants, Traders, plan.H1Share, _ => PartyKind.Trader);
        Declarants = [.. declarants];
        ScaleToRates();
    }

    public ProductCatalogue Catalogue { get; }

    public Platform[] Platforms { get; }

    public RegisteredParty[] Representatives { get; }

    public TradingDeclarant[] Declarants { get; }

    private static char Letter(int number) => (char)('A' + number);

    private static PartyKind WebKindOf(int rank) => (rank % 3) switch
    {
        0 => PartyKind.Platform,
        1 => PartyKind.Courier,
        _ => PartyKind.WebShop,
    };

    // The small and middle-sized write in other shapes; the rate of writing is set by the large.
    private static XmlShape ShapeOf(int index) => index switch
    {
        8 or 15 => Prefixed,
        21 => PrefixedIndented,
        11 or 27 or 40 => Indented,
        13 or 24 => Enveloped,
        _ => XmlShape.Compact,
    };

    private void AddGroup(List<TradingDeclarant> all, int count, double share, Func<int, PartyKind> kindOf)
    {
        var sizes = WeightedChoice.Zipf(count, ShareExponent);
        for (var rank = 0; rank < count; rank++)
        {
            var kind = kindOf(rank);
            var part = share * sizes.ShareOf(rank);
            var isRepresented = kind is PartyKind.Platform or PartyKind.WebShop
                || kind == PartyKind.Trader && rank % 2 == 0;
            var sellers = SellersFor(kind, part);
            all.Add(new TradingDeclarant
            {
                Index = all.Count,
                Party = MakeParty(kind, all.Count),
                Representative = isRepresented ? _chance.Pick(Representatives) : null,
                LrnPrefix = $"{Letter(all.Count / 26)}{Letter(all.Count % 26)}{Letter(_chance.Below(26))}",
                Shape = ShapeOf(all.Count),
                Location = WebLocations[all.Count % WebLocations.Length],
                TransportType = kind == PartyKind.Trader && rank % 3 != 0 ? "N705" : "N740",
                Share = (int)Math.Round(part * 1_000_000_000),
                Carelessness = kind == PartyKind.Post ? 1000 : _chance.Pick([600, 1000, 1000, 1600]),
                Sellers = sellers,
                SellerChoice = sellers.Length == 0 ? null : WeightedChoice.Zipf(sellers.Length, 1.05),
            });
        }
    }

    private Seller[] SellersFor(PartyKind kind, double share)
    {
        if (kind == PartyKind.Post)
            return [];
        var count = kind == PartyKind.Trader ? _chance.Between(4, 12) : Math.Clamp((int)(share * 6_000), 60, 1_500);
        var sellers = new Seller[count];
        for (var i = 0; i < count; i++)
            sellers[i] = _chance.Pick(_sellers);
        return sellers;
    }

    private Platform[] MakePlatforms()
    {
        var states = new[] { 528, 372, 56, 276, 250, 442, 616, 724, 380 };
        var platforms = new Platform[PlatformCount];
        for (var i = 0; i < PlatformCount; i++)
        {
            var digits = 1_000_000 + i * 487_003 + _chance.Below(480_000);
            var number = FormattableString.Invariant($"IM{states[i % states.Length]:D3}{digits:D7}");
            platforms[i] = new Platform(Names.UnionCompany(_chance, "Market", "B.V."), Names.Utf8(number));
        }

        return platforms;
    }

    private RegisteredParty MakeParty(PartyKind kind, int index)
    {
        var (activity, form) = kind switch
        {
            PartyKind.Platform => ("Marketplace", "B.V."),
            PartyKind.Courier => ("Express", "N.V."),
            PartyKind.WebShop => ("Fulfilment", "B.V."),
            PartyKind.Post => ("Postal Operator", "N.V."),
            PartyKind.Trader => ("Import", "B.V."),
            _ => ("Customs Brokers", "B.V."),
        };
        return new RegisteredParty(Names.Utf8(MakeEori(index)), Names.UnionCompany(_chance, activity, form), kind);
    }

    // Some write their nine digits with three zeros before them. The digits fail the Dutch eleven test, so that no
    // number can be that of a real company.
    private string MakeEori(int index)
    {
        while (true)
        {
            var digits = FormattableString.Invariant($"{_chance.Between(1_000_000, 899_999_999):D9}");
            var sum = -(digits[8] - '0');
            for (var i = 0; i < 8; i++)
                sum += (9 - i) * (digits[i] - '0');
            if (sum % 11 != 0 && _numbers.Add(digits))
                return index % 6 == 5 ? $"NL000{digits}" : $"NL{digits}";
        }
    }

    private Seller[] MakeSellers()
    {
        var countries = new WeightedChoice([82, 5, 4, 4, 2, 2, 1]);
        string[] names = ["CN", "US", "GB", "TR", "KR", "JP", "IN"];
        var platforms = WeightedChoice.Zipf(PlatformCount, 1.0);
        var sellers = new Seller[SellerCount];
        for (var i = 0; i < SellerCount; i++)
        {
            var country = names[countries.Draw(_chance)];
            var address = Names.Company(_chance, country, i);
            var platform = _chance.Happens(800_000) ? Platforms[platforms.Draw(_chance)] : null;
            sellers[i] = new Seller(address, country, platform, MakeAssortment(), MakeHabits());
        }

        return sellers;
    }

    private Product[] MakeAssortment()
    {
        var products = new Product[_chance.Between(3, 12)];
        var main = _chance.Pick(Catalogue.H7ByCategory);
        for (var i = 0; i < products.Length; i++)
            products[i] = _chance.Pick(_chance.Happens(800_000) ? main : _chance.Pick(Catalogue.H7ByCategory));
        return products;
    }

    // 85 of 100 sellers comply nearly always, 12 have one bad habit, 3 live by one.
    private int[] MakeHabits()
    {
        var habits = new int[Mechanisms.Count];
        Array.Fill(habits, 3);
        var temper = _chance.Below(100);
        var habit = 1 + _chance.Below(Mechanisms.Count - 1);
        if (temper < 15)
            habits[habit] = temper < 3 ? 150 : 30;
        return habits;
    }

    // The weighted mean over all traffic of chance times carelessness becomes the documented rate of each mechanism.
    private void ScaleToRates()
    {
        for (var m = 1; m < Mechanisms.Count; m++)
        {
            double sum = 0, weight = 0;
            foreach (var declarant in Declarants)
            {
                for (var s = 0; s < declarant.Sellers.Length; s++)
                {
                    if (!Concerns((Mechanism)m, declarant, declarant.Sellers[s]))
                        continue;
                    var part = declarant.Share * declarant.SellerChoice!.ShareOf(s);
                    weight += part;
                    sum += part * declarant.Carelessness / 1000.0 * declarant.Sellers[s].Propensity[m];
                }
            }

            var scale = sum == 0 ? 0 : Mechanisms.RateOf((Mechanism)m) * weight / sum;
            foreach (var seller in _sellers)
                seller.PerMillion[m] = (int)Math.Min(600_000, Math.Round(scale * seller.Propensity[m]));
        }
    }

    private static bool Concerns(Mechanism mechanism, TradingDeclarant declarant, Seller seller) => mechanism switch
    {
        Mechanism.Splitting => !declarant.IsH1,
        Mechanism.IossOfOtherPlatform or Mechanism.IossUnknown => !declarant.IsH1 && seller.Platform is not null,
        _ => true,
    };
}
