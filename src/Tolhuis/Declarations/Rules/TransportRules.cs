// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Checking;

namespace Tolhuis.Declarations.Rules;

/// <summary>
/// A means of transport on arrival is identified by a kind of identification and the identification (19 06): both or
/// none.
/// </summary>
internal sealed class ArrivalIdentityIsWhole() : FullRule(DeclarationsProblems.TransportIdentityParts)
{
    public override void Check(RuleSubject subject)
    {
        var hasType = subject.Has(Field.ArrivalIdType, 0);
        if (hasType != subject.Has(Field.ArrivalId, 0))
            subject.Report(Code, hasType ? Field.ArrivalId : Field.ArrivalIdType, 0);
    }
}

/// <summary>
/// An active means of transport at the border has a nationality (19 08 062 000), in the modes of the list
/// <c>transport-mode-with-nationality</c>.
/// </summary>
internal sealed class ActiveMeansHasNationality() : Rule(DeclarationsProblems.TransportNationalityMissing, RuleSets.H1)
{
    public override void Check(RuleSubject subject)
    {
        var mode = subject.Text(Field.BorderMode, 0);
        if (!subject.Has(Field.BorderNationality, 0) && subject.IsInList("transport-mode-with-nationality", mode))
            subject.Report(Code, Field.BorderNationality, 0, mode.ToString());
    }
}

/// <summary>Post, rail and fixed installations have no nationality (19 08 062 000).</summary>
internal sealed class OnlyActiveMeansHasNationality() : FullRule(DeclarationsProblems.TransportNationalityNeedless)
{
    private const string List = "transport-mode-with-nationality";

    public override void Check(RuleSubject subject)
    {
        var mode = subject.Text(Field.BorderMode, 0);
        if (!mode.IsEmpty && mode is not "9" && subject.Has(Field.BorderNationality, 0)
            && subject.IsOutside(List, mode))
            subject.Report(Code, Field.BorderNationality, 0, mode.ToString());
    }
}

/// <summary>
/// A transport document belongs to a mode of transport (list <c>transport-document-mode</c>): an air waybill does not
/// come with a ship.
/// </summary>
internal sealed class TransportDocumentFitsMode() : FullRule(DeclarationsProblems.TransportDocumentMode)
{
    public override void Check(RuleSubject subject)
    {
        var mode = subject.Text(Field.BorderMode, 0);
        if (mode.Length != 1)
            return;
        var modes = subject.Rules.ModeByTransportDocument.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var document in subject.Groups(Field.TransportDocumentGroup))
        {
            var type = document.Text(Field.TransportDocumentType);
            if (modes.TryGetValue(type, out var its) && !Texts.Has(its, mode))
                document.Report(Code, Field.TransportDocumentType, type.ToString(), mode.ToString());
        }
    }
}

/// <summary>Codes that are few.</summary>
internal static class Texts
{
    public static bool Has(string[] texts, ReadOnlySpan<char> text)
    {
        foreach (var candidate in texts)
        {
            if (text.SequenceEqual(candidate))
                return true;
        }

        return false;
    }
}
