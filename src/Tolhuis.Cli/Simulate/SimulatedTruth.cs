// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Simulator;

namespace Tolhuis.Cli.Simulate;

/// <summary>
/// What is true about the traffic of this run, for the officers of the simulation. Of what anyone else lodged, or an
/// earlier run, nothing is known, and they leave that to people.
/// </summary>
/// <param name="mostRows">Rows of truth kept; of every twenty lines one has a row. Of the oldest messages everything is
/// forgotten, and with the row of a file that file.</param>
/// <param name="mostMessages">Live messages whose truth is known; the oldest are forgotten.</param>
internal sealed class SimulatedTruth(int mostRows = 200_000, int mostMessages = 200_000)
{
    /// <summary>Instead of a file, for a message that was lodged by itself.</summary>
    private const long Live = 0;

    private readonly HashSet<long> _files = [];
    private readonly HashSet<string> _messages = new(StringComparer.Ordinal);
    private readonly Queue<string> _oldestMessages = new();
    private readonly Dictionary<string, List<TruthRow>> _rows = new(StringComparer.Ordinal);
    private readonly Queue<(string Lrn, long File)> _oldestRows = new();

    public void Add(long fileId, IReadOnlyList<TruthRow> truth)
    {
        _files.Add(fileId);
        Add(truth, fileId);
    }

    public void Add(SimulatedMessage message)
    {
        if (_messages.Add(message.Lrn))
            _oldestMessages.Enqueue(message.Lrn);
        while (_oldestMessages.Count > mostMessages && _oldestMessages.TryDequeue(out var oldest))
            _messages.Remove(oldest);
        Add(message.Truth, Live);
    }

    public bool Knows(DeclarationRow row) => row.RawFileId > 0 ? _files.Contains(row.RawFileId)
        : _messages.Contains(row.Lrn);

    /// <summary>Rows about a message; none if it is honest.</summary>
    public IReadOnlyList<TruthRow> Of(string lrn) => _rows.TryGetValue(lrn, out var rows) ? rows : [];

    private void Add(IReadOnlyList<TruthRow> truth, long file)
    {
        foreach (var row in truth)
        {
            if (!_rows.TryGetValue(row.Lrn, out var rows))
                _rows[row.Lrn] = rows = [];
            rows.Add(row);
            _oldestRows.Enqueue((row.Lrn, file));
        }

        // Who loses his truth would be called honest: then nothing is known of what he was in.
        while (_oldestRows.Count > mostRows && _oldestRows.TryDequeue(out var oldest))
        {
            _rows.Remove(oldest.Lrn);
            if (oldest.File == Live)
                _messages.Remove(oldest.Lrn);
            else
                _files.Remove(oldest.File);
        }
    }
}
