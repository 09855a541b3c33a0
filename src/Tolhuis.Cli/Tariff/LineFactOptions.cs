// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Cli.Tariff;

/// <summary>The facts of a line that measures ask for: quantities, codes, documents, origin, additions.</summary>
internal sealed class LineFactOptions
{
    private const int MaxOfOption = 99;

    private readonly Option<string> _netMass = TariffOptions.Text("--net-mass", "Net mass in kg (18 01)", "");
    private readonly Option<string> _grossMass = TariffOptions.Text("--gross-mass", "Gross mass in kg (18 04)", "");
    private readonly Option<string> _units = TariffOptions.Text("--units", "Supplementary units (18 02)", "");
    private readonly Option<string> _procedure = TariffOptions.Text("--procedure", "Procedure, e.g. 4400 (11 09)", "");
    private readonly Option<string> _quota = TariffOptions.Text("--quota", "Quota order number (99 01)", "");

    private readonly Option<string> _preferentialOrigin = TariffOptions.Text(
        "--preferential-origin", "Country or group of preferential origin (16 09)", "");

    private readonly Option<string[]> _additionalCodes = new("--additional-code")
    {
        Description = "Additional codes (18 09), e.g. B999",
    };

    private readonly Option<string[]> _documents = new("--document")
    {
        Description = "Types of documents declared, e.g. N853",
    };

    private readonly Option<string[]> _additions = new("--addition")
    {
        Description = "Additions and deductions in the same currency (14 04), e.g. AK=500.00 or BA=20",
    };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])
            [_netMass, _grossMass, _units, _procedure, _quota, _preferentialOrigin, _additionalCodes, _documents,
                _additions])
            command.Options.Add(option);
    }

    /// <summary>Gives the line what is asked for it.</summary>
    /// <returns>What cannot be read, in words; null if all is.</returns>
    public string? Fill(ParseResult parsed, ref TaxableLine line)
    {
        if (!TryQuantity(parsed, _netMass, out var net) || !TryQuantity(parsed, _grossMass, out var gross)
            || !TryQuantity(parsed, _units, out var units))
            return "A quantity cannot be read: write it as 12.5, with at most six decimals.";
        var origin = parsed.GetValue(_preferentialOrigin) ?? "";
        if (origin.Length > 0 && !CountryCode.TryParse(origin, out _)
            && !(origin.Length == 4 && origin.All(char.IsAsciiDigit)))
            return $"\"{origin}\" is not a country of two letters or a group of four digits.";
        var additions = new List<ValueAddition>();
        foreach (var text in parsed.GetValue(_additions) ?? [])
        {
            if (additions.Count == MaxOfOption || text is not [_, _, '=', ..]
                || !Money.TryParseCents(text.AsSpan(3), out var cents))
                return $"\"{text}\" is not an addition or deduction: write it as AK=500.00.";
            additions.Add(new ValueAddition(text[..2], new Money(cents, line.Value.Currency)));
        }

        line = line with
        {
            NetMass = net,
            GrossMass = gross,
            SupplementaryUnits = units,
            Procedure = parsed.GetValue(_procedure) ?? "",
            QuotaOrderNumber = parsed.GetValue(_quota) ?? "",
            PreferentialOrigin = origin,
            AdditionalCodes = parsed.GetValue(_additionalCodes) ?? [],
            DocumentTypes = parsed.GetValue(_documents) ?? [],
            Additions = additions,
        };
        return null;
    }

    private static bool TryQuantity(ParseResult parsed, Option<string> option, out long millionths)
    {
        millionths = 0;
        return parsed.GetValue(option) is not { Length: > 0 } text
            || Quantity.TryParseMillionths(text, out millionths);
    }
}
