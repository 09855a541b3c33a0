// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake;

/// <summary>What a declaration is once customs determined particulars of it: its goods and what they owe.</summary>
/// <param name="Awaits">Per line: the amounts still must come from a person.</param>
/// <param name="Problems">Why it cannot be decided so; empty if it can.</param>
internal sealed record DeterminedContent(
    Declaration Declaration, LineTax[] Taxes, bool[] Awaits, IReadOnlyList<Problem> Problems);

/// <summary>
/// Puts what customs determined in the place of what was declared (UCC 101(1), 191(2)). Pure: the same content,
/// particulars and law give the same amounts, in a decision, a preview and a replay.
/// </summary>
internal static class Determined
{
    /// <summary>Most particulars of one decision.</summary>
    public const int MaxParticulars = 200;

    // A trillion euro: ten thousand lines of it still fit 64 bits.
    private const long MaxCents = 100_000_000_000_000;

    /// <summary>What is wrong with the particulars themselves, all at once.</summary>
    /// <param name="items">Numbers of the goods items that the declaration has.</param>
    /// <param name="law">Law of the day of acceptance.</param>
    public static IReadOnlyList<Problem> FaultsOf(
        IReadOnlyList<Particular> particulars, IReadOnlySet<int> items, LawOfTheDay law)
    {
        if (particulars.Count is 0 or > MaxParticulars)
            return [Make(law, IntakeProblems.DeterminedCount, "", Text(MaxParticulars))];
        var faults = new List<Problem>();
        var seen = new HashSet<(int, ParticularKind)>();
        foreach (var (item, kind, text) in particulars)
        {
            var element = ElementOf(kind);
            if (!items.Contains(item))
                faults.Add(Make(law, IntakeProblems.DeterminedItem, element, Text(item)));
            else if (!seen.Add((item, kind)))
                faults.Add(Make(law, IntakeProblems.DeterminedTwice, element, Text(item), element));
            else if (!ParticularValue.TryParse(kind, text ?? "", out var value) || value.Money.Cents > MaxCents)
                faults.Add(Make(law, IntakeProblems.DeterminedValue, element, Text(item), text ?? "", element));
            else if (!IsKnown(value, law))
                faults.Add(Make(law, IntakeProblems.DeterminedUnknown, element, Text(item), text!,
                    Life.Terms.TextOf(law.Day)));
        }

        return faults;
    }

    /// <summary>The declaration with the particulars in place; amounts are no particulars of the goods.</summary>
    public static Declaration Apply(Declaration declared, IReadOnlyList<Particular> particulars)
    {
        var byItem = particulars.ToLookup(particular => particular.Item);
        return declared with
        {
            Lines = [.. declared.Lines.Select(line => byItem[line.ItemNumber].Aggregate(line, With))],
        };
    }

    /// <summary>What it owes by the law of the day, with the amounts that a person determined in place.</summary>
    public static DeterminedContent Weigh(
        Declaration declared, IReadOnlyList<Particular> particulars, LawOfTheDay law)
    {
        var determined = Apply(declared, particulars);
        var (taxes, lacking) = Preparation.Weigh(determined, law);
        var problems = lacking.Where(problem => problem.Severity == Severity.Reject).ToList();
        var amounts = particulars.Where(IsAmount).ToLookup(particular => particular.Item);
        var awaits = new bool[taxes.Length];
        for (var i = 0; i < taxes.Length; i++)
        {
            var item = determined.Lines[i].ItemNumber;
            var (duty, vat) = (
                Cents(amounts[item], ParticularKind.Duty), Cents(amounts[item], ParticularKind.Vat));
            awaits[i] = !taxes[i].IsDetermined && (duty is null || vat is null);
            if (awaits[i])
                problems.Add(Make(law, IntakeProblems.DeterminedAmounts, "14 03 000 000", Text(item)));
            taxes[i] = taxes[i] with
            {
                IsDetermined = !awaits[i],
                DutyCents = duty ?? taxes[i].DutyCents,
                VatCents = vat ?? taxes[i].VatCents,
            };
        }

        return new DeterminedContent(determined, taxes, awaits, problems);
    }

