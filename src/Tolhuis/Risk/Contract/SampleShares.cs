// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Runtime.CompilerServices;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Risk.Contract;

/// <summary>Share of the random sample for one process and area: lines per million, and where it is written.</summary>
public sealed record SampleShare(string Process, string Area, long PerMillion, string Ground);

/// <summary>
/// The shares in force on one day (tables <c>risk.sample_shares</c> and <c>risk.enforcement_areas</c>). The process is
/// the
/// data set, the area follows from the chapter of the goods. Without a row nothing is drawn.
/// </summary>
public sealed class SampleShares
{
    private const int Chapters = 100;
    private static readonly ConditionalWeakTable<LawOfTheDay, SampleShares> OfLaw = [];
    internal static readonly SampleShare None = new("", "", 0, "");

    private readonly SampleShare[] _h1 = new SampleShare[Chapters];
    private readonly SampleShare[] _h7 = new SampleShare[Chapters];

    private SampleShares(LawOfTheDay law)
    {
        var areaByChapter = new string[Chapters];
        Array.Fill(areaByChapter, "fiscal");
        foreach (var row in law.Rows("risk.enforcement_areas"))
            areaByChapter[int.Parse(row["chapter"], System.Globalization.CultureInfo.InvariantCulture)] = row["area"];
        Fill(_h1, "H1", law, areaByChapter);
        Fill(_h7, "H7", law, areaByChapter);
    }

    public static SampleShares Of(LawOfTheDay law) => OfLaw.GetValue(law, static l => new SampleShares(l));

    public SampleShare For(DataSet process, CommodityCode code) => For(process, code.Chapter);

    /// <param name="chapter">First two digits of the commodity code.</param>
    public SampleShare For(DataSet process, int chapter) =>
        (process == DataSet.H7 ? _h7 : _h1)[Math.Clamp(chapter, 0, Chapters - 1)];

    private static void Fill(SampleShare[] shares, string process, LawOfTheDay law, string[] areaByChapter)
    {
        var byArea = new Dictionary<string, SampleShare>(StringComparer.Ordinal);
        foreach (var row in law.Rows("risk.sample_shares").Where(row => row["process"] == process))
        {
            var perMillion = long.Parse(row["share_per_million"], System.Globalization.CultureInfo.InvariantCulture);
            byArea[row["area"]] = new SampleShare(process, row["area"], perMillion, row["ground"]);
        }

        for (var chapter = 0; chapter < Chapters; chapter++)
            shares[chapter] = byArea.GetValueOrDefault(areaByChapter[chapter]) ?? None;
    }
}
