// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using System.Text;
using System.Text.Json;
using Dapper;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Declarations;

/// <summary>The SQL of questions about declarations; decisions are written by the decider (module Intake).</summary>
internal static class DeclarationsStore
{
    private const string Columns =
        """
        SELECT d.id, d.submitter_id, d.declarant_id, d.data_set, d.lrn, d.attempt, d.received_at, d.state, d.file_id,
            d.entry, d.edition, d.relodgings, d.draw_day, d.first_line, d.line_count, d.value_cents, d.duty_cents,
            d.vat_cents, d.additional_type, d.accepted_on, d.version, d.supplements_id, t.kind term, t.last_day,
            v.file_id version_file, v.entry version_entry, d.message_version
        FROM declarations_declarations d
        LEFT JOIN declarations_terms t ON t.declaration_id = d.id
        LEFT JOIN declarations_versions v ON d.version > 1 AND v.declaration_id = d.id AND v.version = d.version
        """;

    public static DeclarationRow? Find(DbConnection connection, long id) =>
        connection.QueryFirstOrDefault<StoredDeclaration>(Columns + " WHERE d.id = @id", new { id })?.ToRow();

    public static IEnumerable<DeclarationRow> List(DbConnection connection, DeclarationFilter filter,
        IReadOnlyCollection<long>? ids, (long First, long Last)? range)
    {
        var sql = new StringBuilder(Columns).Append(" WHERE 1 = 1");
        if (ids is not null)
            sql.Append(" AND d.id IN @ids");
        if (range is not null)
            sql.Append(" AND d.id BETWEEN @first AND @last");
        if (filter.Before is not null)
            sql.Append(" AND d.id < @Before");
        if (filter.State is { } state)
            sql.Append(" AND d.state = ").Append((int)state).Append(IndexOf(state));

        // Pre-lodged ones are those with a term, and terms have an index by kind and day.
        var term = filter.Term ?? (filter.State == DeclarationState.Received ? DeclarationTerm.Presentation : null);
        if (term is { } kind)
            sql.Append(" AND t.kind = ").Append((int)kind);
        if (term is not null && filter.LastDayFrom is not null)
            sql.Append(" AND t.last_day >= @lastDayFrom");
        if (term is not null && filter.LastDayBefore is not null)
            sql.Append(" AND t.last_day < @lastDayBefore");

        if (filter.DataSet is { } set)
        {
            sql.Append(" AND d.data_set = ").Append((int)set)
                .Append(set is DataSet.H1 or DataSet.H7 ? "" : " AND d.data_set NOT IN (1, 7)");
        }

        if (filter.DeclarantId is not null)
            sql.Append(" AND d.declarant_id = @DeclarantId");
        // The plus keeps the engine from the index by declarant: the few that are asked for have a better one.
        if (filter.DeclarantIds is not null)
            sql.Append(" AND +d.declarant_id IN @DeclarantIds");
        if (filter.SubmitterId is not null)
            sql.Append(" AND d.submitter_id = @SubmitterId");
        if (filter.ReceivedFrom is not null)
            sql.Append(" AND d.received_at >= @from");
        if (filter.ReceivedUntil is not null)
            sql.Append(" AND d.received_at < @until");
        sql.Append(" ORDER BY d.id DESC LIMIT @limit");
        var rows = connection.Query<StoredDeclaration>(sql.ToString(), new
        {
            ids,
            first = range?.First,
            last = range?.Last,
            filter.Before,
            filter.DeclarantId,
            filter.DeclarantIds,
            filter.SubmitterId,
            from = StartOf(filter.ReceivedFrom),
            until = StartOf(filter.ReceivedUntil),
            limit = Math.Clamp(filter.Limit, 1, 201),
            lastDayFrom = filter.LastDayFrom?.DayNumber,
            lastDayBefore = filter.LastDayBefore?.DayNumber,
        });
        return rows.Select(row => row.ToRow());
    }

    // The engine takes the index of a few only where the query repeats its condition word for word.
    private static string IndexOf(DeclarationState state) => state switch
    {
        DeclarationState.Accepted or DeclarationState.UnderControl => " AND d.state IN (3, 4)",
        DeclarationState.Invalidated or DeclarationState.NotReleased or DeclarationState.Lapsed =>
            " AND d.state IN (6, 7, 8)",
        _ => "",
    };

    public static IEnumerable<LineRow> Lines(DbConnection connection, long first, long until) =>
        connection.Query<StoredLine>(
            """
            SELECT id, item, code, country, description, value, currency, value_cents, gross_mass, net_mass, additional,
                duty_cents, vat_cents, outcome
            FROM declarations_lines WHERE id >= @first AND id < @until ORDER BY id
            """,
            new { first, until }).Select(row => row.ToRow());

