// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Checking;
using Tolhuis.Declarations.Contract;

namespace Tolhuis.Declarations.Rules;

/// <summary>Authorisations that a declaration names (12 12).</summary>
internal static class Authorisations
{
    /// <summary>
    /// True if the declaration, or the item, names an authorisation of a kind: by its type, or by the kind in its
    /// reference number, which is country, kind and number (2015/2447 Annex A). The list <c>authorisation-type</c>
    /// gives other codes for a kind.
    /// </summary>
    public static bool Has(RuleSubject subject, int item, string kind)
    {
        foreach (var authorisation in subject.Groups(Field.Authorisation))
        {
            if ((authorisation.Item == 0 || authorisation.Item == item)
                && (IsOf(subject, kind, authorisation.Text(Field.AuthorisationType))
                    || IsReference(kind, authorisation.Text(Field.AuthorisationReference))))
                return true;
        }

        foreach (var document in subject.Groups(Field.SupportingDocument))
        {
            if ((document.Item == 0 || document.Item == item)
                && (IsOf(subject, kind, document.Text(Field.SupportingType))
                    || IsReference(kind, document.Text(Field.SupportingReference))))
                return true;
        }

        return false;
    }

    /// <summary>
    /// True if the authorisation is asked for by the declaration itself: additional information 00100 (Delegated
    /// Regulation 2015/2446, art. 163).
    /// </summary>
    public static bool IsByDeclaration(RuleSubject subject, int item)
    {
        foreach (var information in subject.Groups(Field.Information))
        {
            if ((information.Item == 0 || information.Item == item)
                && information.Text(Field.InformationCode) is "00100")
                return true;
        }

        return false;
    }

    private static bool IsOf(RuleSubject subject, string kind, ReadOnlySpan<char> type)
    {
        if (type.SequenceEqual(kind))
            return true;
        Span<char> pair = stackalloc char[12];
        return type.Length is > 0 and <= 5 && kind.Length <= 6
            && pair.TryWrite($"{kind}+{type}", out var length)
            && subject.IsInList("authorisation-type", pair[..length]);
    }

    private static bool IsReference(string kind, ReadOnlySpan<char> reference) =>
        reference.Length > 2 + kind.Length && reference[2..].StartsWith(kind);
}

/// <summary>
/// A special procedure has an authorisation (UCC art. 211(1)), or asks for one by the declaration: the kind that the
/// list <c>procedure-authorisation</c> gives for the requested procedure, or for requested and previous together.
/// </summary>
internal sealed class SpecialProcedureHasAuthorisation() : FullRule(DeclarationsProblems.AuthorisationMissing)
{
    public override void Check(RuleSubject subject)
    {
        var kinds = subject.Rules.AuthorisationsByProcedure.GetAlternateLookup<ReadOnlySpan<char>>();
        var lines = subject.Declaration.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            var procedure = lines[i].Procedure;
            if (procedure.Length != 4
                || (!kinds.TryGetValue(procedure, out var its) && !kinds.TryGetValue(procedure.AsSpan(0, 2), out its)))
                continue;
            var isThere = Authorisations.IsByDeclaration(subject, i + 1);
            foreach (var kind in its)
                isThere |= Authorisations.Has(subject, i + 1, kind);
            if (!isThere)
                subject.Report(
                    Code, Field.AuthorisationReference, i + 1, procedure, string.Join(", ", its));
        }
    }
}

/// <summary>
/// The regular use of simplified declarations needs an authorisation (UCC art. 166(2)): types C and F name it, kind
/// SDE.
/// </summary>
internal sealed class RegularSimplificationHasAuthorisation()
    : FullRule(DeclarationsProblems.AuthorisationSimplifiedMissing)
{
    public override void Check(RuleSubject subject)
    {
        if (subject.Declaration.AdditionalType is 'C' or 'F' && !Authorisations.Has(subject, 0, "SDE"))
            subject.Report(Code, Field.AuthorisationReference, 0, subject.Declaration.AdditionalType.ToString());
    }
}

/// <summary>
/// Entry in the declarant's records needs an authorisation (UCC art. 182(1)): the notification I2 and its supplement of
/// type Z name it, kind EIR.
/// </summary>
internal sealed class EntryInRecordsHasAuthorisation()
    : Rule(DeclarationsProblems.AuthorisationRecordsMissing, RuleSets.H1 | RuleSets.I2)
{
    public override void Check(RuleSubject subject)
    {
        var isEntry = subject.Declaration.DataSet == DataSet.I2 || subject.Declaration.AdditionalType == 'Z';
        if (isEntry && !Authorisations.Has(subject, 0, "EIR"))
            subject.Report(Code, Field.AuthorisationReference, 0);
    }
}

/// <summary>
/// An authorisation is named by its reference number (12 12 001), or by its holder where the message form has no place
/// for the number; a type alone leads to none.
/// </summary>
internal sealed class AuthorisationHasReference() : GeneralRule(DeclarationsProblems.AuthorisationReferenceMissing)
{
    public override void Check(RuleSubject subject)
    {
        foreach (var authorisation in subject.Groups(Field.Authorisation))
        {
            if (authorisation.Text(Field.AuthorisationReference).IsEmpty
                && authorisation.Text(Field.AuthorisationHolder).IsEmpty)
                authorisation.Report(Code, Field.AuthorisationReference);
        }
    }
}
