// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Simulator;

namespace Tolhuis.Cli.Simulate;

/// <summary>
/// What is true about the traffic of this run, for the officers of the simulation. Of what anyone else lodged, or an
/// earlier run, nothing is known, and they leave that to people.
/// </summary>
internal sealed class SimulatedTruth
{
    /// <summary>Rows of truth kept; of every twenty lines one has a row. The oldest are forgotten.</summary>
    private const int MostRows = 200_000;

    /// <summary>Live messages whose truth is known; the oldest are forgotten.</summary>
    private const int MostMessages = 200_000;

    private readonly HashSet<long> _files = [];
    private readonly HashSet<string> _messages = new(StringComparer.Ordinal);
    private readonly Queue<string> _oldestMessages = new();
    private readonly Dictionary<string, List<TruthRow>> _rows = new(StringComparer.Ordinal);
    private readonly Queue<string> _oldestRows = new();

    public void Add(long fileId, IReadOnlyList<TruthRow> truth)
    {
        _files.Add(fileId);
        Add(truth);
    }

    public void Add(SimulatedMessage message)
    {
        if (_messages.Add(message.Lrn))
            _oldestMessages.Enqueue(message.Lrn);
        if (_messages.Count > MostMessages)
            _messages.Remove(_oldestMessages.Dequeue());
        Add(message.Truth);
    }

    public bool Knows(DeclarationRow row) => row.RawFileId > 0 ? _files.Contains(row.RawFileId)
        : _messages.Contains(row.Lrn);

    /// <summary>Rows about a message; none if it is honest.</summary>
    public IReadOnlyList<TruthRow> Of(string lrn) => _rows.TryGetValue(lrn, out var rows) ? rows : [];

    private void Add(IReadOnlyList<TruthRow> truth)
    {
        foreach (var row in truth)
        {
            if (!_rows.TryGetValue(row.Lrn, out var rows))
                _rows[row.Lrn] = rows = [];
            rows.Add(row);
            _oldestRows.Enqueue(row.Lrn);
        }

        // Who loses his truth would be called honest: then nothing is known of the files any more.
        while (_oldestRows.Count > MostRows)
        {
            _rows.Remove(_oldestRows.Dequeue());
            _files.Clear();
        }
    }
}