    public static IEnumerable<Problem> Problems(DbConnection connection, long declarationId) =>
        ProblemsBetween(connection, declarationId, declarationId + 1).Select(row => row.Problem);

    public static IEnumerable<(long DeclarationId, Problem Problem)> ProblemsBetween(
        DbConnection connection, long from, long until) =>
        connection.Query<StoredProblem>(
            """
            SELECT declaration_id, code, severity, data_element, pointer, arguments FROM declarations_problems
            WHERE declaration_id >= @from AND declaration_id < @until ORDER BY declaration_id, number
            """,
            new { from, until }).Select(row => (row.Declaration_Id, row.ToProblem()));

    /// <summary>The rows of the first decision stand next to each other; later ones are found by their index.</summary>
    public static IEnumerable<HistoryRow> History(DbConnection connection, long declarationId) =>
        connection.Query<StoredHistory>(
            """
            SELECT h.seq, h.declaration_id, h.kind, h.at, h.detail FROM declarations_declarations d
            JOIN declarations_history h ON h.seq BETWEEN d.first_history AND d.first_history + 3
                AND h.declaration_id = d.id AND h.is_later = 0
            WHERE d.id = @declarationId
            UNION ALL
            SELECT seq, declaration_id, kind, at, detail FROM declarations_history
            WHERE declaration_id = @declarationId AND is_later = 1
            ORDER BY 1
            """,
            new { declarationId }).Select(row => row.ToRow());

    public static IEnumerable<HistoryRow> Notifications(
        DbConnection connection, long submitterId, long after, int limit, long notBefore) =>
        connection.Query<StoredHistory>(
            """
            SELECT seq, declaration_id, kind, at, detail FROM declarations_history
            WHERE submitter_id = @submitterId AND seq > @after AND kind < 50 AND at >= @notBefore
            ORDER BY seq LIMIT @limit
            """,
            new { submitterId, after, limit, notBefore }).Select(row => row.ToRow());

    /// <summary>
    /// Own numbers that a local reference number leads to, in any week and of any submitter; at most 50.
    /// </summary>
    public static List<long> FindByLrn(
        DbConnection connection, string lrn, long? submitterId, IReadOnlyList<long>? declarantIds = null)
    {
        // Before the bound: references of others must not push out one's own.
        var own = declarantIds is null ? ""
            : "AND EXISTS (SELECT 1 FROM declarations_declarations d WHERE d.id = declaration_id "
                + "AND d.declarant_id IN @declarantIds)";
        var found = new List<long>();
        var weeks = connection.Query<long>("SELECT week FROM declarations_lrn_weeks ORDER BY week DESC").ToList();
        foreach (var week in weeks)
        {
            // The key starts with owner and kind: step from owner to owner, and name every kind, instead of reading the
            // whole week.
            var table = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"declarations_lrn_{week:D6}");
            found.AddRange(connection.Query<long>(
                $"""
                 WITH RECURSIVE owners(owner) AS (
                     SELECT min(owner) FROM {table}
                     UNION ALL SELECT (SELECT min(owner) FROM {table} WHERE owner > owners.owner) FROM owners
                         WHERE owners.owner IS NOT NULL)
                 SELECT declaration_id FROM owners JOIN {table} AS numbers
                     ON numbers.owner = owners.owner AND numbers.lrn = @lrn
                     AND numbers.kind IN (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
                 WHERE (@submitterId IS NULL OR owners.owner < 0 OR owners.owner = @submitterId) {own}
                 LIMIT 50
                 """,
                new { lrn, submitterId, declarantIds }));
            if (found.Count >= 50)
                break;
        }

