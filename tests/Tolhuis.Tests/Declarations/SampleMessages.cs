// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using System.Xml.Linq;
using Tolhuis.Declarations.Contract;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Tests.Declarations;

/// <summary>
/// Our own messages, with invented names: complete and correct, so that a test can take one thing away.
/// </summary>
internal static class SampleMessages
{
    public static readonly XNamespace Wco = "urn:wco:datamodel:WCO:DEC-DMS:2";

    /// <summary>Before the relief ends on 1 July 2026: C07 is still there.</summary>
    public static LawOfTheDay Law { get; } = LawEdition.BuiltIn.On(new DateOnly(2026, 6, 30));

    public static LawOfTheDay LawAfterRelief { get; } = LawEdition.BuiltIn.On(new DateOnly(2026, 7, 1));

    /// <summary>H7 in the bare shape: two items, one seller, IOSS.</summary>
    public static string H7 { get; } = Read("h7.xml");

    /// <summary>The same consignment in the enveloped shape, as far as both shapes can say the same.</summary>
    public static string H7Enveloped { get; } = Read("h7-enveloped.xml");

    /// <summary>H1 in the bare shape: one item of coffee.</summary>
    public static string H1 { get; } = Read("h1.xml");

    private static string Read(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "corpus", file));

    /// <summary>Every value of a declaration in one text, so that two can be compared.</summary>
    public static string Describe(Declaration declaration) => string.Join('\n', [
        $"{declaration.DataSet} {declaration.Lrn} {declaration.AdditionalType} {declaration.Ioss} "
            + $"{declaration.TransportDocument}",
        $"{declaration.Declarant} {declaration.Representative} {declaration.RepresentativeStatus}",
        $"{declaration.Importer} {declaration.Exporter} {declaration.Freight} {declaration.GrossMass}",
        $"{declaration.Dispatch} {declaration.Destination} {declaration.LocationOfGoods} "
            + $"{declaration.PresentationOffice}",
        .. declaration.Lines.Select(line =>
            $"{line.ItemNumber} {line.Code} {line.Description} {line.Value} {line.Freight} "
            + $"{line.GrossMass} {line.NetMass} "
            + $"{line.SupplementaryUnits} {line.Packages} {line.Procedure} "
            + $"{string.Join('+', line.AdditionalProcedures)} "
            + $"{line.Origin} {line.Preference} {line.Exporter} {line.TransportDocument}"),
    ]);

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>The place that a path of local names reaches; one item by its number in brackets.</summary>
    public static XElement At(XDocument message, string path)
    {
        var at = message.Root!;
        foreach (var step in path.Split('/'))
        {
            var bracket = step.IndexOf('[', StringComparison.Ordinal);
            var name = bracket < 0 ? step : step[..bracket];
            var number = bracket < 0 ? 1
                : int.Parse(step[(bracket + 1)..^1], System.Globalization.CultureInfo.InvariantCulture);
            at = at.Elements(Wco + name).ElementAt(number - 1);
        }

        return at;
    }

    public static byte[] Bytes(XDocument message) => Utf8(message.ToString(SaveOptions.DisableFormatting));

    /// <summary>One of our messages with one thing changed.</summary>
    public static byte[] Changed(string message, string path, Action<XElement> change)
    {
        var document = XDocument.Parse(message);
        change(At(document, path));
        return Bytes(document);
    }
}
