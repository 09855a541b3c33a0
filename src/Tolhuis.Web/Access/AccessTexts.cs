// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Access;

/// <summary>Words of signing in, roles and tokens.</summary>
public static class AccessTexts
{
    public static readonly Text SignIn = new("Aanmelden", "Sign in");
    public static readonly Text SignInLead = new(
        "Voor medewerkers van de Douane en voor bedrijven met een account.",
        "For staff of Customs and for companies with an account.");
    public static readonly Text SignInName = new("Aanmeldnaam", "Sign-in name");
    public static readonly Text Password = new("Wachtwoord", "Password");
    public static readonly Text DemoTitle = new("Of kijk mee als", "Or look around as");
    public static readonly Text DemoLead = new(
        "Dit is een demo op deze computer. Alle namen en aangiften zijn verzonnen.",
        "This is a demo on this computer. All names and declarations are invented.");
    public static readonly Text NoPeopleYet = new(
        "Er is nog niemand die zich kan aanmelden. Open het adres met de eenmalige code dat tolhuis serve bij "
            + "het starten heeft getoond.",
        "There is no one yet who can sign in. Open the address with the one-time code that tolhuis serve showed "
            + "when it started.");
    public static readonly Text FirstTitle = new("Maak de eerste beheerder", "Create the first administrator");
    public static readonly Text FirstLead = new(
        "Deze code werkt één keer. De beheerder geeft daarna de tokens uit waarmee programma's berichten sturen.",
        "This code works once. After that the administrator gives out the tokens with which programs send messages.");
    public static readonly Text FirstCode = new("Eenmalige code", "One-time code");
    public static readonly Text FirstCodeHint = new(
        "Getoond door tolhuis serve, begint met tolhuis_", "Shown by tolhuis serve, starts with tolhuis_");
    public static readonly Text Name = new("Uw naam", "Your name");
    public static readonly Text NameHint = new("Zoals collega's u kennen", "As colleagues know you");
    public static readonly Text SignInNameHint = new(
        "Kleine letters, cijfers, punten of streepjes",
        "Lower-case letters, digits, dots or hyphens");
    public static readonly Text PasswordHint = new(
        "Minstens 12 tekens; een paar losse woorden achter elkaar werkt goed",
        "At least 12 characters; a few unrelated words in a row work well");
    public static readonly Text CreateAndEnter = new("Maak account en meld aan", "Create account and sign in");

    public static readonly Text PasswordTitle = new("Kies uw wachtwoord", "Choose your password");
    public static readonly Text PasswordLead = new(
        "U hebt van de douane een aanmeldnaam en een code gekregen. De code werkt één keer.",
        "Customs gave you a sign-in name and a code. The code works once.");
    public static readonly Text TraderCodeHint = new(
        "Van de douane gekregen, begint met tolhuis_", "Given by customs, starts with tolhuis_");
    public static readonly Text NewPassword = new("Nieuw wachtwoord", "New password");
    public static readonly Text KeepAndEnter = new("Bewaar en meld aan", "Keep and sign in");
    public static readonly Text HaveCode = new(
        "Hebt u een code gekregen? Kies dan eerst uw wachtwoord", "Did you get a code? Choose your password first");

    public static readonly Text AccountTitle = new("Uw account", "Your account");
    public static readonly Text Roles = new("Rollen", "Roles");
    public static readonly Text SignedInSince = new("Aangemeld sinds", "Signed in since");
    public static readonly Text MayDo = new("Wat u mag", "What you may do");
    public static readonly Text MayDoLead = new(
        "Volgt uit uw rollen. Klopt dit niet met uw werk, vraag het de beheerder.",
        "Follows from your roles. If this does not fit your work, ask the administrator.");

