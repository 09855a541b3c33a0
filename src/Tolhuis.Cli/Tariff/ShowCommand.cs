// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using System.Globalization;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;
using Tolhuis.Web.Platform;
using Tolhuis.Web.Tariff;

namespace Tolhuis.Cli.Tariff;

/// <summary><c>tolhuis tariff show</c>: what holds for a commodity code on a day, and what changes next.</summary>
internal static class ShowCommand
{
    public static Command Create(TariffOptions options)
    {
        var code = new Argument<string>("CODE") { Description = "Commodity code of 6, 8 or 10 digits" };
        var origin = TariffOptions.Text("--origin", "Country of origin, two letters", "");
        var command = options.Asking("show", "What the law says of a commodity code, and what changes next");
        command.Arguments.Add(code);
        command.Options.Add(origin);
        command.SetAction(parsed => options.AnswerOfEdition(parsed, (edition, day, answer) =>
        {
            var text = (parsed.GetValue(code) ?? "").Replace(" ", "", StringComparison.Ordinal);
            if (!CommodityCode.TryParse(text, out var commodity, out _))
                return answer.Wrong(
                    $"\"{text}\" is geen goederencode van 6, 8 of 10 cijfers.",
                    $"\"{text}\" is not a commodity code of 6, 8 or 10 digits.");
            CountryCode country = default;
            if (parsed.GetValue(origin) is { Length: > 0 } letters && !CountryCode.TryParse(letters, out country))
                return answer.Wrong(
                    $"\"{letters}\" is geen land van twee letters.", $"\"{letters}\" is not a country of two letters.");
            var law = CommodityLaw.Of(edition, day, commodity, country);
            return answer.Give(CodeAnswer.Of(law, edition.On(day), answer.Language), CommodityText.Write);
        }));
        return command;
    }
}

/// <summary>Writes what the law says of a code as lines for people.</summary>
internal static class CommodityText
{
    public static void Write(CodeAnswer law, TextWriter output, string language)
    {
        string Say(string dutch, string english) => language == "nl" ? dutch : english;
        string Word(Text? words, string name) => words is null ? name : Say(words.Nl, words.En);
        string What(ChangeAnswer change)
        {
            var parts = change.What.Split(' ', 2);
            return change.Table == "tariff.settings" && parts.Length == 2
                ? $"{Word(LawNames.OfSetting(parts[0]), parts[0])} {parts[1]}"
                : change.What;
        }

        output.WriteLine(Say(
            $"{law.Code} op {law.On}, editie {law.Edition}", $"{law.Code} on {law.On}, edition {law.Edition}")
            + (law.Origin.Length == 0 ? "" : Say(", oorsprong ", ", origin ") + law.Origin));
        foreach (var step in law.Path)
            output.WriteLine($"  {step.Code,-10}  {step.Text}");
        if (law.SupplementaryUnit.Length > 0)
            output.WriteLine(Say("Bijzondere maatstaf: ", "Supplementary unit: ") + law.SupplementaryUnit);
        output.WriteLine();
        if (law.Measures.Count == 0)
            output.WriteLine(Say(
                "Geen maatregel: een medewerker stelt het recht vast.", "No measure: an officer determines the duty."));
        foreach (var measure in law.Measures)
            output.WriteLine(Line(measure, Word(TypeOf(measure), measure.Type), Say(" tot ", " until ")));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{Say("btw", "VAT"),-24}{law.VatPercent:0.##} %  {law.VatGround}"));
        if (law.FlatDuty is { } flat)
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{Say("vast recht", "flat duty"),-24}{flat.Euro:0.00} EUR ({flat.CountingKey})  {flat.Ground}"));
        foreach (var list in law.Restrictions.Concat(law.Lists))
            output.WriteLine($"{Word(LawNames.OfGoods(list.List), list.List),-24}{list.Text}  {list.Ground}");
        if (law.Below.Count > 0)
            output.WriteLine("\n" + Say("Onder deze code:", "Below this code:"));
        foreach (var below in law.Below)
            output.WriteLine($"  {below.Code,-10}  {below.Duty,-12}  {below.Text}".TrimEnd());
        output.WriteLine();
        output.WriteLine(law.Changes.Count == 0
            ? Say("Er is geen wijziging bekend.", "No change is known.")
            : Say("Wat er verandert:", "What changes:"));
        foreach (var change in law.Changes)
        {
            var does = change.Begins ? Say("begint ", "begins ") : Say("eindigt", "ends   ");
            var table = Word(TariffTexts.OfTable(change.Table), change.Table);
            output.WriteLine($"  {change.On}  {does}  {table}: {What(change)}");
        }
    }

    private static Text? TypeOf(MeasureAnswer measure) =>
        MeasureTypes.TryParse(measure.Type, out var type) ? TariffTexts.Of(type) : null;

    private static string Line(MeasureAnswer measure, string type, string until)
    {
        var what = type + (measure.Origin.Length == 0 ? "" : " " + measure.Origin)
            + (measure.OrderNumber.Length == 0 ? "" : " " + measure.OrderNumber);
        var says = string.Join("  ", new[]
        {
            measure.Duty, string.Join(" | ", measure.Documents), measure.Preference,
            measure.ValidUntil.Length == 0 ? "" : until.Trim() + " " + measure.ValidUntil, measure.Ground,
        }.Where(part => part.Length > 0));
        return $"{what,-24}{measure.Code,-10}  {says}";
    }
}
