// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Cli.Platform;

namespace Tolhuis.Cli.Intake;

/// <summary>The files that paths on the command line name.</summary>
internal static class SourceFolder
{
    private const int MaxDepth = 64;
    private const int MaxFiles = 1_000_000;

    /// <summary>
    /// Each file named itself, and from a folder all that ends in .xml, .json or .zip, in order of their paths.
    /// A link to a folder is not followed. A folder that cannot be read stands in the list itself, so that it is not
    /// passed over in silence.
    /// </summary>
    /// <exception cref="CommandRefusedException">There are too many.</exception>
    public static List<string> FilesOf(IReadOnlyList<string> paths)
    {
        var files = new List<string>();
        foreach (var path in paths)
        {
            if (!Directory.Exists(path))
            {
                files.Add(path);
                continue;
            }

            var start = files.Count;
            Walk(path, 0, files);
            files.Sort(start, files.Count - start, StringComparer.Ordinal);
        }

        return files;
    }

    private static void Walk(string folder, int depth, List<string> files)
    {
        string[] inside;
        try
        {
            inside = depth < MaxDepth ? Directory.GetDirectories(folder) : throw new IOException("Too deep.");
            files.AddRange(Directory.EnumerateFiles(folder).Where(HasMessages).Take(MaxFiles + 1));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            files.Add(folder);
            return;
        }

        if (files.Count > MaxFiles)
            throw new CommandRefusedException(CommandLine.Say(
                $"Er zijn meer dan {MaxFiles} bestanden. Geef mappen met minder bestanden, of doe ze in zips.",
                $"There are more than {MaxFiles} files. Name folders with fewer files, or put them into zips."));
        foreach (var below in inside)
        {
            if (new DirectoryInfo(below).LinkTarget is null)
                Walk(below, depth + 1, files);
        }
    }

    private static bool HasMessages(string file) =>
        file.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        // A list of what lies in a folder, such as the simulator writes, is no message.
        || file.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            && !Path.GetFileName(file).Equals("manifest.json", StringComparison.OrdinalIgnoreCase)
        || file.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);
}
