// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Web.Platform;

/// <summary>Sentences and grounds of problems in the language of the page, as the law had them on a day.</summary>
public sealed class ProblemSentences(ITariff tariff, Language language, TimeProvider time)
{
    public string Say(Problem problem, DateOnly on) => Catalogue(on).Text(problem, language.Code, on);

    /// <summary>For what is wrong now: a form, a refusal.</summary>
    public string SayToday(Problem problem) => Say(problem, DutchTime.DateOf(time.GetUtcNow()));

    /// <summary>Legal ground; empty for a code without a row.</summary>
    public string Ground(string code, DateOnly on) =>
        LegalGround.In(language.Code, Catalogue(on).Row(code, on)?.Ground ?? "");

    private ProblemCatalogue Catalogue(DateOnly on) => ProblemCatalogue.Of(tariff.Current.On(on));
}
