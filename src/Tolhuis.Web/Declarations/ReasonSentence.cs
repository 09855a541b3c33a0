// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Risk.Contract;
using Tolhuis.Tariff.Contract;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Declarations;

/// <summary>A reason to control as a sentence for the officer: what the law or the sample says of it.</summary>
public static class ReasonSentence
{
    private const string EditionWord = "edition ";

    /// <param name="law">
    /// Names the lists and areas, as they were called when it was decided; for an edition from before a name, the law
    /// that comes with the program does.
    /// </param>
    public static string Of(Language language, SelectionReason reason, LawOfTheDay law) => reason.Kind switch
    {
        SelectionKind.Mandatory =>
            language.Say(DeclarationsTexts.ReasonMandatory, reason.Boundary, ListOf(language, reason, law)),
        SelectionKind.Sample =>
            language.Say(
                DeclarationsTexts.ReasonSample, SampleOf(language, reason.Source, law), Count(language, reason.Seen),
                Count(language, reason.Boundary)),
        _ => language.Say(DeclarationsTexts.ReasonProfile, reason.Source, reason.Seen, reason.Boundary),
    };

    /// <summary>A reason in few words, for a row of a list.</summary>
    public static string Short(Language language, SelectionReason reason, LawOfTheDay law) => reason.Kind switch
    {
        SelectionKind.Mandatory => language.Say(DeclarationsTexts.ShortMandatory, ListOf(language, reason, law)),
        SelectionKind.Sample => language.Say(DeclarationsTexts.ShortSample, SampleOf(language, reason.Source, law)),
        _ => language.Say(DeclarationsTexts.ShortProfile, reason.Source, reason.Seen, reason.Boundary),
    };

    /// <summary>
    /// The version that gave the reason, in the language of the page: what is stored is <c>edition 1</c>.
    /// </summary>
    public static string VersionOf(Language language, SelectionReason reason) =>
        reason.Version.StartsWith(EditionWord, StringComparison.Ordinal)
            ? language.Say(DeclarationsTexts.EditionOnly, Count(language, reason.Version[EditionWord.Length..]))
            : reason.Version;

    private static string ListOf(Language language, SelectionReason reason, LawOfTheDay law)
    {
        var rows = RowsOf(law, "tariff.restricted_goods").Where(row => row["list"] == reason.Source).ToList();
        var row = rows.Find(r => r["code_prefix"] == reason.Boundary) ?? rows.FirstOrDefault();
        return row?.Text(language.Code) ?? language.Say(DeclarationsTexts.ReasonList, reason.Source);
    }

    // Process and area, as in H7/fiscal.
    private static string SampleOf(Language language, string source, LawOfTheDay law)
    {
        var parts = source.Split('/', 2);
        var row = parts.Length == 2 ? RowsOf(law, "risk.areas").FirstOrDefault(r => r["area"] == parts[1]) : null;
        return row is null ? source : $"{parts[0]}, {row.Text(language.Code)}";
    }

    private static IReadOnlyList<LawRow> RowsOf(LawOfTheDay law, string table) =>
        law.Rows(table) is { Count: > 0 } rows ? rows : LawEdition.BuiltIn.On(law.Day).Rows(table);

    private static string Count(Language language, string number) =>
        long.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var count) ? language.Number(count)
            : number;
}
