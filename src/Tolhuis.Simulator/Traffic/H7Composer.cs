// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Simulator.Chance;
using Tolhuis.Simulator.Trade;

namespace Tolhuis.Simulator.Traffic;

/// <summary>
/// Composes super-reduced declarations: parcels of web shops, and gifts and purchases by post. An order may be spread
/// over several parcels of the same day; honest people do so too, but only dishonest ones to stay below the limit of
/// EUR 150.
/// </summary>
internal sealed class H7Composer(TradeWorld world, TradingDeclarant declarant, ChanceStream chance)
{
    /// <summary>Below EUR 150 by more than exchange rates differ between our table and that of customs.</summary>
    private const int MostEuroCents = 13_200;

    private const int MostGiftCents = 4_000;

    /// <summary>Orders per million that an honest shop packs into two parcels.</summary>
    private const int HonestSecondParcels = 8_000;

    private static readonly DateOnly EndOfRelief = new(2026, 7, 1);
    private static readonly WeightedChoice LineCounts = new([50, 25, 12, 6, 4, 2, 1]);
    private static readonly WeightedChoice PostLineCounts = new([65, 22, 13]);
    private static readonly byte[] C07 = "C07"u8.ToArray();
    private static readonly byte[] C08 = "C08"u8.ToArray();
    private static readonly byte[] F48 = "F48"u8.ToArray();
    private static readonly byte[] F49 = "F49"u8.ToArray();
    private static readonly byte[] F53 = "F53"u8.ToArray();

    private readonly GoodsPlanter _planter = new(world.Catalogue);
    private readonly Queue<Parcel> _parcels = new();
    private int _orders;

    /// <summary>Parcels of orders already begun; each will be one message of one line.</summary>
    public int ParcelsWaiting => _parcels.Count;

    /// <summary>Composes one message of at most <paramref name="mostLines"/> lines.</summary>
    public void Compose(Consignment consignment, long mostLines)
    {
        consignment.Clear();
        consignment.Declarant = declarant;
        consignment.TransportNumber = chance.Between(0, 1_999_999_999) * 5L;
        if (declarant.Party.Kind == PartyKind.Post)
            ComposePost(consignment, mostLines);
        else if (_parcels.Count > 0 && (mostLines < 1 || chance.Happens(400_000)))
            ComposeParcel(consignment, _parcels.Dequeue());
        else
            ComposeOrder(consignment, mostLines);
    }

    private void ComposeOrder(Consignment consignment, long mostLines)
    {
        var seller = declarant.DrawSeller(chance);
        consignment.Consignee = chance.Below(Consignees.Count);
        if (mostLines >= 4 && declarant.Happens(Mechanism.Splitting, seller, chance))
        {
            BeginSplitOrder(consignment.Consignee, seller);
            ComposeParcel(consignment, _parcels.Dequeue());
            return;
        }

        Begin(consignment, seller);
        var lines = (int)Math.Min(1 + LineCounts.Draw(chance), mostLines);
        var left = (long)MostEuroCents;
        for (var i = lines; i > 0; i--)
        {
            var line = consignment.AddLine();
            var mechanism = declarant.DrawAtLine(seller, chance);
            var product = chance.Pick(seller.Products);
            _planter.Fill(line, product, mechanism, consignment.Currency, left - (i - 1) * 300, chance);
            left -= line.TrueEuroCents;
        }

        AddFreight(consignment);
        if (mostLines - lines >= 4 && chance.Happens(HonestSecondParcels))
        {
            var small = chance.Pick(world.Catalogue.Cheap);
            _parcels.Enqueue(new Parcel(consignment.Consignee, seller, small, 1, Mechanism.None, ""));
        }
    }

    // Two to four parcels of EUR 76 to 130 each: every one below the limit, the order above it.
    private void BeginSplitOrder(int consignee, Seller seller)
    {
        var parcels = chance.Between(2, 4);
        _orders++;
        for (var i = 1; i <= parcels; i++)
        {
            var product = chance.Pick(seller.Products);
            var pieces = (int)Math.Max(1, 7_600 / product.MedianCents);
            var note = FormattableString.Invariant($"order {declarant.LrnPrefix}{_orders} parcel {i} of {parcels}");
            _parcels.Enqueue(new Parcel(consignee, seller, product, pieces, Mechanism.Splitting, note));
        }
    }

