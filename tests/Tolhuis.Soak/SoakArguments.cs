// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Soak.Child;

namespace Tolhuis.Soak;

/// <summary>What the program was called with.</summary>
internal sealed class SoakArguments
{
    public const string Help =
        """
        ./dev soak [--kills N] [--seed S] [--lines N] [--folder PATH]   kill the program under load (default 50 kills)
        ./dev soak --strace                                            show by system calls that a sync stands before each answer
        ./dev soak --full-disk                                         fill the disk, and make space again (root: a tmpfs of 64 MB)
        ./dev soak --failed-sync                                       let a sync fail (by strace)
        ./dev soak --reopen N                                          measure how long a store of N lines takes to open
        Exit codes: 0 nothing found, 1 faults found, 2 usage.
        """;

    public string Mode { get; private set; } = "--kills";

    public int Kills { get; private set; } = 50;

    public long Seed { get; private set; } = Random.Shared.Next(1, 1_000_000);

    public long Lines { get; private set; } = 30_000;

    /// <summary>Folder of the stores; a temporary one that is removed afterwards if none is named.</summary>
    public string? Folder { get; private set; }

    public bool IsChild { get; private set; }

    public ChildSettings Child { get; private set; } = new("", 1 << 20, false);

    /// <summary>Null if the arguments cannot be understood.</summary>
    public static SoakArguments? Read(string[] args)
    {
        var read = new SoakArguments { IsChild = args is ["child", ..] };
        for (var i = read.IsChild ? 1 : 0; i < args.Length; i++)
        {
            if (!read.Take(args[i], i + 1 < args.Length ? args[i + 1] : "", out var hasValue))
                return null;
            i += hasValue ? 1 : 0;
        }

        return read;
    }

    private bool Take(string name, string value, out bool hasValue)
    {
        hasValue = name is not ("--strace" or "--full-disk" or "--failed-sync" or "--unsynced" or "--quiet");
        var isNumber = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        switch (name)
        {
            case "--strace" or "--full-disk" or "--failed-sync":
                Mode = name;
                return true;
            case "--unsynced":
                Child = Child with { IsUnsynced = true };
                return true;
            case "--quiet":
                Child = Child with { IsQuiet = true };
                return true;
            case "--store" or "--folder":
                Child = Child with { Store = value };
                Folder = value;
                return value.Length > 0;
            case "--kills" when isNumber && number is > 0 and <= 100_000:
                Kills = (int)number;
                return true;
            case "--seed" when isNumber:
                Seed = number;
                return true;
            case "--lines" when isNumber && number is > 0 and <= 10_000_000:
                Lines = number;
                return true;
            case "--reopen" when isNumber && number is > 0 and <= 100_000_000:
                (Mode, Lines) = (name, number);
                return true;
            case "--checkpoint-bytes" when isNumber:
                Child = Child with { CheckpointBytes = number };
                return true;
            default:
                return false;
        }
    }
}
