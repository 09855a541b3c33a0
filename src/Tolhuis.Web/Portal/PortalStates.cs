// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Web.Components;
using Tolhuis.Web.Declarations.Api;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Portal;

/// <summary>A state as a trader may know it, in plain words.</summary>
/// <param name="Word">For a list.</param>
/// <param name="Means">What it means.</param>
/// <param name="Next">What happens next, or what he can do; {0} is a day where the state has one.</param>
internal sealed record PortalState(Tone Tone, Text Word, Text Means, Text Next);

/// <summary>The states of the trader's edition in plain words, by the words of the API.</summary>
internal static class PortalStates
{
    private static readonly Text NothingToDo = new(
        "U hoeft niets te doen.", "You need not do anything.");

    private static readonly Dictionary<DeclarationState, PortalState> All = new()
    {
        [DeclarationState.Received] = new(
            Tone.Neutral, new("Wacht op de goederen", "Waiting for the goods"),
            new(
                "Wij hebben uw aangifte. De goederen zijn nog niet bij de douane gemeld.",
                "We have your declaration. Customs has not yet been told that the goods are here."),
            new(
                "Meld de goederen uiterlijk {0}. Daarna vervalt de aangifte.",
                "Tell customs that the goods are here by {0}. After that the declaration lapses.")),
        [DeclarationState.Rejected] = new(
            Tone.Attention, new("Afgewezen", "Rejected"),
            new("Wij konden deze aangifte niet aannemen.", "We could not take this declaration."),
            new(
                "Hieronder staat wat er mis is. Verbeter dat en dien de aangifte opnieuw in.",
                "Below you see what is wrong. Correct it and lodge the declaration again.")),
        [DeclarationState.Accepted] = new(
            Tone.Active, new("Aanvaard", "Accepted"),
            new(
                "Wij hebben uw aangifte aanvaard. De goederen zijn nog niet vrij.",
                "We have accepted your declaration. The goods are not free yet."),
            new(
                "U hoeft nu niets te doen. Zodra wij iets beslissen of vragen, staat het hier.",
                "You need not do anything now. As soon as we decide or ask something, it is here.")),
        [DeclarationState.UnderControl] = new(
            Tone.Attention, new("Onder controle", "Under control"),
            new(
                "De douane controleert deze aangifte of deze goederen. De goederen zijn nog niet vrij.",
                "Customs controls this declaration or these goods. The goods are not free yet."),
            new(
                "U hoeft nu niets te doen. Als wij iets van u nodig hebben, vragen wij dat hier.",
                "You need not do anything now. If we need something from you, we ask for it here.")),
        [DeclarationState.Released] = new(
            Tone.Done, new("Vrijgegeven", "Released"),
            new("De goederen zijn vrij.", "The goods are free."),
            NothingToDo),
        [DeclarationState.Invalidated] = new(
            Tone.Neutral, new("Ongeldig gemaakt", "Invalidated"),
            new("Deze aangifte geldt niet meer.", "This declaration no longer counts."),
            NothingToDo),
        [DeclarationState.NotReleased] = new(
            Tone.Danger, new("Niet vrijgegeven", "Not released"),
            new(
                "Wij geven deze goederen niet vrij. Waarom staat bij de berichten.",
                "We do not release these goods. The reason is with the messages."),
            new(
                "De goederen blijven bij de douane. Bent u het er niet mee eens, lees dan bij de berichten wat u kunt "
                    + "doen.",
                "The goods stay with customs. If you do not agree, read with the messages what you can do.")),
        [DeclarationState.Lapsed] = new(
            Tone.Neutral, new("Vervallen", "Lapsed"),
            new(
                "De goederen zijn niet op tijd gemeld. De aangifte telt niet meer mee.",
                "The goods were not reported in time. The declaration no longer counts."),
            new(
                "Komen de goederen nog? Dien dan een nieuwe aangifte in.",
                "Are the goods still coming? Then lodge a new declaration.")),
    };

    /// <summary>By the word that the trader's edition has for it, never by the state itself.</summary>
    public static PortalState Of(string word) => All[TraderWords.FindState(word)!.Value];

    /// <summary>For the test that every state has its words.</summary>
    internal static IEnumerable<Text> Named => All.Values.SelectMany(s => (Text[])[s.Word, s.Means, s.Next]);
}