    private void ComposeParcel(Consignment consignment, Parcel parcel)
    {
        consignment.Consignee = parcel.Consignee;
        Begin(consignment, parcel.Seller);
        consignment.Mechanism = parcel.Mechanism;
        consignment.Note = parcel.Note;
        var line = consignment.AddLine();
        _planter.Fill(line, parcel.Product, Mechanism.None, consignment.Currency, long.MaxValue, parcel.Pieces, chance);
        if (parcel.Mechanism == Mechanism.Splitting)
        {
            line.TrueEuroCents = Math.Clamp(line.TrueEuroCents, 7_600, 13_000);
            line.Cents = consignment.Currency.FromEuro(line.TrueEuroCents);
        }

        AddFreight(consignment);
    }

    private void Begin(Consignment consignment, Seller seller)
    {
        consignment.Sender = seller.Address;
        consignment.Currency = seller.DrawCurrency(chance);
        if (chance.Happens(330_000))
            consignment.MasterNumber = 10_000L * consignment.Day.DayNumber + declarant.Index * 10 + chance.Below(4);
        if (seller.Platform is { } platform)
        {
            consignment.Ioss = platform.Ioss;
            SetProcedures(consignment, F48);
            PlantIossMisuse(consignment, seller, platform);
        }
        else
        {
            SetProcedures(consignment, declarant.Party.Kind is PartyKind.Courier or PartyKind.Post ? F49 : F53);
        }
    }

    private void PlantIossMisuse(Consignment consignment, Seller seller, Platform own)
    {
        if (declarant.Happens(Mechanism.IossOfOtherPlatform, seller, chance))
        {
            var at = (Array.IndexOf(world.Platforms, own) + chance.Between(1, world.Platforms.Length - 1))
                % world.Platforms.Length;
            var other = world.Platforms[at];
            consignment.Ioss = other.Ioss;
            consignment.Mechanism = Mechanism.IossOfOtherPlatform;
            consignment.Note = $"seller belongs to {System.Text.Encoding.ASCII.GetString(own.Ioss)}";
        }
        else if (declarant.Happens(Mechanism.IossUnknown, seller, chance))
        {
            // Numbers of platforms begin with 1 to 9 behind the country: a 0 there is in no register.
            var number = FormattableString.Invariant($"IM5280{chance.Below(1_000_000):D6}");
            consignment.Ioss = Names.Utf8(number);
            consignment.Mechanism = Mechanism.IossUnknown;
            consignment.Note = "number in no register";
        }
    }

    // Regulation 2026/382 ended the relief C07 on 1 July 2026; from then on F53 names the standard way of collecting
    // VAT.
    private static void SetProcedures(Consignment consignment, byte[] code)
    {
        if (consignment.Day >= EndOfRelief)
        {
            consignment.Additional = code;
            return;
        }

        consignment.Additional = C07;
        if (!ReferenceEquals(code, F53))
            consignment.SecondAdditional = code;
    }

    // Transport costs (14 15) are needed where customs collects the VAT; under IOSS they are given now and then.
    private void AddFreight(Consignment consignment)
    {
        if (consignment.Ioss.Length == 0 || chance.Happens(150_000))
            consignment.FreightCents = consignment.Currency.FromEuro(chance.Between(90, 650));
    }

    private void ComposePost(Consignment consignment, long mostLines)
    {
        var isGift = chance.Happens(700_000);
        var country = chance.Pick<string>(["CN", "US", "GB", "GB", "TR", "IN", "JP", "KR"]);
        consignment.Consignee = chance.Below(Consignees.Count);
        consignment.Sender = Names.Sender(chance, country);
        consignment.Currency = country switch { "GB" => Currency.Pound, "TR" => Currency.Euro, _ => Currency.Dollar };
        if (isGift)
            consignment.Additional = C08;
        else
            SetProcedures(consignment, F49);
        var lines = Math.Min(1 + PostLineCounts.Draw(chance), mostLines);
        var left = isGift ? MostGiftCents : (long)MostEuroCents;
        for (var i = lines; i > 0; i--)
        {
            var line = consignment.AddLine();
            var product = chance.Pick(chance.Pick(world.Catalogue.H7ByCategory));
            var mechanism = declarant.DrawAtLine(null, chance);
            _planter.Fill(line, product, mechanism, consignment.Currency, left - (i - 1) * 300, 1, chance);
            left -= line.TrueEuroCents;
        }

        AddFreight(consignment);
    }

    private readonly record struct Parcel(
        int Consignee, Seller Seller, Product Product, int Pieces, Mechanism Mechanism, string Note);
}
