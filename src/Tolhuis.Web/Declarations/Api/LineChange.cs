// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;

namespace Tolhuis.Web.Declarations.Api;

/// <summary>One thing that differs between two versions of a declaration.</summary>
/// <param name="Line">The line as it now is; null for one that is gone, or for the declaration as a whole.</param>
internal sealed record LineChange(string Pointer, LineRow? Line)
{
    private const int Most = 200;

    /// <summary>What differs, in the order of the items; at most 200.</summary>
    public static List<LineChange> Between(IReadOnlyList<LineRow> before, IReadOnlyList<LineRow> after)
    {
        var changes = new List<LineChange>();
        var beforeByItem = before.ToDictionary(line => line.Item);
        foreach (var line in after)
        {
            var item = $"/Declaration/GoodsShipment/GovernmentAgencyGoodsItem[{line.Item}]";
            if (!beforeByItem.Remove(line.Item, out var old))
                changes.Add(new LineChange(item, line));
            else
                changes.AddRange(Parts(old, line).Select(part => new LineChange(item + part, line)));
        }

        changes.AddRange(beforeByItem.Keys.Order().Select(gone => new LineChange(
            $"/Declaration/GoodsShipment/GovernmentAgencyGoodsItem[{gone}]", null)));
        return changes.Count <= Most ? changes : changes[..Most];
    }

    private static IEnumerable<string> Parts(LineRow before, LineRow after)
    {
        if (before.Code != after.Code)
            yield return "/Commodity/Classification/ID";
        if (before.Description != after.Description)
            yield return "/Commodity/Description";
        if (before.GrossMass != after.GrossMass)
            yield return "/Commodity/GoodsMeasure/GrossMassMeasure";
        if (before.NetMass != after.NetMass)
            yield return "/Commodity/GoodsMeasure/NetNetWeightMeasure";
        if (before.Value != after.Value)
            yield return "/Commodity/InvoiceLine/ItemChargeAmount";
        if (before.AdditionalProcedures != after.AdditionalProcedures)
            yield return "/GovernmentProcedure/CurrentCode";
        if (before.Country != after.Country)
            yield return "/Origin/CountryCode";
    }
}
