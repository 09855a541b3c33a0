// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;

namespace Tolhuis.Web.Site;

/// <summary>
/// The parcel of the tour: one simulated message about one pair of boots. Only what the law of the day asks is another:
/// until 1 July 2026 the declarant names the relief for low value, from then on there is none to name.
/// </summary>
public static class TourParcel
{
    /// <summary>Additional procedure until the relief ended (Regulation (EU) 2026/382).</summary>
    public const string Before = "C07";

    /// <summary>Additional procedure since then: VAT is collected in the standard way.</summary>
    public const string Since = "F53";

    /// <summary>Its subheading.</summary>
    public const string Heading = "640291";

    /// <summary>The last day of the old law, and the first of the new.</summary>
    public static readonly IReadOnlyList<DateOnly> Days = [new(2026, 6, 30), new(2026, 7, 1)];

    private static readonly string Template = Read();

    /// <summary>The message as it would be lodged on a day.</summary>
    public static byte[] On(DateOnly day) => Encoding.UTF8.GetBytes(
        Template.Replace("{procedure}", day < Days[1] ? Before : Since, StringComparison.Ordinal));

    private static string Read()
    {
        using var stream = typeof(TourParcel).Assembly.GetManifestResourceStream("tour/parcel.xml")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
