// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Xml.Linq;

namespace Tolhuis.Simulator.Life;

/// <summary>The correction that customs asked for: the declaration again, with what was established.</summary>
internal static partial class FollowUpMessages
{
    public const string CorrectionReason = "5";
    public const string CorrectionWords = "As customs asked";

    public static byte[] Corrected(
        ReadOnlyMemory<byte> original, string mrn, string lrn, IReadOnlyList<EstablishedValue> established)
    {
        if (JsonFollowUps.IsJson(original))
            return JsonFollowUps.Corrected(original, mrn, lrn, established);
        var declaration = Anew(original, mrn, lrn, CorrectionReason, CorrectionWords);
        foreach (var one in established)
            Change(declaration, ItemOf(declaration, one.Item), one);
        return Bytes(declaration);
    }

    /// <summary>Declared value of an item, in its currency.</summary>
    public static decimal ValueOf(ReadOnlyMemory<byte> original, int item) => JsonFollowUps.IsJson(original)
        ? JsonFollowUps.ValueOf(original, item)
        : Number(ItemOf(Original(original), item).Descendants(Wco + "ItemChargeAmount").First());

    private static XElement ItemOf(XElement declaration, int item) => declaration
        .Descendants(Wco + "GovernmentAgencyGoodsItem")
        .First(one => one.Element(Wco + "SequenceNumeric")!.Value == item.ToString(CultureInfo.InvariantCulture));

    private static void Change(XElement declaration, XElement item, EstablishedValue established)
    {
        var commodity = item.Element(Wco + "Commodity")!;
        switch (established.Kind)
        {
            case EstablishedKind.Value:
                ChangeValue(declaration, item, Amount(established.Value));
                break;
            case EstablishedKind.Code:
                ChangeCode(commodity, established.Value);
                break;
            case EstablishedKind.Description:
                commodity.Element(Wco + "Description")!.Value = established.Value;
                break;
            case EstablishedKind.NetMass:
                commodity.Descendants(Wco + "NetNetWeightMeasure").First().Value = established.Value;
                break;
            default:
                var mass = commodity.Descendants(Wco + "GrossMassMeasure").First();
                var total = declaration.Element(Wco + "GoodsShipment")!.Element(Wco + "GoodsMeasure")
                    ?.Element(Wco + "GrossMassMeasure");
                AddTo(total, Amount(established.Value) - Number(mass));
                mass.Value = established.Value;
                break;
        }
    }

    // What follows from a value is changed with it: the total of the invoice, and the statistical value in proportion.
    private static void ChangeValue(XElement declaration, XElement item, decimal value)
    {
        var charge = item.Descendants(Wco + "ItemChargeAmount").First();
        var before = Number(charge);
        AddTo(declaration.Element(Wco + "InvoiceAmount"), value - before);
        if (item.Element(Wco + "StatisticalValueAmount") is { } statistical && before > 0)
            statistical.Value = Text(Math.Round(Number(statistical) * value / before, 2));
        charge.Value = Text(value);
    }

    private static void ChangeCode(XElement commodity, string code)
    {
        foreach (var part in commodity.Elements(Wco + "Classification"))
        {
            var digits = part.Element(Wco + "IdentificationTypeCode")?.Value switch
            {
                "HS" => code[..6],
                "CN" => code[6..8],
                "TRC" when code.Length == 10 => code[8..],
                _ => null,
            };
            if (digits is not null)
                part.Element(Wco + "ID")!.Value = digits;
        }
    }

    private static void AddTo(XElement? total, decimal more)
    {
        if (total is not null)
            total.Value = Text(Number(total) + more);
    }

    private static decimal Number(XElement element) => decimal.Parse(element.Value, CultureInfo.InvariantCulture);

    /// <summary>The number of a value without its currency.</summary>
    public static decimal Amount(string value) =>
        decimal.Parse(value.Split(' ')[0], CultureInfo.InvariantCulture);

    public static string Text(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
