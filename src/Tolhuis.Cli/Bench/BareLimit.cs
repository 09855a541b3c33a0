// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using System.IO.Compression;
using System.Xml;
using Tolhuis.Intake;
using Tolhuis.Kernel;
using Tolhuis.Platform;

namespace Tolhuis.Cli.Bench;

/// <summary>
/// The least that anyone must do: inflate, walk the XML with XmlReader taking every text, and insert the same rows into
/// the
/// same tables, 1,000 lines a transaction, each synced. Inflating and reading run on all cores as on the road; nothing
/// is
/// checked, calculated, drawn or archived.
/// </summary>
internal static class BareLimit
{
    private const int ChunkMessages = 100;
    private const int LinesPerTransaction = 1_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreWhitespace = true,
    };

    /// <returns>Lines per second.</returns>
    public static double Run(IReadOnlyList<BenchFile> files, string storePath)
    {
        using var store = Store.Open(storePath, TimeProvider.System, demo: true);
        var started = Stopwatch.GetTimestamp();
        var ahead = new Queue<Task<List<BareMessage>>>();
        using var inserts = new BareInserts(store);
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(file.Path);
            int count;
            using (var zip = new ZipArchive(new MemoryStream(bytes, writable: false)))
                count = zip.Entries.Count;
            for (var from = 0; from < count; from += ChunkMessages)
            {
                var (first, until) = (from, Math.Min(from + ChunkMessages, count));
                ahead.Enqueue(Task.Run(() => Read(bytes, first, until)));
                if (ahead.Count >= Environment.ProcessorCount * 2)
                    inserts.Add(ahead.Dequeue().GetAwaiter().GetResult(), LinesPerTransaction);
            }
        }

        while (ahead.TryDequeue(out var chunk))
            inserts.Add(chunk.GetAwaiter().GetResult(), LinesPerTransaction);
        inserts.Commit();
        return inserts.Lines / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    [ThreadStatic]
    private static (byte[] Bytes, ZipArchive Zip) _open;

    private static List<BareMessage> Read(byte[] bytes, int from, int until)
    {
        if (!ReferenceEquals(_open.Bytes, bytes))
            _open = (bytes, new ZipArchive(new MemoryStream(bytes, writable: false)));
        var messages = new List<BareMessage>(until - from);
        for (var i = from; i < until; i++)
        {
            using var stream = _open.Zip.Entries[i].Open();
            using var reader = XmlReader.Create(stream, Settings);
            messages.Add(Walk(reader));
        }

        return messages;
    }

    private static BareMessage Walk(XmlReader reader)
    {
        var lrn = "";
        var descriptions = new List<string>();
        var element = "";
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
                element = reader.LocalName;
            if (reader.NodeType != XmlNodeType.Text)
                continue;
            var text = reader.Value;
            if (element == "FunctionalReferenceID")
                lrn = text;
            else if (element == "Description")
                descriptions.Add(text);
        }

        return new BareMessage(lrn, descriptions);
    }

    private sealed record BareMessage(string Lrn, List<string> Descriptions);

    private sealed class BareInserts : IDisposable
    {
        private readonly Store _store;
        private readonly DecisionStatements _sql;
        private List<BareMessage> _batch = [];
        private int _batchLines;
        private long _id;
        private long _line;
        private long _seq;

        public BareInserts(Store store)
        {
            _store = store;
            _sql = new DecisionStatements(store.Writer.Connection);
        }

        public long Lines { get; private set; }

        public void Add(List<BareMessage> messages, int linesPerTransaction)
        {
            foreach (var message in messages)
            {
                _batch.Add(message);
                _batchLines += message.Descriptions.Count;
                if (_batchLines >= linesPerTransaction)
                    Commit();
            }
        }

        public void Commit()
        {
            var batch = _batch;
            _store.Write((_, _) =>
            {
                foreach (var message in batch)
                    Insert(message);
                return 0;
            }).GetAwaiter().GetResult();
            Lines += _batchLines;
            _batchLines = 0;
            _batch = [];
        }

        public void Dispose() => _sql.Dispose();

        private void Insert(BareMessage message)
        {
            Span<byte> hash = stackalloc byte[16];
            var now = TimeProvider.System.NowMicroseconds();
            var id = ++_id;
            _sql.PutLrn(202648).Add(1).Add(1).Add(message.Lrn + id).Add(id).Add(1).Add(0).Add(hash).Run();
            _sql.Declaration.Add(id).Add(1).Add(1 + id % 35).Add(7).Add(message.Lrn).Add(1).Add(now).Add(5).Add(1)
                .Add(id).Add(hash)
                .Add(1).Add(id * 7919).Add(id * 104_729)
                .Add(0).Add(739_000).Add(_line + 1).Add(message.Descriptions.Count).Add(_seq + 1)
                    .Add(9_000).Add(300)
                .Add(2_000).Add('A').Add(739_000).AddNull().Add(6).Run();
            var item = 0;
            foreach (var description in message.Descriptions)
            {
                _sql.Line.Add(++_line).Add(id).Add(++item).Add(99_383_936_000_102).Add(17_230).Add(description)
                    .Add(4_500)
                    .Add(4_543_826).Add(4_500).Add(500_000).Add(0).Add("F48").Add(300).Add(1_000).Add(1).Run();
            }

            _sql.History.Add(++_seq).Add(id).Add(1).Add(1).Add(now).Run();
            _sql.History.Add(++_seq).Add(id).Add(1).Add(8).Add(now).Run();
        }
    }
}
