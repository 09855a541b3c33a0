// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Soak.Faults;
using Tolhuis.Soak.Kills;
using Tolhuis.Soak.Proof;

namespace Tolhuis.Soak;

/// <summary>Runs what was asked for in a folder of its own and says what came of it.</summary>
internal static class Soaking
{
    public static async Task<int> Run(SoakArguments arguments)
    {
        var folder = arguments.Folder ?? Directory.CreateTempSubdirectory("tolhuis-soak-").FullName;
        Directory.CreateDirectory(folder);
        var faults = arguments.Mode switch
        {
            "--strace" => StraceRun.Absent is { } absent ? Skip(absent) : await new StraceRun(folder, Console.Out).Run(),
            "--failed-sync" => StraceRun.Absent is { } absent ? Skip(absent) : await new FailedSyncRun(folder, Console.Out).Run(),
            "--full-disk" => await FillDisk(arguments, folder),
            _ => await Kill(arguments, folder),
        };
        if (arguments.Folder is null && faults == 0)
            Directory.Delete(folder, recursive: true);
        else if (faults > 0)
            Console.Out.WriteLine($"The store is kept for a look: {folder}");
        return faults == 0 ? 0 : 1;
    }

    private static async Task<int> FillDisk(SoakArguments arguments, string folder)
    {
        using var disk = SmallDisk.Mount(Path.Combine(folder, "disk"), 64, out var absent);
        return disk is null ? Skip(absent) : await new FullDiskRun(disk, arguments.Seed, 12, Console.Out).Run();
    }

    private static int Skip(string sentence)
    {
        Console.Out.WriteLine(sentence);
        return 0;
    }

    private static async Task<int> Kill(SoakArguments arguments, string folder)
    {
        var result = await new KillRun(
            new KillPlan(arguments.Kills, arguments.Seed, arguments.Lines, folder), Console.Out).Run();
        Console.Out.WriteLine(
            $"seed {arguments.Seed}: {result.Kills} kills, {result.Restarts} starts, {result.Files} files, {result.Messages} messages, {result.Repeats} sent twice on purpose, {result.Stored.Accepted} accepted, {result.Stored.Rejected} rejected, {result.Stored.Lines} lines, {result.Faults} faults, {result.Seconds:0} s");
        return result.Faults;
    }
}
