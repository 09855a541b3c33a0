// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tolhuis.Simulator.Life;

/// <summary>The messages of <see cref="FollowUpMessages"/> as JSON, for who lodged in JSON.</summary>
internal static partial class JsonFollowUps
{
    public static bool IsJson(ReadOnlyMemory<byte> message) => message.Span is [(byte)'{', ..];

    public static byte[] Presentation(ReadOnlyMemory<byte> original, string mrn, string lrn) =>
        Bytes(Head(original, "presentation", mrn, lrn));

    public static byte[] Invalidation(
        ReadOnlyMemory<byte> original, string mrn, string lrn, string reasonCode, string reason)
    {
        var message = Head(original, "invalidation", mrn, lrn);
        message["reason"] = Reason(reasonCode, reason);
        return Bytes(message);
    }

    public static byte[] Amended(
        ReadOnlyMemory<byte> original, string mrn, string lrn, string reasonCode, string reason,
        Func<string, string> value)
    {
        var message = Anew(original, mrn, lrn, reasonCode, reason);
        var item = message["goodsShipment"]!["goodsItem"]![0]!;
        if (item["intrinsicValue"] is { } intrinsic)
            intrinsic["amount"] = value(intrinsic["amount"]!.ToString());
        else
            item["itemAmountInvoiced"] = value(item["itemAmountInvoiced"]!.ToString());
        return Bytes(message);
    }

    private static JsonObject Anew(
        ReadOnlyMemory<byte> original, string mrn, string lrn, string reasonCode, string reason)
    {
        var message = Read(original);
        message["messageKind"] = "amendment";
        message["lrn"] = lrn;
        message["mrn"] = mrn;
        message["reason"] = Reason(reasonCode, reason);
        return message;
    }

    public static byte[] Repayment(
        ReadOnlyMemory<byte> original, string mrn, string lrn, string taxType, string amount, char legalBasis,
        string grounds)
    {
        var message = Head(original, "repaymentOrRemission", mrn, lrn);
        var claim = new JsonObject
        {
            ["kind"] = "REP",
            ["legalBasis"] = legalBasis.ToString(),
            ["currency"] = "EUR",
            ["amount"] = amount,
            ["tax"] = new JsonArray(new JsonObject { ["type"] = taxType, ["amount"] = amount }),
            ["grounds"] = grounds,
        };
        if (message["declarant"]?["identificationNumber"] is { } holder)
            claim["holder"] = new JsonObject { ["identificationNumber"] = holder.DeepClone() };
        message["claim"] = claim;
        return Bytes(message);
    }

    private static JsonObject Head(ReadOnlyMemory<byte> original, string kind, string mrn, string lrn)
    {
        var first = Read(original);
        var message = new JsonObject { ["messageKind"] = kind, ["lrn"] = lrn, ["mrn"] = mrn };
        foreach (var name in (string[])["dataSet", "declarant"])
        {
            if (first[name] is { } same)
                message[name] = same.DeepClone();
        }

        return message;
    }

    private static JsonObject Reason(string code, string text) => new() { ["code"] = code, ["text"] = text };

    private static JsonObject Read(ReadOnlyMemory<byte> message) => JsonNode.Parse(message.Span)!.AsObject();

    private static byte[] Bytes(JsonObject message) => JsonSerializer.SerializeToUtf8Bytes(message);
}
