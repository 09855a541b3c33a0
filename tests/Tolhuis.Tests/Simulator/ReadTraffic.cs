// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using Tolhuis.Simulator;

namespace Tolhuis.Tests.Simulator;

/// <summary>One message as it stands in a zip, with what the truth says about it.</summary>
internal sealed record ReadMessage(SimulatedFile File, string Entry, byte[] Bytes, IReadOnlyList<TruthRow> Truth)
{
    public string BadKind =>
        Truth.FirstOrDefault(t => t.Mechanism.StartsWith("bad:", StringComparison.Ordinal))?.Mechanism[4..] ?? "";

    /// <summary>The declaration, parsed by the XML reader of the platform; throws if it is not well-formed.</summary>
    public XElement Declaration()
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit };
        using var reader = XmlReader.Create(new MemoryStream(Bytes), settings);
        var root = XDocument.Load(reader).Root!;
        return root.DescendantsAndSelf().Single(e => e.Name.LocalName == "Declaration");
    }
}

internal static class ReadTraffic
{
    public static readonly XNamespace Wco = "urn:wco:datamodel:WCO:DEC-DMS:2";

    public static IEnumerable<ReadMessage> Of(TrafficSimulator simulator)
    {
        foreach (var file in simulator.Files())
        {
            var truth = file.Truth.ToLookup(t => t.Entry);
            using var zip = new ZipArchive(new MemoryStream(file.Zip.ToArray()));
            foreach (var entry in zip.Entries)
            {
                using var bytes = new MemoryStream();
                using (var stream = entry.Open())
                    stream.CopyTo(bytes);
                yield return new ReadMessage(file, entry.Name, bytes.ToArray(), [.. truth[entry.Name]]);
            }
        }
    }

    public static IEnumerable<string> Texts(this XElement declaration, string name) =>
        declaration.Descendants(Wco + name).Select(e => e.Value);

    public static string Lrn(this XElement declaration) => declaration.Element(Wco + "FunctionalReferenceID")!.Value;

    public static bool IsH1(this XElement declaration) => declaration.Element(Wco + "ProcedureCategory")!.Value == "H1";

    public static IEnumerable<XElement> Items(this XElement declaration) =>
        declaration.Descendants(Wco + "GovernmentAgencyGoodsItem");
}
