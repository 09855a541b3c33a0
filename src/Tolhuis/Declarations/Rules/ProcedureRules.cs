// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Checking;

namespace Tolhuis.Declarations.Rules;

/// <summary>
/// Requested and previous procedure exist together (2015/2447 Annex B, 11 09): the dated list
/// <c>procedure-combination</c>. Goods that are in free circulation are not released for it again.
/// </summary>
internal sealed class ProcedureCombinationExists() : FullRule(DeclarationsProblems.ProcedureCombination)
{
    public override void Check(RuleSubject subject)
    {
        var lines = subject.Declaration.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            var procedure = lines[i].Procedure;
            if (procedure.Length != 4 || (i > 0 && ReferenceEquals(procedure, lines[i - 1].Procedure)))
                continue;
            if (subject.IsOutside("procedure-combination", procedure))
                subject.Report(Code, Field.RequestedProcedure, i + 1, procedure);
        }
    }
}

/// <summary>
/// An additional procedure that is for certain procedures only (2015/2447 Annex B, 11 10) stands with one of them: the
/// dated list <c>additional-procedure-with-procedure</c>.
/// </summary>
internal sealed class AdditionalProcedureFitsProcedure() : FullRule(DeclarationsProblems.AdditionalProcedureMisfit)
{
    public override void Check(RuleSubject subject)
    {
        var requestedByProcedure = subject.Rules.RequestedByProcedure;
        var lines = subject.Declaration.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Procedure.Length != 4)
                continue;
            var requested = lines[i].Procedure.AsSpan(0, 2);
            var procedures = lines[i].AdditionalProcedures;
            for (var at = 0; at < procedures.Count; at++)
            {
                if (requestedByProcedure.TryGetValue(procedures[at], out var its) && !Texts.Has(its, requested))
                    subject.Report(
                        Code, Field.AdditionalProcedure, i + 1, procedures[at], requested.ToString(),
                        string.Join(", ", its));
            }
        }
    }
}

/// <summary>000 says that there is no additional procedure, so it stands alone (2015/2447 Annex B, 11 10).</summary>
internal sealed class NoAdditionalProcedureStandsAlone()
    : FullRule(DeclarationsProblems.AdditionalProcedureNoneAndOther)
{
    public override void Check(RuleSubject subject)
    {
        var lines = subject.Declaration.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            var procedures = lines[i].AdditionalProcedures;
            for (var at = 0; at < procedures.Count && procedures.Count > 1; at++)
            {
                if (procedures[at] == "000")
                    subject.Report(Code, Field.AdditionalProcedure, i + 1);
            }
        }
    }
}

/// <summary>An item names an additional procedure once (11 10 001 000).</summary>
internal sealed class AdditionalProcedureStandsOnce() : GeneralRule(DeclarationsProblems.AdditionalProcedureTwice)
{
    public override void Check(RuleSubject subject)
    {
        var lines = subject.Declaration.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            var procedures = lines[i].AdditionalProcedures;
            if (procedures.Count < 2)
                continue;
            for (var at = 1; at < procedures.Count; at++)
            {
                for (var before = 0; before < at; before++)
                {
                    if (procedures[at] == procedures[before])
                        subject.Report(Code, Field.AdditionalProcedure, i + 1, procedures[at]);
                }
            }
        }
    }
}

/// <summary>
/// Goods from a customs warehouse name it (12 11; Annex B asks for it where a declaration discharges warehousing), by
/// the list <c>previous-procedure-with-warehouse</c>.
/// </summary>
internal sealed class WarehouseIsNamed() : FullRule(DeclarationsProblems.WarehouseMissing)
{
    public override void Check(RuleSubject subject)
    {
        var lines = subject.Declaration.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            var procedure = lines[i].Procedure;
            if (procedure.Length != 4
                || !subject.IsInList("previous-procedure-with-warehouse", procedure.AsSpan(2)))
                continue;
            if (!subject.HasGroup(Field.Warehouse, 0))
                subject.Report(Code, Field.WarehouseId, 0, procedure);
            return;
        }
    }
}

/// <summary>A declaration IM is about goods that are not in the Union, whose country of destination is (16 03 001 000).
/// </summary>
internal sealed class DestinationIsInTheUnion() : FullRule(DeclarationsProblems.DestinationOutsideUnion)
{
    public override void Check(RuleSubject subject)
    {
        var country = subject.Text(Field.Destination, 0);
        if (country.Length == 2 && subject.Text(Field.DeclarationType, 0) is "IM"
            && subject.IsOutside("free-circulation-destination", country))
            subject.Report(Code, Field.Destination, 0, country.ToString());
    }
}
