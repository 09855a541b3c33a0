// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Web.Platform.Api;

/// <summary>Problems of messages as the trader sees them, with the sentences of the day of receipt.</summary>
internal sealed class ProblemTexts(ITariff tariff)
{
    private sealed record Known(LawEdition Edition, ProblemCatalogue Catalogue);

    private Known? _known;

    /// <summary>
    /// The trader's edition: what makes a person look first ("manual") is not in it, for that would say what holds a
    /// declaration.
    /// </summary>
    public IReadOnlyList<ProblemItem> ForTrader(IEnumerable<Problem> problems, long receivedAt, string language)
    {
        var catalogue = Catalogue();
        var day = DutchTime.DateOf(receivedAt);
        return problems.Where(problem => problem.Severity != Severity.Manual).Select(problem => new ProblemItem(
            problem.Code,
            problem.Severity == Severity.Reject ? "reject" : "warn",
            problem.DataElement.Length == 0 ? null : problem.DataElement,
            problem.Pointer.Length == 0 ? null : problem.Pointer,
            catalogue.Text(problem, language, day),
            catalogue.Row(problem.Code, day)?.Ground is { Length: > 0 } ground
                ? LegalGround.In(language, ground)
                : null)).ToList();
    }

    // Two threads may make it at once after a new edition; both make the same.
    private ProblemCatalogue Catalogue()
    {
        var current = tariff.Current;
        if (_known is not { } known || !ReferenceEquals(known.Edition, current))
            _known = known = new Known(current, new ProblemCatalogue(current));
        return known.Catalogue;
    }
}
