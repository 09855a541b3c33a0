// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake;

/// <summary>Answers what would be decided on a message on a day, for pages that explain the law.</summary>
internal sealed class DryDecisions(ITariff tariff) : IDryDecisions
{
    // Noon, so that the civil date is the day whatever the time of the year.
    private const long Noon = 12L * 3_600 * 1_000_000;

    public DryDecision Decide(ReadOnlyMemory<byte> message, DateOnly day)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(message.Length, IntakeBounds.MessageBytes);
        var law = tariff.Current.On(day);
        var everyone = new Mandate(null, new Period(DateOnly.MinValue));
        var anyone = new Submitter(0, "", null, [everyone], TokenScopes.None, 0);
        return new DryCheck(anyone, DutchTime.StartOf(day) + Noon, law).Decide(message);
    }
}