        return found;
    }

    /// <summary>First and last own number among the declarations of a period; null if there are none.</summary>
    public static (long First, long Last)? IdsOf(DbConnection connection, int from, int until)
    {
        var (first, last) = connection.QueryFirst<(long? First, long? Last)>(
            "SELECT min(first_id), max(last_id) FROM declarations_days WHERE day >= @from AND day < @until",
            new { from, until });
        return first is { } low && last is { } high ? (low, high) : null;
    }

    public static IEnumerable<DayRow> Days(DbConnection connection, int from, int until) =>
        connection.Query<StoredDay>(
            "SELECT * FROM declarations_days WHERE day >= @from AND day < @until ORDER BY day",
            new { from, until }).Select(row => row.ToRow());

    public static IEnumerable<(DeclarationState State, long Count)> CountWaiting(DbConnection connection) =>
        connection.Query<(long State, long Count)>(
                "SELECT state, count(*) FROM declarations_declarations WHERE state IN (3, 4) GROUP BY state")
            .Select(row => ((DeclarationState)row.State, row.Count));

    public static TermCounts CountTerms(DbConnection connection, int day, int soon)
    {
        var (waiting, lapse, overdue) = connection.QuerySingle<(long, long, long)>(
            """
            SELECT
                (SELECT count(*) FROM (SELECT 1 FROM declarations_terms WHERE kind = 1 LIMIT @most)),
                (SELECT count(*) FROM (SELECT 1 FROM declarations_terms
                    WHERE kind = 1 AND last_day >= @day AND last_day <= @soon LIMIT @most)),
                (SELECT count(*) FROM (SELECT 1 FROM declarations_terms
                    WHERE kind = 2 AND last_day < @day LIMIT @most))
            """,
            new { day, soon, most = TermCounts.Most });
        return new TermCounts(waiting, lapse, overdue);
    }

    private static long? StartOf(DateOnly? day) => day is { } date ? DutchTime.StartOf(date) : null;

    private sealed record StoredDeclaration(
        long Id, long Submitter_Id, long Declarant_Id, long Data_Set, string Lrn, long Attempt, long Received_At,
        long State, long File_Id, long Entry, long Edition, long Relodgings, long Draw_Day, long First_Line,
        long Line_Count, long Value_Cents, long Duty_Cents, long Vat_Cents, long Additional_Type, long? Accepted_On,
        long Version, long? Supplements_Id, long? Term, long? Last_Day, long? Version_File, long? Version_Entry,
        long Message_Version)
    {
        public DeclarationRow ToRow() => new(
            Id,
            State == (int)DeclarationState.Rejected ? default : Mrn.ForSequence(DutchTime.DateOf(Received_At), Id),
            Submitter_Id, Declarant_Id, (DataSet)Data_Set, Lrn, (int)Attempt, Received_At, (DeclarationState)State,
            Version_File ?? File_Id, Version_Entry ?? Entry, (int)Edition, (int)Relodgings,
            DateOnly.FromDayNumber((int)Draw_Day), First_Line, (int)Line_Count, Value_Cents, Duty_Cents, Vat_Cents)
        {
            AdditionalType = (char)Additional_Type,
            AcceptedOn = Accepted_On switch
            {
                null => null,
                // Accepted before pre-lodging was known: on receipt.
                0 => DutchTime.DateOf(Received_At),
                { } day => DateOnly.FromDayNumber((int)day),
            },
            Version = (int)Version,
            LapsesOn = Term == 1 ? DateOnly.FromDayNumber((int)Last_Day!.Value) : null,
            SupplementDueOn = Term == 2 ? DateOnly.FromDayNumber((int)Last_Day!.Value) : null,
            SupplementsId = Supplements_Id,
            MessageVersion = (int)Message_Version,
        };
    }

    private sealed record StoredLine(
        long Id, long Item, long Code, long Country, string Description, long Value, long Currency, long Value_Cents,
        long Gross_Mass, long Net_Mass, string Additional, long Duty_Cents, long Vat_Cents, long Outcome)
    {
        public LineRow ToRow() => new(
            Id, (int)Item, CommodityCode.FromStored(Code), CountryCode.FromStored((int)Country), Description,
            new Money(Value, CurrencyCode.FromStored((int)Currency)), Value_Cents, Gross_Mass, Net_Mass, Additional,
                Duty_Cents,
            Vat_Cents, (LineOutcome)Outcome);
    }

    private sealed record StoredProblem(
        long Declaration_Id, string Code, long Severity, string Data_Element, string Pointer, string Arguments)
    {
        public Problem ToProblem() => new(
            Code, (Severity)Severity, Data_Element, Pointer,
            Arguments.Length == 0 ? [] : JsonSerializer.Deserialize<string[]>(Arguments) ?? []);
    }

    private sealed record StoredHistory(long Seq, long Declaration_Id, long Kind, long At, string? Detail)
    {
        public HistoryRow ToRow() => new(Seq, Declaration_Id, (HistoryKind)Kind, At, Detail);
    }

    internal sealed record StoredDay(
        long Day, long Declarant_Id, long Data_Set, long Accepted, long Rejected, long Lines, long Released,
            long Selected,
        long Undecided, long Relodged, long Value_Cents, long Duty_Cents, long Vat_Cents, long First_Id, long Last_Id,
        long Received)
    {
        public DayRow ToRow() => new(
            DateOnly.FromDayNumber((int)Day), Declarant_Id, (DataSet)Data_Set, Accepted, Rejected, Lines, Released,
                Selected,
            Undecided, Relodged, Value_Cents, Duty_Cents, Vat_Cents)
        { Received = Received };
    }
}
