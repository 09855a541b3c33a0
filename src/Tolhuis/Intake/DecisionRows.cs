// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using System.Globalization;
using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Life;
using Tolhuis.Kernel;
using Tolhuis.Risk.Contract;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake;

/// <summary>
/// The rows of the decisions of one transaction and the numbers they get. Everything is written in the transaction; the
/// numbers become the decider's own after its commit.
/// </summary>
internal sealed class DecisionRows(
    DeciderState state,
    DecisionStatements sql,
    DbConnection connection,
    DbTransaction transaction,
    long now,
    Action<DateOnly> sealDrawKey)
{
    private const long MicrosecondsPerHour = 3_600_000_000;

    private readonly Dictionary<(int Day, long Declarant, DataSet Set), DayTotals> _days = [];
    private DeciderNumbers _numbers = state.Numbers;

    public DeciderState State => state;

    public DecisionStatements Sql => sql;

    public DbConnection Connection => connection;

    public DbTransaction Transaction => transaction;

    /// <summary>Instant of the decision, microseconds UTC.</summary>
    public long Now => now;

    public DeciderNumbers Numbers => _numbers;

    public long NextSequence() => _numbers.NextSequence++;

    /// <summary>The hash of a day's key is in the trail before the first draw with it.</summary>
    public void SealDrawKey(DateOnly day) => sealDrawKey(day);

    public LineCounts WriteLines(PreparedMessage message, long id, ReadOnlySpan<LineOutcome> outcomes)
    {
        var declaration = message.Checked.Declaration!;
        for (var i = 0; i < outcomes.Length; i++)
        {
            var line = declaration.Lines[i];
            ref readonly var tax = ref message.Taxes[i];
            var country = line.Origin.IsEmpty ? declaration.Exporter.Country : line.Origin;
            sql.Line.Add(_numbers.NextLine++).Add(id).Add(line.ItemNumber).Add(line.Code.ToStored())
                .Add(country.ToStored())
                .Add(line.Description).Add(line.Value.Cents).Add(line.Value.Currency.ToStored()).Add(tax.ValueEuroCents)
                .Add(line.GrossMass).Add(line.NetMass).Add(AdditionalOf(line)).Add(tax.DutyCents).Add(tax.VatCents)
                .Add((int)outcomes[i]).Run();
        }

        return LineCounts.Of(outcomes);
    }

    public void WriteSelection(long lineId, long id, IReadOnlyList<SelectionReason> reasons)
    {
        for (var i = 0; i < reasons.Count; i++)
        {
            var reason = reasons[i];
            sql.Selection.Add(lineId).Add(i).Add(id).Add((int)reason.Kind).Add(reason.Source).Add(reason.Version)
                .Add(reason.Seen).Add(reason.Boundary).Add(reason.Ground).Run();
        }

        sql.Order.Add(id).Add(lineId).Add((int)reasons[0].Kind).Add(now).Run();
    }

    public void WriteProblems(long id, IReadOnlyList<Problem> problems)
    {
        for (var i = 0; i < problems.Count; i++)
        {
            var problem = problems[i];
            sql.Problem.Add(id).Add(i).Add(problem.Code).Add((int)problem.Severity).Add(problem.DataElement)
                .Add(problem.Pointer).Add(StoredProblems.WriteArguments(problem.Arguments)).Run();
        }
    }

    /// <summary>A row of the first decision; they stand next to each other.</summary>
    public void WriteHistory(long id, long submitter, HistoryKind kind) =>
        sql.History.Add(_numbers.NextHistory++).Add(id).Add(submitter).Add((int)kind).Add(now).Run();

    /// <summary>A row of what came later.</summary>
    public void WriteLaterHistory(long id, long submitter, HistoryKind kind, string? detail = null)
    {
        var row = sql.LaterHistory.Add(_numbers.NextHistory++).Add(id).Add(submitter).Add((int)kind).Add(now);
        (detail is null ? row.AddNull() : row.Add(detail)).Run();
    }

    public DayTotals TotalsOf(DateOnly day, long declarant, DataSet set)
    {
        var key = (day.DayNumber, declarant, set);
        if (!_days.TryGetValue(key, out var totals))
            _days[key] = totals = new DayTotals();
        return totals;
    }

    /// <summary>Writes what the batch has in sum; the last thing inside the transaction.</summary>
    public void WriteTotals()
    {
        foreach (var ((day, declarant, set), totals) in _days)
            totals.Write(sql.Day, day, declarant, set);
    }

    /// <summary>No declaration waits without a task for a person, and the task is what he looks under.</summary>
    /// <param name="law">Law of the day on which it begins to wait: the term of a control is in it.</param>
    public void OpenTask(Mrn mrn, long id, DeclarationState waiting, LawOfTheDay law)
    {
        var isControl = waiting == DeclarationState.UnderControl;
        state.Tasks.Open(connection, transaction, new TaskRequest(
            isControl ? "controls" : "declarations",
            isControl ? "control" : "determine",
            Role.Officer,
            isControl ? "control-before-release" : "determine-debt",
            "declaration",
            TextOf(id),
            mrn.ToString(),
            isControl ? HoursOn("control-term-hours", law) : null));
    }

    /// <summary>The instant as many hours from now as a setting says; null where the law of the day has none.</summary>
    public long? HoursOn(string setting, LawOfTheDay law) =>
        law.TryGetSetting(setting, out var hours) ? now + hours * MicrosecondsPerHour : null;

    /// <summary>Gives the task of a declaration that is held another term.</summary>
    public void PutDue(long id, long? dueAt)
    {
        foreach (var module in (ReadOnlySpan<string>)["controls", "declarations"])
            state.Tasks.PutDue(connection, transaction, module, "declaration", TextOf(id), dueAt);
    }

    public void CloseTask(string module, string objectKind, long id) =>
        state.Tasks.Close(connection, transaction, module, objectKind, TextOf(id));

    /// <summary>The open task of a declaration that is held: its control, or what is to be determined of it; null if
    /// it has none.</summary>
    public OpenTask? TaskOf(StandingDeclaration declaration) => state.Tasks.FindOpen(
        connection, transaction,
        declaration.State == DeclarationState.UnderControl ? "controls" : "declarations", "declaration",
        TextOf(declaration.Id));

    /// <summary>Another person has the task of a declaration that is held: what is done with it is his to do.</summary>
    public bool IsHeldByOther(StandingDeclaration declaration, Actor by) =>
        TaskOf(declaration)?.TakenBy is { } holder && (by.Kind != ActorKind.Person || by.Id != holder);

    /// <summary>The history row that tells a state that was decided.</summary>
    public static HistoryKind KindOf(DeclarationState decided) => decided switch
    {
        DeclarationState.Released => HistoryKind.Released,
        DeclarationState.UnderControl => HistoryKind.UnderControl,
        _ => HistoryKind.ToDetermine,
    };

    public static TaxSum Sum(LineTax[] taxes)
    {
        var sum = default(TaxSum);
        foreach (var tax in taxes)
            sum += new TaxSum(tax.ValueEuroCents, tax.DutyCents, tax.VatCents);
        return sum;
    }

    public static string TextOf(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static string AdditionalOf(DeclarationLine line) => line.AdditionalProcedures.Count switch
    {
        0 => "",
        1 => line.AdditionalProcedures[0],
        _ => string.Join(' ', line.AdditionalProcedures),
    };
}
