// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Access;

/// <summary>Files and folders that only their owner may read (0600 and 0700).</summary>
internal static class PrivateFiles
{
    private const UnixFileMode FolderMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        var isNew = !Directory.Exists(path);
        Directory.CreateDirectory(path, FolderMode);
        File.SetUnixFileMode(path, FolderMode);
        if (isNew)
            Platform.Durable.SyncFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    public static FileStream OpenAppend(string path) => Open(path, System.IO.FileMode.Append);

    /// <summary>Writes a new file whole: first under another name, so that a crash never leaves half a key.</summary>
    public static void WriteNew(string path, byte[] content)
    {
        if (File.Exists(path))
            throw new IOException($"{path} exists already; a key is never overwritten.");
        var draft = path + ".new";
        File.Delete(draft);
        using (var file = Open(draft, System.IO.FileMode.CreateNew))
        {
            file.Write(content);
            file.Flush();
            Platform.Durable.Sync(file.SafeFileHandle);
        }

        File.Move(draft, path);
        // A draw key that a power cut takes away makes every draw with it one that nobody can repeat.
        Platform.Durable.SyncFolder(Path.GetDirectoryName(path)!);
    }

    private static FileStream Open(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.Read };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = FileMode;
        return new FileStream(path, options);
    }
}
