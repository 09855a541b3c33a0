// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using System.Globalization;
using SharpFuzz;
using Tolhuis.Fuzz;

// Tolhuis.Fuzz xml|json|zip [--seconds N] [--seed S] [--findings DIR]
//                              own mutations, needs nothing else
// Tolhuis.Fuzz xml|json|zip --afl   under afl-fuzz, the assembly instrumented by sharpfuzz
if (args.Length == 0 || Target.Named(args[0]) is not { } target)
{
    Console.Error.WriteLine("usage: Tolhuis.Fuzz xml|json|zip [--seconds N] [--seed S] [--findings DIR] [--afl]");
    return 2;
}

if (args.Contains("--afl"))
{
    Fuzzer.OutOfProcess.Run(stream =>
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        target.Run(copy.ToArray());
    });
    return 0;
}

var seconds = int.Parse(Option("--seconds", "60"), CultureInfo.InvariantCulture);
var seed = int.Parse(
    Option("--seed", Random.Shared.Next().ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);
var run = new FuzzRun(target, args[0], seed, Option("--findings", "findings"));
return run.For(TimeSpan.FromSeconds(seconds)) == 0 ? 0 : 1;

string Option(string name, string fallback)
{
    var at = Array.IndexOf(args, name);
    return at >= 0 && at + 1 < args.Length ? args[at + 1] : fallback;
}

/// <summary>
/// A run of own mutations: an input that throws, takes too long or too much memory is kept as a finding.
/// </summary>
internal sealed class FuzzRun(Target target, string name, int seed, string findingsFolder)
{
    private const int MaxFindings = 20;
    private const int MaxPool = 4_000;
    private const long MaxBytes = 64_000_000;
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(2);
    private int _findings;

    public int For(TimeSpan duration)
    {
        var random = new Random(seed);
        var mutator = new Mutator(random, target.Dictionary);
        var pool = new List<byte[]>(target.Seeds(Messages()));
        var seeds = pool.Count;
        Console.WriteLine($"{name}: seed {seed}, {seeds} inputs to begin with");
        foreach (var input in pool)
            Try(input);
        var clock = Stopwatch.StartNew();
        long executions = 0;
        while (clock.Elapsed < duration && _findings < MaxFindings)
        {
            var input = mutator.Mutate(pool[random.Next(pool.Count)], pool[random.Next(pool.Count)]);
            Try(input);
            executions++;
            // Without coverage a child is kept by chance, so that changes pile up; the first inputs always stay.
            if (random.Next(50) == 0 && input.Length > 0)
            {
                if (pool.Count < MaxPool)
                    pool.Add(input);
                else
                    pool[seeds + random.Next(pool.Count - seeds)] = input;
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: seed {seed}, {executions} executions in {clock.Elapsed.TotalSeconds:0} s, {_findings} findings"));
        return _findings;
    }

    private void Try(byte[] input)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();
        string? fault = null;
        try
        {
            target.Run(input);
        }
        catch (Exception exception)
        {
            fault = exception.ToString();
        }

        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        if (fault is null && bytes > MaxBytes)
            fault = $"{bytes} bytes allocated";
        if (fault is null && Stopwatch.GetElapsedTime(started) > MaxTime && IsAlwaysSlow(input))
            fault = $"{Stopwatch.GetElapsedTime(started)} spent";
        if (fault is null)
            return;
        Directory.CreateDirectory(findingsFolder);
        var path = Path.Combine(findingsFolder, $"{name}-{seed}-{_findings++}");
        File.WriteAllBytes(path, input);
        Console.WriteLine($"FINDING {path}: {fault}");
    }

    /// <summary>On a busy machine anything may be slow once; an input that is slow every time is a finding.</summary>
    private bool IsAlwaysSlow(byte[] input)
    {
        for (var again = 0; again < 3; again++)
        {
            var started = Stopwatch.GetTimestamp();
            target.Run(input);
            if (Stopwatch.GetElapsedTime(started) <= MaxTime)
                return false;
        }

        return true;
    }

    /// <summary>Our own messages, and the official ones where they stand beside the checkout.</summary>
    private static List<byte[]> Messages()
    {
        var own = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "corpus")).Order(StringComparer.Ordinal);
        var messages = own.Select(File.ReadAllBytes).ToList();
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, "shared", "data", "messages");
            if (Directory.Exists(folder))
                messages.AddRange(
                    Directory.GetFiles(folder, "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                        .Select(File.ReadAllBytes));
        }

        return messages;
    }
}
