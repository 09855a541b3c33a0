// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Simulator.Chance;
using Tolhuis.Simulator.Messages;
using Tolhuis.Simulator.Traffic;

namespace Tolhuis.Simulator.Trade;

/// <summary>What a party in the register does.</summary>
internal enum PartyKind : byte
{
    Platform,
    Courier,
    WebShop,
    Post,
    Trader,
    Broker,
}

/// <summary>A party with a number: declarant or representative.</summary>
internal sealed record RegisteredParty(byte[] Eori, string Name, PartyKind Kind)
{
    public string KindCode => Kind switch
    {
        PartyKind.Platform => "platform",
        PartyKind.Courier => "courier",
        PartyKind.WebShop => "web-shop",
        PartyKind.Post => "post",
        PartyKind.Trader => "trader",
        _ => "broker",
    };
}

/// <summary>Where the goods lie (16 15): the qualifier says which of the elements identifies the place.</summary>
internal sealed record Location(char Type, char Qualifier, string Identification);

/// <summary>One declarant with his share of the traffic, his sellers and the habits of his software.</summary>
internal sealed class TradingDeclarant
{
    public required int Index { get; init; }

    public required RegisteredParty Party { get; init; }

    /// <summary>Direct representative (status 2); null for a declarant who lodges himself.</summary>
    public RegisteredParty? Representative { get; init; }

    /// <summary>Three letters before each of his reference numbers; no two declarants share them.</summary>
    public required string LrnPrefix { get; init; }

    public required XmlShape Shape { get; init; }

    public required Location Location { get; init; }

    public required string TransportType { get; init; }

    /// <summary>Goods lines in a billion of all lines.</summary>
    public required int Share { get; init; }

    /// <summary>
    /// How much more or less than others his goods are affected, in thousandths: 600 careful, 1,600 careless.
    /// </summary>
    public required int Carelessness { get; init; }

    /// <summary>Empty for post, which comes from private persons.</summary>
    public Seller[] Sellers { get; init; } = [];

    public WeightedChoice? SellerChoice { get; init; }

    public bool IsH1 => Party.Kind == PartyKind.Trader;

    public Seller DrawSeller(ChanceStream chance) => Sellers[SellerChoice!.Draw(chance)];

    /// <summary>True if the mechanism happens at a message of this declarant and seller.</summary>
    public bool Happens(Mechanism mechanism, Seller seller, ChanceStream chance) =>
        chance.Below(1_000_000) < (long)seller.PerMillion[(int)mechanism] * Carelessness / 1000;

    /// <summary>Draws at most one mechanism for a goods line.</summary>
    public Mechanism DrawAtLine(Seller? seller, ChanceStream chance)
    {
        var at = chance.Below(1_000_000) * 1000L / Carelessness;
        foreach (var mechanism in Mechanisms.AtLine)
        {
            at -= seller is null ? Mechanisms.RateOf(mechanism) : seller.PerMillion[(int)mechanism];
            if (at < 0)
                return mechanism;
        }

        return Mechanism.None;
    }
}