    /// <summary>The steps of the amounts: what was determined of the goods, the law, then amounts.</summary>
    public static IReadOnlyList<CalculationStep> Explain(
        Declaration declared, IReadOnlyList<Particular> particulars, LawOfTheDay law)
    {
        var determined = Apply(declared, particulars);
        var steps = DeclarationTypes.IsSupplementary(determined.AdditionalType)
            ? SupplementDays.Explain(determined, law)
            : TariffCalculator.Explain(Taxable.From(determined, law), law);
        if (particulars.Count == 0)
            return steps;
        var byLaw = steps.ToLookup(step => step.ItemNumber);
        var byItem = particulars.ToLookup(particular => particular.Item);
        // Steps are numbered by the place of the line.
        return
        [
            .. determined.Lines.SelectMany((line, i) => byItem[line.ItemNumber].Where(one => !IsAmount(one))
                .Select(one => DeterminedSteps.Of(law, i + 1, WordOf(one.Kind), one.Value))
                .Concat(byLaw[i + 1])
                .Concat(byItem[line.ItemNumber].Where(IsAmount).Select(one => DeterminedSteps.Of(
                    law, i + 1, WordOf(one.Kind), one.Value, ValueOf(one).Money.Cents)))),
        ];
    }

    public static bool IsAmount(Particular particular) =>
        particular.Kind is ParticularKind.Duty or ParticularKind.Vat;

    private static DeclarationLine With(DeclarationLine line, Particular particular)
    {
        var value = ValueOf(particular);
        return particular.Kind switch
        {
            ParticularKind.CommodityCode => line with { Code = value.Code },
            ParticularKind.Origin => line with { Origin = value.Country },
            ParticularKind.Value => line with { Value = value.Money },
            ParticularKind.GrossMass => line with { GrossMass = value.Millionths },
            ParticularKind.NetMass => line with { NetMass = value.Millionths },
            ParticularKind.SupplementaryUnits => line with { SupplementaryUnits = value.Millionths },
            ParticularKind.Description => line with { Description = value.Text },
            ParticularKind.Preference => line with { Preference = value.Text },
            _ => line,
        };
    }

    private static ParticularValue ValueOf(Particular particular)
    {
        var isRead = ParticularValue.TryParse(particular.Kind, particular.Value, out var value);
        Invariant.Holds(isRead, "A particular that was determined can be read.");
        return value;
    }

    private static long? Cents(IEnumerable<Particular> amounts, ParticularKind kind) =>
        amounts.FirstOrDefault(amount => amount.Kind == kind) is { } found ? ValueOf(found).Money.Cents : null;

    /// <summary>Codes must exist on the day of acceptance.</summary>
    private static bool IsKnown(in ParticularValue value, LawOfTheDay law) => value.Kind switch
    {
        ParticularKind.CommodityCode =>
            law.NomenclatureOf(value.Code).Count + law.MeasuresOf(value.Code).Count > 0,
        ParticularKind.Origin => law.IsInList("country", value.Country.ToString()),
        ParticularKind.Value => law.IsInList("currency", value.Money.Currency.ToString()),
        ParticularKind.Preference => law.IsInList("preference", value.Text),
        _ => true,
    };

    private static string ElementOf(ParticularKind kind) => kind switch
    {
        ParticularKind.CommodityCode => "18 09 000 000",
        ParticularKind.Origin => "16 08 000 000",
        ParticularKind.Value => "14 08 000 000",
        ParticularKind.GrossMass => "18 04 000 000",
        ParticularKind.NetMass => "18 01 000 000",
        ParticularKind.SupplementaryUnits => "18 02 000 000",
        ParticularKind.Description => "18 05 000 000",
        ParticularKind.Preference => "14 11 000 000",
        _ => "14 03 000 000",
    };

    private static string WordOf(ParticularKind kind) => kind switch
    {
        ParticularKind.CommodityCode => DeterminedSteps.Code,
        ParticularKind.Origin => DeterminedSteps.Origin,
        ParticularKind.Value => DeterminedSteps.Value,
        ParticularKind.GrossMass => DeterminedSteps.GrossMass,
        ParticularKind.NetMass => DeterminedSteps.NetMass,
        ParticularKind.SupplementaryUnits => DeterminedSteps.SupplementaryUnits,
        ParticularKind.Description => DeterminedSteps.Description,
        ParticularKind.Preference => DeterminedSteps.Preference,
        ParticularKind.Duty => DeterminedSteps.Duty,
        _ => DeterminedSteps.Vat,
    };

    private static Problem Make(LawOfTheDay law, string code, string element, params string[] arguments) =>
        ProblemCatalogue.Of(law).Make(code, law.Day, element, "", arguments);

    private static string Text(int number) => DecisionRows.TextOf(number);
}
