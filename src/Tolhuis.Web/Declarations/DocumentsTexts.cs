// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Declarations;

/// <summary>Words of documents at a declaration.</summary>
public static class DocumentsTexts
{
    public static readonly Text Documents = new("Documenten", "Documents");
    public static readonly Text Lead = new(
        "Wat de aangever stuurde en wat de douane als bewijs toevoegde. Wat u opent wordt vastgelegd.",
        "What the declarant sent and what customs added as evidence. What you open is recorded.");
    public static readonly Text None = new("Er zijn nog geen documenten", "There are no documents yet");
    public static readonly Text NoneWhy = new(
        "De aangever heeft niets gestuurd en er is geen bewijs toegevoegd.",
        "The declarant has sent nothing and no evidence was added.");
    public static readonly Text NoneOfTrader = new(
        "U hebt nog niets gestuurd.", "You have not sent anything yet.");
    public static readonly Text Name = new("Naam", "Name");
    public static readonly Text Kind = new("Soort", "Kind");
    public static readonly Text Size = new("Grootte", "Size");
    public static readonly Text Added = new("Toegevoegd", "Added");
    public static readonly Text By = new("Door", "By");
    public static readonly Text Hash = new("SHA-256", "SHA-256");
    public static readonly Text Evidence = new("Bewijs, alleen in huis", "Evidence, house only");
    public static readonly Text FromDeclarant = new("Van de aangever", "From the declarant");
    public static readonly Text Pictures = new("Foto's", "Pictures");
    public static readonly Text ShowPicture = new("{0} tonen", "Show {0}");
    public static readonly Text PictureOf = new("Afbeelding {0}", "Picture {0}");

    public static readonly Text AddEvidence = new("Bewijs toevoegen", "Add evidence");
    public static readonly Text File = new("Bestand", "File");
    public static readonly Text FileHint = new("{0}, hoogstens {1}.", "{0}, at most {1}.");
    public static readonly Text FileMissing = new("Kies een bestand.", "Choose a file.");
    public static readonly Text EvidenceHint = new(
        "De aangever ziet bewijs niet.", "The declarant does not see evidence.");
    public static readonly Text Send = new("Stuur", "Send");
    public static readonly Text Add = new("Voeg toe", "Add");
    public static readonly Text Kept = new("{0} is bewaard.", "{0} is kept.");
    public static readonly Text NotKept = new("Het document is niet bewaard", "The document was not kept");
    public static readonly Text NotKeptWhy = new(
        "Er kan nu niets worden bewaard: de schijf is vol of de opslag staat stil. Wat er al was is veilig. Probeer "
            + "het later opnieuw; blijft het zo, meld het dan bij de beheerder.",
        "Nothing can be kept now: the disk is full or the store has stopped. What was there is safe. Try again later; "
            + "if it stays so, tell the administrator.");

    public static Text Of(DocumentKind kind) => kind == DocumentKind.Evidence ? Evidence : FromDeclarant;
}
