// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using System.Globalization;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Cli.Tariff;

/// <summary><c>tolhuis tariff calculate</c>: what one line owes, with each step in words.</summary>
internal static class CalculateCommand
{
    public static Command Create(TariffOptions options)
    {
        var code = new Argument<string>("CODE") { Description = "Commodity code of 6, 8 or 10 digits" };
        var value = new Argument<string>("VALUE") { Description = "Value with a point, e.g. 24.95" };
        var currency = TariffOptions.Text("--currency", "Three letters", "EUR");
        var freight = TariffOptions.Text("--freight", "Transport and insurance, same currency", "0");
        var origin = TariffOptions.Text("--origin", "Country of origin", "");
        var additional = new Option<string[]>("--additional") { Description = "Additional procedures, e.g. F48" };
        var preference = TariffOptions.Text("--preference", "Preference (H1)", "");
        var ioss = TariffOptions.Text("--ioss", "IOSS number", "");
        var isStandard = new Option<bool>("--h1") { Description = "A standard declaration in place of H7" };
        var facts = new LineFactOptions();
        var command = options.Asking("calculate", "Duty and VAT of one line, step by step");
        command.Arguments.Add(code);
        command.Arguments.Add(value);
        foreach (var option in (Option[])[currency, freight, origin, additional, preference, ioss, isStandard])
            command.Options.Add(option);
        facts.AddTo(command);
        command.SetAction(parsed => options.Answer(parsed, (law, answer) =>
        {
            if (!CommodityCode.TryParse(parsed.GetValue(code), out var commodity, out _))
                return answer.Wrong($"\"{parsed.GetValue(code)}\" is not a commodity code of 6, 8 or 10 digits.");
            if (!CurrencyCode.TryParse(parsed.GetValue(currency), out var unit)
                || !Money.TryParseCents(parsed.GetValue(value), out var cents)
                || !Money.TryParseCents(parsed.GetValue(freight), out var freightCents))
                return answer.Wrong("Value, freight or currency cannot be read: write amounts as 24.95.");
            CountryCode country = default;
            if (parsed.GetValue(origin) is { Length: > 0 } letters && !CountryCode.TryParse(letters, out country))
                return answer.Wrong($"\"{letters}\" is not a country of two letters.");
            IossNumber number = default;
            var hasIoss = parsed.GetValue(ioss) is { Length: > 0 };
            if (hasIoss && !IossNumber.TryParse(parsed.GetValue(ioss), out number, out _))
                return answer.Wrong($"\"{parsed.GetValue(ioss)}\" is not an IOSS number.");
            var line = new TaxableLine(
                commodity, "", country, new Money(cents, unit), new Money(freightCents, unit), 0, 0, "",
                parsed.GetValue(additional) ?? [], parsed.GetValue(preference) ?? "");
            if (facts.Fill(parsed, ref line) is { } unread)
                return answer.Wrong(unread);
            return Give(answer, law, new TaxableConsignment(
                !parsed.GetValue(isStandard), hasIoss ? number : null, null, [line]));
        }));
        return command;
    }

    private static int Give(TariffAnswer answer, LawOfTheDay law, TaxableConsignment consignment)
    {
        var taxes = new LineTax[1];
        TariffCalculator.Calculate(consignment, law, taxes);
        var steps = TariffCalculator.Explain(consignment, law)
            .Select(step => new StepAnswer(
                step.Code,
                step.AmountCents is { } cents ? (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture) : "",
                law.TextOfStep(step, answer.Language),
                step.Ground))
            .ToArray();
        var tax = taxes[0];
        return answer.GiveWithRows(
            new TaxAnswer(
                tax.IsDetermined, tax.ValueEuroCents / 100m, tax.DutyCents / 100m, tax.VatCents / 100m, steps),
            steps);
    }
}
