// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using Tolhuis.Declarations.Contract;
using Tolhuis.Declarations.Rules;
using Tolhuis.Simulator;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Bench.Throughput;

/// <summary>
/// What the rules between elements cost per line, by family, for H7 and H1: nanoseconds on one thread; and reading and
/// checking with and without the full rule set in the same run.
/// </summary>
internal static class RuleTimes
{
    private const int Rounds = 5;
    private const int Repeats = 16;
    private static readonly DateOnly Day = new(2026, 11, 24);

    public static void Run(int count)
    {
        foreach (var (dataSet, share) in ((DataSet, double)[])[(DataSet.H7, 0), (DataSet.H1, 1)])
        {
            var messages = Messages(count, share);
            var law = LawEdition.BuiltIn.On(Day);
            var checker = new MessageChecker();
            var lines = messages.Sum(message => checker.Check(message, law).Declaration?.Lines.Count ?? 0);
            Console.WriteLine($"{dataSet}: {messages.Length} messages, {lines} lines; median of {Rounds} rounds");
            // Code is compiled for speed only after it has run for a while: that is not what is measured.
            WithAndWithout(messages, law);
            foreach (var (family, rules) in AllRules.ByFamily)
                PrintFamily(checker, messages, law, dataSet, family, rules, lines);
            var (with, without) = WithAndWithout(messages, law);
            (with, without) = (with / lines, without / lines);
            Console.WriteLine($"  read and check, all rules     {with,8:0} ns/line");
            Console.WriteLine($"  read and check, no rules      {without,8:0} ns/line, ratio {without / with:0.000}");
            PrintProblems(checker, messages, law, lines);
        }
    }

    /// <summary>In turn in each round, so that another load of the machine meets both.</summary>
    private static (double With, double Without) WithAndWithout(ReadOnlyMemory<byte>[] messages, LawOfTheDay law)
    {
        var (with, without) = (new List<double>(), new List<double>());
        var (full, bare) = (new MessageChecker(), new MessageChecker { IsWithoutRules = true });
        for (var round = 0; round <= Rounds; round++)
        {
            with.Add(Time(full));
            without.Add(Time(bare));
        }

        // The first round warms up.
        return (with.Skip(1).Order().ElementAt(Rounds / 2), without.Skip(1).Order().ElementAt(Rounds / 2));

        double Time(MessageChecker checker)
        {
            var started = Stopwatch.GetTimestamp();
            foreach (var message in messages)
                checker.Check(message, law);
            return Stopwatch.GetElapsedTime(started).TotalNanoseconds;
        }
    }

    private static void PrintFamily(
        MessageChecker checker,
        ReadOnlyMemory<byte>[] messages,
        LawOfTheDay law,
        DataSet dataSet,
        RuleFamily family,
        IReadOnlyList<Rule> rules,
        long lines)
    {
        Rule[] chosen = [.. rules.Where(rule => rule.IsFor(dataSet))];
        if (chosen.Length == 0)
            return;
        var nanoseconds = Median(() => Family(checker, messages, law, chosen)) / Repeats / lines;
        Console.WriteLine($"  {family,-20} {chosen.Length,3} rules {nanoseconds,8:0.0} ns/line");
    }

    private static double Family(
        MessageChecker checker, ReadOnlyMemory<byte>[] messages, LawOfTheDay law, Rule[] rules)
    {
        var ticks = 0L;
        foreach (var message in messages)
        {
            // A message with problems is left out: a problem is made anew each time, which is not what is measured.
            if (checker.Check(message, law).Problems.Count > 0)
                continue;
            var started = Stopwatch.GetTimestamp();
            for (var i = 0; i < Repeats; i++)
                checker.LastSubject.Check(rules);
            ticks += Stopwatch.GetTimestamp() - started;
        }

        return ticks * 1e9 / Stopwatch.Frequency;
    }

    private static void PrintProblems(
        MessageChecker checker, ReadOnlyMemory<byte>[] messages, LawOfTheDay law, long lines)
    {
        var problems = messages.SelectMany(message => checker.Check(message, law).Problems)
            .CountBy(problem => problem.Code).OrderByDescending(pair => pair.Value);
        foreach (var (code, count) in problems)
            Console.WriteLine($"  {code}: {count * 1000.0 / lines:0.0} per 1,000 lines");
    }

    private static double Median(Func<double> measure)
    {
        measure();
        return Enumerable.Range(0, Rounds).Select(_ => measure()).Order().ElementAt(Rounds / 2);
    }

    private static ReadOnlyMemory<byte>[] Messages(int count, double h1Share)
    {
        var plan = new SimulationPlan
        {
            Lines = count * 3L,
            Seed = 1,
            H1Share = h1Share,
            PostShare = 0,
            BadMessageRate = 0,
        };
        return new TrafficSimulator(plan).Messages().Take(count)
            .Select(message => (ReadOnlyMemory<byte>)message.Content.ToArray()).ToArray();
    }
}
