// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Intake;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Cli.Intake;

/// <summary>
/// Checks files without a store: the same reading, checks, law and mandatory selection; no sample is drawn, because its
/// key
/// belongs to a store, and duplicates are those within the run.
/// </summary>
internal static class DryRun
{
    private static readonly Submitter House = new(
        0, "dry run", null, [new Mandate(null, new Period(DateOnly.MinValue))], TokenScopes.All, TokenId: 0);

    public static IntakeCounts Check(IReadOnlyList<string> files, DateTimeOffset at, Receipts receipts)
    {
        var law = LawEdition.BuiltIn.On(DutchTime.DateOf(at));
        var texts = ProblemCatalogue.Of(law);
        var check = new DryCheck(House, DutchTime.ToMicroseconds(at), law);
        var counts = new IntakeCounts { Files = files.Count };
        foreach (var file in files)
        {
            foreach (var (entry, answer) in check.Check(file))
            {
                counts.Add(answer);
                receipts.Write(file, entry, answer.Lrn, answer.Outcome, answer.Problems, texts, law.Day);
            }
        }

        return counts;
    }
}
