// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Platform;

namespace Tolhuis.Web.Site;

/// <summary>How large the store is and how much room is left.</summary>
/// <param name="ArchiveBytes">Received messages and documents.</param>
/// <param name="IsAtLeast">True if counting files stopped: there is more.</param>
public sealed record HouseFolderState(
    bool IsDemo, long DatabaseBytes, long ArchiveBytes, bool IsAtLeast, long FreeBytes);

/// <summary>Looks at the folder of the store; its path is nobody's business on a page.</summary>
public sealed class HouseFolder(Store store)
{
    // Counting a year of files would keep the page waiting.
    private const int MostFiles = 20_000;

    public HouseFolderState Look()
    {
        var folder = store.Folder;
        var database = new DirectoryInfo(folder.Path).EnumerateFiles("tolhuis.db*").Sum(file => file.Length);
        var files = new[] { folder.ArchivePath, folder.DocumentsPath }.Where(Directory.Exists)
            .SelectMany(path => new DirectoryInfo(path).EnumerateFiles("*", SearchOption.AllDirectories))
            .Take(MostFiles + 1).Select(SizeOf).ToList();
        return new HouseFolderState(
            folder.IsDemo, database, files.Take(MostFiles).Sum(), files.Count > MostFiles,
            new DriveInfo(folder.Path).AvailableFreeSpace);
    }

    // A file that is being taken away counts for nothing.
    private static long SizeOf(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
