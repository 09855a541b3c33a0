// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Risk.Contract;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Declarations;

/// <summary>A reason to control as a sentence for the officer: the value seen and the limit.</summary>
public static class ReasonSentence
{
    public static string Of(Language language, SelectionReason reason) => reason.Kind switch
    {
        SelectionKind.Mandatory =>
            language.Say(DeclarationsTexts.ReasonMandatory, reason.Boundary, reason.Source),
        SelectionKind.Sample =>
            language.Say(
                DeclarationsTexts.ReasonSample, reason.Source, Count(language, reason.Seen),
                Count(language, reason.Boundary)),
        _ => language.Say(DeclarationsTexts.ReasonProfile, reason.Source, reason.Seen, reason.Boundary),
    };

    private static string Count(Language language, string number) =>
        long.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var count) ? language.Number(count)
            : number;
}
