// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Controls.Contract;
using Tolhuis.Tariff.Contract;
using Tolhuis.Web.Components;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Controls;

/// <summary>Outcomes of controls in words.</summary>
public static class OutcomeWords
{
    public static Tone ToneOf(ControlOutcome outcome) => outcome.Result switch
    {
        ResultCodes.InOrder => Tone.Done,
        ResultCodes.NotInOrder => Tone.Attention,
        _ => Tone.Neutral,
    };

    /// <param name="law">Names the result, as it is called on the day one looks.</param>
    public static string Of(ControlOutcome outcome, LawOfTheDay law, Language language) => outcome.Result.Length == 0
        ? language[OutcomeTexts.NotExamined]
        : law.TextOfCode(FindingDraft.Results, outcome.Result, language.Code) is { Length: > 0 } words
            ? words : outcome.Result;
}

/// <summary>Lengths of time in two units, where one would say too little: <c>1 uur 12 min</c>.</summary>
public static class Lengthy
{
    private const long Second = 1_000_000;
    private const long Minute = 60 * Second;
    private const long Hour = 60 * Minute;
    private const long Day = 24 * Hour;

    // The number and its unit stay on one line.
    public static string Of(Language language, long microseconds) =>
        InTwo(language, microseconds).Replace(' ', '\u00A0');

    private static string InTwo(Language language, long microseconds) => microseconds switch
    {
        < Second => "< 1 s",
        >= Day when microseconds % Day >= Hour =>
            $"{language.Duration(microseconds)} {language.Duration(microseconds % Day)}",
        >= Hour and < Day when microseconds % Hour >= Minute =>
            $"{language.Duration(microseconds)} {language.Duration(microseconds % Hour)}",
        _ => language.Duration(microseconds),
    };
}
