// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Tariff.Contract;

namespace Tolhuis.Declarations.Documents;

/// <summary>A kind of content that is taken on a day.</summary>
/// <param name="Endings">Endings of names, the one that is added first.</param>
internal sealed record DocumentType(string MediaType, IReadOnlyList<string> Endings, long MaxBytes);

/// <summary>The dated rows that say which documents are taken, how long and how many.</summary>
internal static class DocumentTypes
{
    private const string Table = "declarations.document_types";
    private const string CountSetting = "documents-per-declaration";
    private const string BytesSetting = "documents-per-declaration-bytes";

    public static IReadOnlyList<DocumentType> On(LawOfTheDay law) =>
    [
        .. law.Rows(Table).Select(row => new DocumentType(
            row["media_type"], row["extension"].Split(' ', StringSplitOptions.RemoveEmptyEntries),
            row.Number("max_bytes"))),
    ];

    /// <summary>Most of one kind (<see cref="Contract.DocumentKind"/>) at one declaration.</summary>
    public static long MaxCount(LawOfTheDay law) => law.TryGetSetting(CountSetting, out var most) ? most : 0;

    /// <summary>Most bytes of one kind at one declaration, together.</summary>
    public static long MaxTotalBytes(LawOfTheDay law) => law.TryGetSetting(BytesSetting, out var most) ? most : 0;
}
