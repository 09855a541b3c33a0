// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Clients.Contract;
using Tolhuis.Intake.Life;
using Tolhuis.Risk.Contract;

namespace Tolhuis.Intake;

/// <summary>
/// Everything that depends on order. Only the decider's thread changes it, and only after a commit; at a start it is
/// rebuilt
/// from the store.
/// </summary>
internal sealed class DeciderState(
    DeciderNumbers numbers,
    LrnRegister lrns,
    ConsignmentMemory consignments,
    IMeetParties parties,
    ITasks tasks,
    Func<DateOnly, byte[]> drawKeyOf,
    LifeTools tools)
{
    public DeciderNumbers Numbers { get; set; } = numbers;

    public LrnRegister Lrns { get; } = lrns;

    public ConsignmentMemory Consignments { get; } = consignments;

    public IMeetParties Parties { get; } = parties;

    /// <summary>Where tasks for people are opened, in the decider's own transaction.</summary>
    public ITasks Tasks { get; } = tasks;

    /// <summary>For what comes after lodging.</summary>
    public LifeTools Tools { get; } = tools;

    public byte[] DrawKeyOf(DateOnly day) => drawKeyOf(day);
}
