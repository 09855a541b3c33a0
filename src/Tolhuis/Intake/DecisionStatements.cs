// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Data.Sqlite;
using Tolhuis.Platform;

namespace Tolhuis.Intake;

/// <summary>
/// The statements of the hot path, prepared once per store. This is the one place where Intake writes to the tables of
/// modules
/// above it: the decider commits all rows of a decision in one transaction (docs/decisions/0007).
/// </summary>
internal sealed class DecisionStatements : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<int, (RowInsert Put, RowInsert Find)> _lrnByWeek = [];

    public DecisionStatements(SqliteConnection connection)
    {
        _connection = connection;
        Declaration = new RowInsert(connection, DecisionStore.InsertDeclaration);
        Line = new RowInsert(connection, DecisionStore.InsertLine);
        History = new RowInsert(connection, DecisionStore.InsertHistory);
        LaterHistory = new RowInsert(connection, DecisionStore.InsertLaterHistory);
        Problem = new RowInsert(connection, DecisionStore.InsertProblem);
        Selection = new RowInsert(connection, DecisionStore.InsertSelection);
        Order = new RowInsert(connection, DecisionStore.InsertOrder);
        Day = new RowInsert(connection, DecisionStore.UpsertDay);
        Batch = new RowInsert(connection, DecisionStore.InsertBatch);
        Exception = new RowInsert(connection, DecisionStore.InsertException);
        FileProgress = new RowInsert(connection, DecisionStore.UpdateFile);
        Numbers = new RowInsert(connection, DecisionStore.UpdateNumbers);
        Answer = new RowInsert(connection, DecisionStore.SelectAnswer);
        FileReceivedAt = new RowInsert(connection, DecisionStore.SelectFile);
        ForgetFilter = new RowInsert(connection, DecisionStore.ForgetFilter);
    }

    public RowInsert Declaration { get; }
    public RowInsert Line { get; }
    public RowInsert History { get; }
    public RowInsert LaterHistory { get; }
    public RowInsert Problem { get; }
    public RowInsert Selection { get; }
    public RowInsert Order { get; }
    public RowInsert Day { get; }
    public RowInsert Batch { get; }
    public RowInsert Exception { get; }
    public RowInsert FileProgress { get; }
    public RowInsert Numbers { get; }
    public RowInsert Answer { get; }
    public RowInsert FileReceivedAt { get; }
    public RowInsert ForgetFilter { get; }

    public RowInsert PutLrn(int week) => OfWeek(week).Put;

    public RowInsert FindLrn(int week) => OfWeek(week).Find;

    /// <summary>
    /// Forgets half-bound rows, and the statements of weeks, whose table may have been made in the transaction that is
    /// rolled back.
    /// </summary>
    public void Rollback()
    {
        foreach (var statement in All)
            statement.Clear();
        ForgetWeeks();
    }

    private void ForgetWeeks()
    {
        foreach (var (put, find) in _lrnByWeek.Values)
        {
            put.Dispose();
            find.Dispose();
        }

        _lrnByWeek.Clear();
    }

    public void Dispose()
    {
        ForgetWeeks();
        foreach (var statement in All)
            statement.Dispose();
    }

    private RowInsert[] All =>
    [
        Declaration, Line, History, Problem, Selection, Order, Day, Batch, Exception, FileProgress, Numbers, Answer,
            ForgetFilter, LaterHistory, FileReceivedAt,
    ];

    private (RowInsert Put, RowInsert Find) OfWeek(int week)
    {
        if (_lrnByWeek.TryGetValue(week, out var statements))
            return statements;
        var table = DecisionStore.LrnTable(week);
        using (var command = _connection.CreateCommand())
        {
            command.CommandText = DecisionStore.CreateLrnTable(week);
            command.ExecuteNonQuery();
        }

        statements = (new RowInsert(_connection, DecisionStore.PutLrn(table)),
            new RowInsert(_connection, DecisionStore.FindLrn(table)));
        _lrnByWeek[week] = statements;
        return statements;
    }
}
