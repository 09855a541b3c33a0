// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Checking;

namespace Tolhuis.Declarations.Rules;

/// <summary>
/// Who claims a preference on account of origin (14 11 begins with 2 or 3) names the country or group of preferential
/// origin (16 09; UCC art. 64).
/// </summary>
internal sealed class PreferenceHasOrigin() : FullRule(DeclarationsProblems.PreferenceOriginMissing)
{
    public override void Check(RuleSubject subject)
    {
        var lines = subject.Declaration.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Preference is ['2' or '3', ..] && !subject.Has(Field.PreferentialOrigin, i + 1))
                subject.Report(Code, Field.PreferentialOrigin, i + 1, lines[i].Preference);
        }
    }
}

/// <summary>
/// A preference needs its proof (UCC art. 64 and 163): a document of the list <c>preference-proof</c> for the first
/// digit. Without one a person looks, for small consignments and later proof are possible.
/// </summary>
internal sealed class PreferenceHasProof() : FullRule(DeclarationsProblems.PreferenceProofMissing)
{
    public override void Check(RuleSubject subject)
    {
        var lines = subject.Declaration.Lines;
        var proofs = subject.Rules.ProofsByPreference.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < lines.Count; i++)
        {
            var preference = lines[i].Preference;
            if (preference.Length == 3 && proofs.TryGetValue(preference.AsSpan(0, 1), out var its)
                && !HasDocument(subject, i + 1, its))
                subject.Report(Code, Field.Preference, i + 1, preference);
        }
    }

    private static bool HasDocument(RuleSubject subject, int item, string[] types)
    {
        foreach (var document in subject.Groups(Field.SupportingDocument))
        {
            if ((document.Item == 0 || document.Item == item) && Texts.Has(types, document.Text(Field.SupportingType)))
                return true;
        }

        foreach (var reference in subject.Groups(Field.AdditionalReference))
        {
            if ((reference.Item == 0 || reference.Item == item)
                && Texts.Has(types, reference.Text(Field.AdditionalReferenceType)))
                return true;
        }

        return false;
    }
}

/// <summary>
/// Preferential origin is a country of two letters or a group of countries of four digits (16 09 001 000).
/// </summary>
internal sealed class PreferentialOriginHasItsForm() : FullRule(DeclarationsProblems.PreferenceOriginForm)
{
    public override void Check(RuleSubject subject)
    {
        foreach (var origin in subject.Groups(Field.OriginGroup))
        {
            var text = origin.Text(Field.PreferentialOrigin);
            var isGroup = text.Length == 4 && !text.ContainsAnyExceptInRange('0', '9');
            if (!text.IsEmpty && !isGroup && text is not "EU" && subject.IsOutside("country", text))
                origin.Report(Code, Field.PreferentialOrigin, ProblemList.Cut(text));
        }
    }
}

/// <summary>
/// A tariff quota is asked for by its order number (99 01; Implementing Regulation 2015/2447, art. 50): a preference
/// whose second digit is 2 needs one.
/// </summary>
internal sealed class QuotaPreferenceHasOrderNumber() : FullRule(DeclarationsProblems.QuotaOrderNumberMissing)
{
    public override void Check(RuleSubject subject)
    {
        var lines = subject.Declaration.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Preference is [_, '2', _] && !subject.Has(Field.QuotaOrder, i + 1))
                subject.Report(Code, Field.QuotaOrder, i + 1, lines[i].Preference);
        }
    }
}

/// <summary>An order number without a quota preference asks for nothing (99 01 and 14 11).</summary>
internal sealed class QuotaOrderNumberHasPreference() : FullRule(DeclarationsProblems.QuotaWithoutPreference)
{
    public override void Check(RuleSubject subject)
    {
        var lines = subject.Declaration.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Preference is [_, not '2', _] && subject.Has(Field.QuotaOrder, i + 1))
                subject.Report(
                    Code,
                    Field.QuotaOrder,
                    i + 1,
                    ProblemList.Cut(subject.Text(Field.QuotaOrder, i + 1)),
                    lines[i].Preference);
        }
    }
}

/// <summary>Order numbers of tariff quotas are six digits that begin with 09 (99 01 001 000).</summary>
internal sealed class QuotaOrderNumberHasItsForm() : FullRule(DeclarationsProblems.QuotaForm)
{
    public override void Check(RuleSubject subject)
    {
        for (var i = 0; i < subject.Declaration.Lines.Count; i++)
        {
            var number = subject.Text(Field.QuotaOrder, i + 1);
            // Another length is a matter of format, which has been reported.
            if (number.Length == 6 && (!number.StartsWith("09") || number.ContainsAnyExceptInRange('0', '9')))
                subject.Report(Code, Field.QuotaOrder, i + 1, number.ToString());
        }
    }
}

/// <summary>
/// A rate on account of end-use (preferences of the list <c>end-use-preference</c>) is for goods under the end-use
/// procedure 44 (UCC art. 254).
/// </summary>
internal sealed class EndUsePreferenceHasEndUse() : FullRule(DeclarationsProblems.PreferenceWithoutEndUse)
{
    public override void Check(RuleSubject subject)
    {
        var lines = subject.Declaration.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Procedure is [_, _, _, _] and not ['4', '4', ..]
                && subject.IsInList("end-use-preference", lines[i].Preference))
                subject.Report(Code, Field.Preference, i + 1, lines[i].Preference, lines[i].Procedure);
        }
    }
}
