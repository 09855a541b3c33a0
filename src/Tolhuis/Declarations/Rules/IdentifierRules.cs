// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Checking;
using Tolhuis.Kernel;

namespace Tolhuis.Declarations.Rules;

/// <summary>The LRN has printable characters only and no blank at either end (12 09 001 000).</summary>
internal sealed class LrnHasItsForm() : GeneralRule(DeclarationsProblems.LrnForm)
{
    public override void Check(RuleSubject subject)
    {
        var text = subject.Text(Field.Lrn, 0);
        // Too long is a matter of format, which has been reported.
        if (text.Length is > 0 and <= Lrn.MaxLength && !Lrn.HasForm(text))
            subject.Report(Code, Field.Lrn, 0, ProblemList.Cut(text));
    }
}

/// <summary>
/// An identification number is two letters of a country and 1 to 15 printable characters (EU rule R0850); whether it
/// exists, the register decides, and national forms are no ground for refusal.
/// </summary>
internal sealed class PartyNumbersHaveTheirForm() : GeneralRule(DeclarationsProblems.PartyNumberForm)
{
    private static readonly Field[] Numbers =
    [
        Field.DeclarantId, Field.ImporterId, Field.ExporterId, Field.RepresentativeId, Field.SellerId, Field.BuyerId,
    ];

    private static readonly Field[] OfItems = [Field.ExporterId, Field.SellerId, Field.BuyerId];

    public override void Check(RuleSubject subject)
    {
        foreach (var number in Numbers)
            CheckNumber(subject, number, 0);
        for (var item = 1; item <= subject.Declaration.Lines.Count; item++)
        {
            foreach (var number in OfItems)
                CheckNumber(subject, number, item);
        }
    }

    private void CheckNumber(RuleSubject subject, Field number, int item)
    {
        var text = subject.Text(number, item);
        if (text.Length is > 0 and <= Eori.MaxLength && !Eori.HasForm(text))
            subject.Report(Code, number, item, ProblemList.Cut(text));
    }
}

/// <summary>
/// Who lodges is registered in the Union (UCC art. 9; Delegated Regulation 2015/2446, art. 5): the EORI number of
/// declarant and representative was given by a Member State, or for Northern Ireland (list <c>eori-country</c>).
/// </summary>
internal sealed class DeclarantIsRegisteredInTheUnion() : GeneralRule(DeclarationsProblems.PartyNumberNotOfUnion)
{
    private const string List = "eori-country";

    public override void Check(RuleSubject subject)
    {
        CheckNumber(subject, Field.DeclarantId);
        CheckNumber(subject, Field.RepresentativeId);
    }

    private void CheckNumber(RuleSubject subject, Field number)
    {
        var text = subject.Text(number, 0);
        if (Eori.HasForm(text) && subject.IsOutside(List, text[..2]))
            subject.Report(Code, number, 0, ProblemList.Cut(text));
    }
}

/// <summary>
/// A direct representative acts in the name of another (UCC art. 18(1)), so he is not the declarant; who does not say
/// for whom he acts is deemed to act for himself (art. 19(1)).
/// </summary>
internal sealed class DirectRepresentativeIsNotTheDeclarant()
    : GeneralRule(DeclarationsProblems.RepresentationSamePerson)
{
    public override void Check(RuleSubject subject)
    {
        var id = subject.Text(Field.RepresentativeId, 0);
        if (!id.IsEmpty && subject.Text(Field.RepresentativeStatus, 0) is "2"
            && id.SequenceEqual(subject.Text(Field.DeclarantId, 0)))
            subject.Report(Code, Field.RepresentativeId, 0, ProblemList.Cut(id));
    }
}

/// <summary>
/// An indirect representative acts in his own name (UCC art. 18(1)): he is the declarant (art. 5(15)).
/// </summary>
internal sealed class IndirectRepresentativeIsTheDeclarant()
    : GeneralRule(DeclarationsProblems.RepresentationNotDeclarant)
{
    public override void Check(RuleSubject subject)
    {
        var id = subject.Text(Field.RepresentativeId, 0);
        var declarant = subject.Text(Field.DeclarantId, 0);
        if (!id.IsEmpty && !declarant.IsEmpty && subject.Text(Field.RepresentativeStatus, 0) is "3"
            && !id.SequenceEqual(declarant))
            subject.Report(Code, Field.RepresentativeId, 0, ProblemList.Cut(id), ProblemList.Cut(declarant));
    }
}

/// <summary>
/// A party is a number, or a name and address where it has none (Annex B, notes to group 13): both can contradict each
/// other.
/// </summary>
internal sealed class PartyIsNumberOrAddress() : GeneralRule(DeclarationsProblems.PartyNumberAndAddress)
{
    private static readonly (Field Number, Field Name)[] Parties =
    [
        (Field.DeclarantId, Field.DeclarantName), (Field.ImporterId, Field.ImporterName),
        (Field.ExporterId, Field.ExporterName), (Field.SellerId, Field.SellerName), (Field.BuyerId, Field.BuyerName),
    ];

    public override void Check(RuleSubject subject)
    {
        foreach (var (number, name) in Parties)
        {
            if (subject.Has(number, 0) && subject.Has(name, 0))
                subject.Report(Code, name, 0, ProblemList.Cut(subject.Text(number, 0)));
        }
    }
}

/// <summary>
/// Additional information 00500 says that importer and declarant are the same person (2015/2447 Annex B, 12 02): then
/// their numbers are the same.
/// </summary>
internal sealed class StatedIdentityIsTrue() : GeneralRule(DeclarationsProblems.PartyIdentityFalse)
{
    public override void Check(RuleSubject subject)
    {
        var importer = subject.Text(Field.ImporterId, 0);
        var declarant = subject.Text(Field.DeclarantId, 0);
        if (importer.IsEmpty || declarant.IsEmpty || importer.SequenceEqual(declarant))
            return;
        foreach (var information in subject.Groups(Field.Information))
        {
            if (information.Text(Field.InformationCode) is "00500")
                information.Report(Code, Field.InformationCode, ProblemList.Cut(importer), ProblemList.Cut(declarant));
        }
    }
}

/// <summary>
/// The transaction value is the price of a sale (UCC art. 70): a sale has two parties, so seller and buyer differ.
/// </summary>
internal sealed class SellerIsNotTheBuyer() : FullRule(DeclarationsProblems.SellerIsBuyer)
{
    public override void Check(RuleSubject subject)
    {
        var seller = subject.Text(Field.SellerId, 0);
        if (!seller.IsEmpty && seller.SequenceEqual(subject.Text(Field.BuyerId, 0))
            && subject.Text(Field.ValuationMethod, 1) is "1")
            subject.Report(Code, Field.SellerId, 0, ProblemList.Cut(seller));
    }
}