    public static readonly Text Tokens = new("API-tokens", "API tokens");
    public static readonly Text TokensLead = new(
        "Met een token dient een programma aangiften in: voor de aangevers die zijn machtigingen noemen, en voor "
            + "niemand anders.",
        "With a token a program lodges declarations: for the declarants that its mandates name, and for no one else.");
    public static readonly Text TokenNew = new("Token maken", "Create token");
    public static readonly Text Submitter = new("Indiener", "Submitter");
    public static readonly Text SubmitterHint = new(
        "De partij achter de technische aansluiting, vaak een softwareleverancier",
        "The party behind the technical connection, often a software supplier");
    public static readonly Text EoriNumber = new("EORI-nummer", "EORI number");
    public static readonly Text EoriHint = new(
        "Mag leeg blijven als de indiener zelf geen aangever is",
        "May stay empty if the submitter is no declarant himself");
    public static readonly Text Mandates = new("Machtigingen", "Mandates");
    public static readonly Text MandatesHint = new(
        "EORI-nummers van aangevers, één per regel", "EORI numbers of declarants, one per line");
    public static readonly Text Label = new("Kenmerk", "Label");
    public static readonly Text LabelHint = new(
        "Waar het token voor is, bijvoorbeeld de naam van het programma",
        "What the token is for, such as the name of the program");
    public static readonly Text ValidUntil = new("Geldig tot", "Valid until");
    public static readonly Text ValidUntilHint = new(
        "Eerste dag waarop het token niet meer werkt; leeg is zonder einde",
        "First day on which the token no longer works; empty means no end");
    public static readonly Text Scopes = new("Mag", "May");
    public static readonly Text ScopeLodge = new("Indienen", "Lodge");
    public static readonly Text ScopeRead = new("Lezen", "Read");
    public static readonly Text Prefix = new("Begin van het token", "Start of the token");
    public static readonly Text LastUsed = new("Laatst gebruikt", "Last used");
    public static readonly Text Never = new("Nog niet", "Not yet");
    public static readonly Text State = new("Stand", "State");
    public static readonly Text StateUsable = new("Bruikbaar", "Usable");
    public static readonly Text StateRevoked = new("Ingetrokken", "Revoked");
    public static readonly Text StateEnded = new("Verlopen", "Ended");
    public static readonly Text Revoke = new("Intrekken", "Revoke");
    public static readonly Text RevokeTitle = new("Token {0} intrekken?", "Revoke token {0}?");
    public static readonly Text RevokeWarning = new(
        "Programma's met dit token van {0} worden vanaf nu geweigerd. Dit kan niet ongedaan worden gemaakt; u "
            + "kunt wel een nieuw token maken.",
        "Programs with this token of {0} are refused from now on. This cannot be undone; you can create a new token.");
    public static readonly Text Revoked = new("Token {0} van {1} is ingetrokken.", "Token {0} of {1} is revoked.");
    public static readonly Text KeepIt = new("Niet intrekken", "Keep it");
    public static readonly Text NoTokens = new("Er zijn nog geen tokens.", "There are no tokens yet.");
    public static readonly Text NoTokensWhy = new(
        "Zonder token kan geen programma aangiften indienen. Maak er een voor de eerste indiener.",
        "Without a token no program can lodge declarations. Create one for the first submitter.");
    public static readonly Text Everyone = new("iedereen (gebruik door het huis)", "everyone (house use)");
    public static readonly Text MandateMore = new("en {0} meer", "and {0} more");
    public static readonly Text TokenIs = new("Het nieuwe token van {0}", "The new token of {0}");
    public static readonly Text TokenOnce = new(
        "Kopieer het nu: het wordt maar één keer getoond en is hier niet terug te vinden.",
        "Copy it now: it is shown only once and cannot be found here again.");
    public static readonly Text TokenDone = new("Ik heb het token bewaard", "I have kept the token");

    private static readonly Dictionary<Role, Text> RoleNames = new()
    {
        [Role.Officer] = new("Controleambtenaar", "Control officer"),
        [Role.Analyst] = new("Risicoanalist", "Risk analyst"),
        [Role.Planner] = new("Planner controles", "Control planner"),
        [Role.ContactAgent] = new("Medewerker klantcontact", "Contact agent"),
        [Role.AccountManager] = new("Klantmanager", "Account manager"),
        [Role.RecoveryOfficer] = new("Medewerker navordering", "Recovery officer"),
        [Role.Auditor] = new("Toezichthouder", "Auditor"),
        [Role.IntegrityOfficer] = new("Integriteitsmedewerker", "Integrity officer"),
        [Role.Administrator] = new("Beheerder", "Administrator"),
        [Role.Trader] = new("Bedrijf", "Trader"),
        [Role.Supplier] = new("Softwareleverancier", "Software supplier"),
    };

    private static readonly Dictionary<string, Text> PermissionNames = new(StringComparer.Ordinal)
    {
        [Permission.HouseEnter] = new("Het overzicht en uw eigen taken zien", "See the overview and your own tasks"),
        [Permission.DeclarationsRead] = new("Aangiften inzien", "View declarations"),
        [Permission.DeclarationsMessage] =
            new("Berichten inzien zoals ze zijn ontvangen", "View messages as they were received"),
        [Permission.DeclarationsDecide] =
            new("Beslissen op verzoeken van aangevers", "Decide on requests of declarants"),
        [Permission.IntakeRead] =
            new("Ontvangen bestanden en hun aantallen inzien", "View received files and their counts"),
        [Permission.SettingsRead] = new("Zien hoe het huis is ingericht", "See how the house is set"),
        [Permission.ControlsRead] = new("Controleopdrachten inzien", "View control orders"),
        [Permission.ControlsWork] =
            new("Controles oppakken en uitkomsten vastleggen", "Take controls and record outcomes"),
        [Permission.RiskRead] = new("Profielen en steekproef inzien", "View profiles and the sample"),
        [Permission.ClientsRead] = new(
            "Partijen en hun klantbeeld inzien", "View parties and their picture"),
        [Permission.PortalUse] = new(
            "Het portaal gebruiken voor eigen aangiften", "Use the portal for one's own declarations"),
        [Permission.TariffLoad] = new(
            "Wetsbestanden in een ontwerp laden", "Load files of law into a draft"),
        [Permission.TariffPublish] = new(
            "Een ontwerp van een ander als wet publiceren", "Publish another's draft as the law"),
        [Permission.TariffRead] = new("Tarief en wetstabellen inzien", "View the tariff and tables of law"),
        [Permission.AccessTokens] = new("API-tokens maken en intrekken", "Create and revoke API tokens"),
        [Permission.AccessTrail] = new("Het logboek van handelingen inzien", "View the audit trail"),
    };

    public static Text Of(Role role) => RoleNames[role];

    public static Text OfPermission(string permission) => PermissionNames[permission];

    /// <summary>For the test that every role and permission has a name in both languages.</summary>
    internal static IEnumerable<Text> Named => RoleNames.Values.Concat(PermissionNames.Values);
}
