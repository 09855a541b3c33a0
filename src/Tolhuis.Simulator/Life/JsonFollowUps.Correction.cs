// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text.Json.Nodes;

namespace Tolhuis.Simulator.Life;

/// <summary>The correction that customs asked for, in JSON.</summary>
internal static partial class JsonFollowUps
{
    public static byte[] Corrected(
        ReadOnlyMemory<byte> original, string mrn, string lrn, IReadOnlyList<EstablishedValue> established)
    {
        var message = Anew(
            original, mrn, lrn, FollowUpMessages.CorrectionReason, FollowUpMessages.CorrectionWords);
        var shipment = message["goodsShipment"]!.AsObject();
        foreach (var one in established)
            Change(shipment, ItemOf(shipment, one.Item), one);
        return Bytes(message);
    }

    public static decimal ValueOf(ReadOnlyMemory<byte> original, int item)
    {
        var declared = ItemOf(Read(original)["goodsShipment"]!.AsObject(), item);
        return Number(declared["intrinsicValue"]?["amount"] ?? declared["itemAmountInvoiced"]!);
    }

    private static JsonObject ItemOf(JsonObject shipment, int item) => shipment["goodsItem"]!.AsArray()
        .Select(one => one!.AsObject())
        .First(one => one["declarationGoodsItemNumber"]!.ToString() == item.ToString(CultureInfo.InvariantCulture));

    private static void Change(JsonObject shipment, JsonObject item, EstablishedValue established)
    {
        var commodity = item["commodity"]!.AsObject();
        switch (established.Kind)
        {
            case EstablishedKind.Value:
                ChangeValue(shipment, item, FollowUpMessages.Amount(established.Value));
                break;
            case EstablishedKind.Code:
                ChangeCode(commodity["commodityCode"]!.AsObject(), established.Value);
                break;
            case EstablishedKind.Description:
                commodity["descriptionOfGoods"] = established.Value;
                break;
            case EstablishedKind.NetMass:
                commodity["goodsMeasure"]!["netMass"] = established.Value;
                break;
            default:
                var measure = commodity["goodsMeasure"]!;
                var more = FollowUpMessages.Amount(established.Value) - Number(measure["grossMass"]!);
                AddTo(shipment, "grossMass", more);
                measure["grossMass"] = established.Value;
                break;
        }
    }

    private static void ChangeValue(JsonObject shipment, JsonObject item, decimal value)
    {
        if (item["intrinsicValue"] is { } intrinsic)
        {
            intrinsic["amount"] = FollowUpMessages.Text(value);
            return;
        }

        var before = Number(item["itemAmountInvoiced"]!);
        AddTo(shipment, "totalAmountInvoiced", value - before);
        if (item["statisticalValue"] is { } statistical && before > 0)
            item["statisticalValue"] = FollowUpMessages.Text(Math.Round(Number(statistical) * value / before, 2));
        item["itemAmountInvoiced"] = FollowUpMessages.Text(value);
    }

    private static void ChangeCode(JsonObject code, string digits)
    {
        code["harmonizedSystemSubheadingCode"] = digits[..6];
        if (code.ContainsKey("combinedNomenclatureCode"))
            code["combinedNomenclatureCode"] = digits[6..8];
        if (digits.Length == 10 && code.ContainsKey("taricCode"))
            code["taricCode"] = digits[8..];
    }

    private static void AddTo(JsonObject shipment, string name, decimal more)
    {
        if (shipment[name] is { } total)
            shipment[name] = FollowUpMessages.Text(Number(total) + more);
    }

    private static decimal Number(JsonNode node) => decimal.Parse(node.ToString(), CultureInfo.InvariantCulture);
}
