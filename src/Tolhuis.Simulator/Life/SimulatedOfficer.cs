// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;
using Tolhuis.Simulator.Chance;
using Tolhuis.Simulator.Messages;
using Tolhuis.Simulator.Trade;

namespace Tolhuis.Simulator.Life;

/// <summary>What was established of a goods item. The caller gives it the name that the product has for it.</summary>
public enum EstablishedKind
{
    /// <summary>Eight digits, or ten for a full declaration.</summary>
    Code,

    /// <summary>Amount, a blank, and the currency of the declaration.</summary>
    Value,

    /// <summary>Kilograms.</summary>
    GrossMass,

    /// <summary>Kilograms.</summary>
    NetMass,
    Description,
}

/// <summary>One thing established of a goods item, with a point as decimal separator.</summary>
public sealed record EstablishedValue(int Item, EstablishedKind Kind, string Value);

/// <summary>A declared line as the officer has it before him.</summary>
/// <param name="IsFull">A full declaration (H1), not one for parcels (H7).</param>
/// <param name="Cents">Declared value in hundredths of its currency.</param>
/// <param name="GrossMass">Millionths of a kilogram, as is the net mass; 0 if not declared.</param>
public sealed record LookedAtLine(
    string Lrn, int Item, bool IsFull, long Cents, string Currency, long GrossMass, long NetMass, string Description);

/// <summary>What a simulated officer found.</summary>
/// <param name="Outcome">in-order, not-in-order or not-possible.</param>
/// <param name="Error">value, classification, description, quantity or prohibited; empty if nothing is wrong.</param>
/// <param name="Told">For the declarant, in Dutch; empty if nothing is asked of him.</param>
/// <param name="Note">For the house, in Dutch.</param>
public sealed record SimulatedFinding(
    string Outcome, string Error, string Method, string Told, string Note, IReadOnlyList<EstablishedValue> Established);

/// <summary>
/// Looks at a line of which the simulation knows the truth, and finds what is there to be found: what a planted
/// mechanism did, at the true value or code. Depends on the LRN and the item alone, so that the same traffic gets the
/// same findings.
/// </summary>
public static class SimulatedOfficer
{
    private const string Simulated = "Gesimuleerd: ";

    // Per million: the goods are gone, the documents do not come.
    private const int NotPossible = 25_000;
    private static readonly ProductCatalogue Catalogue = ProductCatalogue.Read();

    /// <param name="truth">All that is true about the message; a line without a row is honest.</param>
    public static SimulatedFinding Look(LookedAtLine line, IReadOnlyList<TruthRow> truth)
    {
        var chance = new ChanceStream(StableNumber.Of(line.Lrn), 11, line.Item);
        if (chance.Below(1_000_000) < NotPossible)
        {
            return new SimulatedFinding(
                "not-possible", "", "goods", "", Simulated + "de goederen waren niet meer beschikbaar.", []);
        }

        // What is planted in a whole message (a split order, another's IOSS number) does not show in one line.
        var row = truth.FirstOrDefault(one => one.Item == line.Item);
        return row?.Mechanism switch
        {
            "undervaluation" => Value(line, row),
            "wrong-code" => Code(line, row, "classification"),
            "false-description" => Code(line, row, "description"),
            "hidden-restricted-goods" => Code(line, row, "prohibited"),
            "vague-description" => Description(line, row),
            "wrong-mass" => Mass(line, row),
            "restricted-goods" => InOrder("documents", "vergunning getoond; goederen zoals aangegeven."),
            _ => InOrder(chance.Happens(400_000) ? "goods" : "documents", "zoals aangegeven."),
        };
    }

    private static SimulatedFinding InOrder(string method, string note) =>
        new("in-order", "", method, "", Simulated + note, []);

    private static SimulatedFinding Value(LookedAtLine line, TruthRow row)
    {
        var cents = Currency.Of(line.Currency).FromEuro(row.TrueValueEuroCents);
        if (cents <= line.Cents)
            return InOrder("documents", "zoals aangegeven.");
        var value = $"{Decimal(cents, 100)} {line.Currency}";
        return new SimulatedFinding(
            "not-in-order", "value", "documents",
            $"{Simulated}volgens de factuur van de verkoper is voor artikel {line.Item} {value} betaald.",
            Simulated + row.Note, [new(line.Item, EstablishedKind.Value, value)]);
    }

    private static SimulatedFinding Code(LookedAtLine line, TruthRow row, string error)
    {
        if (ProductOf(row.TrueCode) is not { } product)
            return InOrder("goods", "zoals aangegeven.");
        var code = row.TrueCode + Ascii(product.Cn) + (line.IsFull ? Ascii(product.Taric) : "");
        var description = DescriptionOf(product, line);
        List<EstablishedValue> established = [new(line.Item, EstablishedKind.Code, code)];
        if (error != "classification")
            established.Add(new(line.Item, EstablishedKind.Description, description));
        return new SimulatedFinding(
            "not-in-order", error, "goods",
            $"{Simulated}artikel {line.Item} is bij onderzoek: {description}. Daarbij hoort code {code}.",
            Simulated + (row.Note.Length > 0 ? row.Note : row.Mechanism), established);
    }

    private static SimulatedFinding Description(LookedAtLine line, TruthRow row)
    {
        if (ProductOf(row.TrueCode) is not { } product)
            return InOrder("goods", "zoals aangegeven.");
        var description = DescriptionOf(product, line);
        return new SimulatedFinding(
            "not-in-order", "description", "goods",
            $"{Simulated}'{line.Description}' zegt niet wat het is. Artikel {line.Item} is: {description}.",
            Simulated + "vage omschrijving", [new(line.Item, EstablishedKind.Description, description)]);
    }

    private static SimulatedFinding Mass(LookedAtLine line, TruthRow row)
    {
        var factor = row.Note.Length > 0 ? row.Note[^1] - '0' : 0;
        if (factor is < 2 or > 9)
            return InOrder("goods", "zoals aangegeven.");
        var isTooHeavy = row.Note.StartsWith("mass times", StringComparison.Ordinal);
        long True(long declared) => isTooHeavy ? Math.Max(1, declared / factor) : declared * factor;
        var gross = Kilograms(True(line.GrossMass));
        List<EstablishedValue> established = [new(line.Item, EstablishedKind.GrossMass, gross)];
        if (line.NetMass > 0)
            established.Add(new(line.Item, EstablishedKind.NetMass, Kilograms(True(line.NetMass))));
        return new SimulatedFinding(
            "not-in-order", "quantity", "goods",
            $"{Simulated}artikel {line.Item} weegt {gross} kg.", Simulated + row.Note, established);
    }

    private static string DescriptionOf(Product product, LookedAtLine line)
    {
        var sink = new ByteSink(128);
        product.Describe(sink, new ChanceStream(StableNumber.Of(line.Lrn), 12, line.Item));
        return Encoding.UTF8.GetString(sink.Written);
    }

    private static Product? ProductOf(string heading) =>
        Catalogue.Free.Concat(Catalogue.Restricted).FirstOrDefault(product => Ascii(product.Hs6) == heading);

    private static string Ascii(byte[] text) => Encoding.ASCII.GetString(text);

    private static string Kilograms(long millionths) => Decimal(millionths, 1_000_000);

    private static string Decimal(long amount, decimal unit) =>
        (amount / unit).ToString("0.######", CultureInfo.InvariantCulture);
}
