// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Cli.Intake;
using Tolhuis.Cli.Platform;
using Tolhuis.Controls.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Cli.Simulate;

/// <summary>
/// What a demo without a server did: the counts of its traffic, and what the controls of today brought, simulated ones
/// included.
/// </summary>
/// <param name="Ended">Controls that ended; each is of one line.</param>
/// <param name="DifferenceCents">Duty and VAT that they brought, in euro cents.</param>
/// <param name="Open">Declarations under control that wait to be examined; counting stops at 10,000.</param>
/// <param name="Failed">Acts of the simulation that were refused.</param>
internal sealed record DemoAnswer(
    long Files, long Messages, long Accepted, long Rejected, long Unreadable, long Duplicates, long Quarantined,
    long Lines, long Released, long Selected, long Undecided, long Ended, long InOrder, long NotInOrder,
    long DifferenceCents, long Open, long AwaitsCorrection, long CorrectionCame, long Failed)
{
    public static DemoAnswer Of(in IntakeCounts counts, OpenedStore opened, SimulatedHouse house)
    {
        var controls = opened.Get<IControls>();
        var today = DutchTime.DateOf(TimeProvider.System.GetUtcNow());
        var effect = controls.Effect(today, today);
        var cases = controls.CountCases();
        return new DemoAnswer(
            counts.Files, counts.Messages, counts.Accepted, counts.Rejected, counts.Unreadable, counts.Duplicates,
            counts.Quarantined, counts.Lines, counts.Released, counts.Selected, counts.Undecided, effect.Ended,
            effect.InOrder, effect.NotInOrder, effect.DifferenceCents, cases.GetValueOrDefault(ControlStage.ToExamine),
            cases.GetValueOrDefault(ControlStage.AwaitsCorrection),
            cases.GetValueOrDefault(ControlStage.CorrectionCame),
            house.Controls.Failed + house.Corrections.Failed);
    }

    public void Print(bool isJson)
    {
        if (isJson)
        {
            CommandLine.WriteJson(this);
            return;
        }

        IntakeCommand.Print(
            new IntakeCounts
            {
                Files = Files,
                Messages = Messages,
                Accepted = Accepted,
                Rejected = Rejected,
                Unreadable = Unreadable,
                Duplicates = Duplicates,
                Quarantined = Quarantined,
                Lines = Lines,
                Released = Released,
                Selected = Selected,
                Undecided = Undecided,
            },
            isJson: false);
        Console.Out.WriteLine(CommandLine.Say(
            $"Gesimuleerde controles: {Ended} afgerond ({NotInOrder} niet in orde), verschil "
            + $"{DifferenceCents / 100m:0.00} EUR; {Open} te onderzoeken, {AwaitsCorrection} wachten op een correctie. "
            + $"Van een dag worden ten hoogste {SimulatedControls.MostWorkedBack} aangiften gesimuleerd gecontroleerd.",
            $"Simulated controls: {Ended} ended ({NotInOrder} not in order), difference {DifferenceCents / 100m:0.00} "
            + $"EUR; {Open} to examine, {AwaitsCorrection} await a correction. Of a day at most "
            + $"{SimulatedControls.MostWorkedBack} declarations are examined by the simulation."));
    }
}
