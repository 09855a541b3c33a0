// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Tolhuis.Platform;

/// <summary>
/// One prepared statement, bound by position and run many times inside the writer's transaction. It goes straight to
/// the
/// engine: through ADO.NET each parameter of each row costs several times more (docs/numbers). Not thread-safe.
/// </summary>
public sealed class RowInsert : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private byte[] _utf8 = new byte[1024];
    private int _position;

    public RowInsert(SqliteConnection connection, string sql)
    {
        _database = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    public RowInsert Add(long value)
    {
        Check(raw.sqlite3_bind_int64(_statement, ++_position, value));
        return this;
    }

    public RowInsert Add(string text)
    {
        var bytes = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (bytes > _utf8.Length)
            _utf8 = new byte[bytes * 2];
        var length = Encoding.UTF8.GetBytes(text, _utf8);
        Check(raw.sqlite3_bind_text(_statement, ++_position, _utf8.AsSpan(0, length)));
        return this;
    }

    public RowInsert Add(ReadOnlySpan<byte> blob)
    {
        Check(raw.sqlite3_bind_blob(_statement, ++_position, blob));
        return this;
    }

    public RowInsert AddNull()
    {
        Check(raw.sqlite3_bind_null(_statement, ++_position));
        return this;
    }

    public RowInsert AddNullable(long? value) => value is { } number ? Add(number) : AddNull();

    /// <summary>Rows that the last <see cref="Run"/> inserted, changed or deleted.</summary>
    public int RowsChanged => raw.sqlite3_changes(_database);

    /// <summary>Runs the statement with what was added and makes it ready for the next row.</summary>
    public void Run()
    {
        _position = 0;
        var code = raw.sqlite3_step(_statement);
        var reset = raw.sqlite3_reset(_statement);
        if (code != raw.SQLITE_DONE)
            Check(reset);
    }

    /// <summary>
    /// Runs a query with what was added and gives the first columns of its first row as integers; false without a row.
    /// </summary>
    public bool TryFirst(Span<long> columns)
    {
        _position = 0;
        var code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW)
        {
            for (var i = 0; i < columns.Length; i++)
                columns[i] = raw.sqlite3_column_int64(_statement, i);
        }

        var reset = raw.sqlite3_reset(_statement);
        if (code != raw.SQLITE_ROW && code != raw.SQLITE_DONE)
            Check(reset);
        return code == raw.SQLITE_ROW;
    }

    /// <summary>As <see cref="TryFirst(Span{long})"/>, with the column after them as a blob.</summary>
    public bool TryFirst(Span<long> columns, Span<byte> blob)
    {
        _position = 0;
        var code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW)
        {
            for (var i = 0; i < columns.Length; i++)
                columns[i] = raw.sqlite3_column_int64(_statement, i);
            var stored = raw.sqlite3_column_blob(_statement, columns.Length);
            blob.Clear();
            stored[..Math.Min(stored.Length, blob.Length)].CopyTo(blob);
        }

        var reset = raw.sqlite3_reset(_statement);
        if (code != raw.SQLITE_ROW && code != raw.SQLITE_DONE)
            Check(reset);
        return code == raw.SQLITE_ROW;
    }

    /// <summary>Forgets what was added to a row that was never run: its work failed half way.</summary>
    public void Clear() => _position = 0;

    public void Dispose() => _statement.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            _position = 0;
            SqliteException.ThrowExceptionForRC(code, _database);
        }
    }
}
