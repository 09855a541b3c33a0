// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;

namespace Tolhuis.Soak.Faults;

/// <summary>A small disk in memory that can be filled and emptied. Needs root on Linux.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _ballast;

    private SmallDisk(string path)
    {
        Path = path;
        _ballast = System.IO.Path.Combine(path, "ballast");
    }

    public string Path { get; }

    /// <summary>Null with a sentence where no disk can be mounted.</summary>
    public static SmallDisk? Mount(string path, int megabytes, out string absent)
    {
        Directory.CreateDirectory(path);
        absent = "";
        if (OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", path))
            return new SmallDisk(path);
        absent = "skipped: a file system cannot be mounted here (needs Linux and root)";
        return null;
    }

    /// <summary>Leaves at most so many bytes free.</summary>
    public void Fill(long free)
    {
        using var file = new FileStream(_ballast, FileMode.Append, FileAccess.Write);
        foreach (var size in new[] { 1 << 20, 1 << 12 })
        {
            var block = new byte[size];
            try
            {
                while (true)
                {
                    file.Write(block);
                    file.Flush();
                }
            }
            catch (IOException)
            {
                // Full: now with smaller blocks, then done.
            }
        }

        file.SetLength(Math.Max(0, new FileInfo(_ballast).Length - free));
    }

    public void MakeSpace() => File.Delete(_ballast);

    public void Dispose() => Run("umount", "-l", Path);

    private static bool Run(string command, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(command, arguments)
                {
                    RedirectStandardError = true,
                    RedirectStandardOutput = true
                })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
