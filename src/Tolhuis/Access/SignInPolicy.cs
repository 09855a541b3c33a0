// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;

namespace Tolhuis.Access;

/// <summary>
/// How strict signing in is, as dated data (Law/sign_in_policy.csv): a change is a new row with its own first day.
/// </summary>
internal sealed record SignInPolicy(
    DateOnly ValidFrom,
    DateOnly? ValidUntil,
    int MaxFailures,
    TimeSpan Lock,
    TimeSpan Session,
    TimeSpan FirstToken,
    int PasswordMinLength,
    TimeSpan TraderCode)
{
    /// <summary>Longer passwords would only cost hashing time.</summary>
    public const int PasswordMaxLength = 256;

    private static readonly Lazy<SignInPolicy[]> All = new(Load);

    public static SignInPolicy On(DateOnly day) =>
        Array.Find(All.Value, p => day >= p.ValidFrom && (p.ValidUntil is not { } until || day < until))
        ?? throw new InvalidOperationException($"No sign-in policy holds on {day:yyyy-MM-dd}.");

    private static SignInPolicy[] Load()
    {
        var type = typeof(SignInPolicy);
        using var stream = type.Assembly.GetManifestResourceStream("Tolhuis.Access.Law.sign_in_policy.csv")
            ?? throw new InvalidOperationException("sign_in_policy.csv is not in the program.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Parse)];
    }

    private static SignInPolicy Parse(string row)
    {
        var cells = row.Split(',');
        return new SignInPolicy(
            DateOnly.Parse(cells[0], CultureInfo.InvariantCulture),
            cells[1].Length == 0 ? null : DateOnly.Parse(cells[1], CultureInfo.InvariantCulture),
            Bounded(cells[2], 3, 10),
            TimeSpan.FromMinutes(Bounded(cells[3], 1, 1_440)),
            TimeSpan.FromHours(Bounded(cells[4], 1, 24)),
            TimeSpan.FromMinutes(Bounded(cells[5], 5, 10_080)),
            Bounded(cells[6], 12, 64),
            TimeSpan.FromMinutes(Bounded(cells[7], 60, 20_160)));
    }

    // A typing error in the data must not switch the protection off.
    private static int Bounded(string cell, int least, int most)
    {
        var value = int.Parse(cell, CultureInfo.InvariantCulture);
        return value >= least && value <= most
            ? value
            : throw new InvalidOperationException($"sign_in_policy.csv: {value} lies outside {least} to {most}.");
    }
}
