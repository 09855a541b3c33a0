// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake.Life;

/// <summary>Reads the goods of an earlier message from where it lies and weighs them by the law of a day.</summary>
internal sealed class LifeContent(DecisionRows rows, LifeTools tools)
{
    /// <param name="by">The message that makes it be decided on.</param>
    /// <param name="version">Version of the message model that the message is written in.</param>
    public PreparedMessage Read(
        RawPlace place, PreparedMessage by, LawOfTheDay law, DataSet set, char decidedAs, DateOnly drawDay,
        int version) =>
        tools.Preparation.PrepareContent(
            tools.Content.Read(place, FileReceivedAt), by, law, set, decidedAs, drawDay, version);

    /// <summary>The content that stands, by the law of the day of acceptance.</summary>
    /// <param name="law">Law of the day on which it is read.</param>
    public PreparedMessage ReadStanding(StandingDeclaration declaration, LawOfTheDay law)
    {
        // Only law and instant of who reads count here.
        var reader = new PreparedMessage
        {
            Submitter = new Submitter(declaration.SubmitterId, "", null, [], TokenScopes.None, 0),
            ReceivedAt = rows.Now,
            ReceivedOn = law.Day,
            Law = law,
            Checked = new CheckedMessage { IsReadable = true, MessageVersion = declaration.MessageVersion },
        };
        return Read(
            declaration.Content, reader, law.Source.On(declaration.AcceptedOn ?? law.Day), declaration.DataSet,
            declaration.DecidedAs, DateOnly.FromDayNumber((int)declaration.DrawDay), declaration.MessageVersion);
    }

    private long FileReceivedAt(long fileId)
    {
        Span<long> row = stackalloc long[1];
        Kernel.Invariant.Holds(
            rows.Sql.FileReceivedAt.Add(fileId).TryFirst(row), $"Received file {fileId} has its row.");
        return row[0];
    }
}
