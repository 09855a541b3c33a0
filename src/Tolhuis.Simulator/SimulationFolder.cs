// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;

namespace Tolhuis.Simulator;

/// <summary>
/// Writes a simulation into a folder: zips for the product, and the truth beside them for whoever measures it.
/// </summary>
internal sealed class SimulationFolder(string folder)
{
    private const string Manifest = "manifest.json";

    public async Task<TrafficManifest> Write(
        TrafficSimulator simulator, IProgress<SimulationProgress>? progress, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        RemoveEarlier();
        var manifest = new TrafficManifest(simulator.Plan);
        await WriteParties(simulator, cancellation);
        var truth = new StreamWriter(Path("truth.csv"), append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        await using (truth)
        {
            await truth.WriteLineAsync("file,entry,lrn,item,mechanism,true_value_eur,true_code,note");
            foreach (var file in simulator.Files())
            {
                await File.WriteAllBytesAsync(Path(file.Name), file.Zip, cancellation);
                manifest.Add(file);
                foreach (var row in file.Truth)
                    await truth.WriteLineAsync(ToCsv(row));
                progress?.Report(
                    new SimulationProgress(manifest.Lines, simulator.Plan.Lines, manifest.Messages, manifest.Files));
            }
        }

        // The manifest comes last: a folder without it holds a simulation that was broken off.
        await File.WriteAllBytesAsync(Path(Manifest), manifest.ToJson(), cancellation);
        return manifest;
    }

    private static string ToCsv(TruthRow row) => string.Create(
        CultureInfo.InvariantCulture,
        $"{row.File},{row.Entry},{row.Lrn},{row.Item},{row.Mechanism},{row.TrueValueEuroCents / 100}."
        + $"{row.TrueValueEuroCents % 100:D2},{row.TrueCode},{row.Note}");

    // Only names that a simulation gives are removed, whatever else lies in the folder.
    private void RemoveEarlier()
    {
        File.Delete(Path(Manifest));
        foreach (var path in Directory.EnumerateFiles(folder, "NL*_????????T??????Z_??????.zip"))
            File.Delete(path);
    }

    private async Task WriteParties(TrafficSimulator simulator, CancellationToken cancellation)
    {
        var parties = new StringBuilder("eori,name,kind\n");
        var mandates = new StringBuilder("representative,declarant\n");
        foreach (var party in simulator.Parties)
        {
            parties.Append(CultureInfo.InvariantCulture, $"{party.Eori},{party.Name},{party.Kind}\n");
            foreach (var declarant in party.Represents)
                mandates.Append(CultureInfo.InvariantCulture, $"{party.Eori},{declarant}\n");
        }

        var platforms = new StringBuilder("ioss,name\n");
        foreach (var platform in simulator.Platforms)
            platforms.Append(CultureInfo.InvariantCulture, $"{platform.IossNumber},{platform.Name}\n");
        await File.WriteAllTextAsync(Path("parties.csv"), parties.ToString(), cancellation);
        await File.WriteAllTextAsync(Path("mandates.csv"), mandates.ToString(), cancellation);
        await File.WriteAllTextAsync(Path("ioss.csv"), platforms.ToString(), cancellation);
    }

    private string Path(string name) => System.IO.Path.Combine(folder, name);
}
