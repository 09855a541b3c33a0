// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using System.IO.Compression;
using System.Xml;
using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake;
using Tolhuis.Kernel;
using Tolhuis.Risk.Contract;
using Tolhuis.Simulator;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Bench.Throughput;

/// <summary>
/// What one message costs in each stage of the pure work, on one thread: microseconds and bytes allocated.
/// </summary>
internal static class StageTimes
{
    private const int Rounds = 5;

    public static void Run(int count)
    {
        var messages = Messages(count);
        var zip = Zip(messages);
        var law = LawEdition.BuiltIn.On(new DateOnly(2026, 11, 24));
        var checker = new MessageChecker();
        var declarations = messages.Select(message => checker.Check(message, law).Declaration!).ToArray();
        var key = new byte[32];
        var submitter = new Submitter(
            1, "bench", null, [new Mandate(null, new Period(DateOnly.MinValue))], TokenScopes.All, TokenId: 0);
        var preparation = new Preparation(_ => key);
        var content = FileContent.Open(zip).Content!;
        var buffer = new byte[64 * 1024];
        Console.WriteLine($"{count} messages, {messages.Average(message => message.Length):0} bytes, "
            + $"{declarations.Average(declaration => declaration.Lines.Count):0.00} lines on average; "
            + $"median of {Rounds} rounds");
        Time("inflate", count, i => content.Read(i % content.Count, ref buffer));
        Time("bare XmlReader", count, i => Walk(messages[i]));
        Time("SHA-256", count, i => Preparation.HashOf(messages[i].Span));
        Time("read and check", count, i => checker.Check(messages[i], law));
        Time("calculate", count, i =>
        {
            var taxes = new LineTax[declarations[i].Lines.Count];
            TariffCalculator.Calculate(Taxable.From(declarations[i], law), law, taxes);
        });
        Time("assess", count, i => Assessment.Of(declarations[i], law, law.Day, key));
        Time("all pure work", count, i => preparation.Prepare(messages[i], submitter, 0, law));
    }

    private static void Time(string stage, int count, Action<int> work)
    {
        var times = new List<double>();
        var bytes = 0L;
        for (var round = 0; round <= Rounds; round++)
        {
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var started = Stopwatch.GetTimestamp();
            for (var i = 0; i < count; i++)
                work(i);
            if (round > 0)
                times.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds / count);
            bytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / count;
        }

        Console.WriteLine($"{stage,-16} {times.Order().ElementAt(Rounds / 2),8:0.00} us {bytes,8} B");
    }

    private static ReadOnlyMemory<byte>[] Messages(int count)
    {
        var plan = new SimulationPlan { Lines = count * 3L, Seed = 1, H1Share = 0, BadMessageRate = 0 };
        return new TrafficSimulator(plan).Messages().Take(count)
            .Select(message => (ReadOnlyMemory<byte>)message.Content.ToArray()).ToArray();
    }

    private static byte[] Zip(ReadOnlyMemory<byte>[] messages)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < Math.Min(messages.Length, 10_000); i++)
            {
                using var entry = zip.CreateEntry($"{i:D5}.xml").Open();
                entry.Write(messages[i].Span);
            }
        }

        return stream.ToArray();
    }

    private static int Walk(ReadOnlyMemory<byte> message)
    {
        using var reader = XmlReader.Create(new MemoryStream(message.ToArray(), writable: false));
        var length = 0;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Text)
                length += reader.Value.Length;
        }

        return length;
    }
}
