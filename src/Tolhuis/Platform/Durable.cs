// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Tolhuis.Platform;

/// <summary>
/// Files that are on disk when the call returns: data synced, then the name, then the folder that holds the name.
/// </summary>
public static partial class Durable
{
    private const int ReadOnly = 0;
    private const int Interrupted = 4;

    public static void WriteAllBytes(string path, ReadOnlySpan<byte> content)
    {
        var temporary = path + ".new";
        using (var handle = File.OpenHandle(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            KeepPrivate(handle);
            RandomAccess.Write(handle, content, 0);
            Sync(handle);
        }

        File.Move(temporary, path, overwrite: true);
        SyncFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>
    /// Only its owner may read and write the file, whatever the umask of the process is. Nothing on Windows, where the
    /// folder's rights are inherited.
    /// </summary>
    public static void KeepPrivate(SafeFileHandle file)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    /// <summary>Everything written to the file is on disk when this returns.</summary>
    /// <remarks>
    /// Not by <see cref="RandomAccess.FlushToDisk"/> or <c>FileStream.Flush(true)</c> alone: on Linux the runtime calls
    /// fsync and loses its error, because it compares before it assigns. A failed sync would go unnoticed (`./dev soak
    /// --failed-sync`).
    /// </remarks>
    /// <exception cref="IOException">The sync failed; nothing of the file may be called kept.</exception>
    public static void Sync(SafeFileHandle file)
    {
        if (!OperatingSystem.IsLinux())
            RandomAccess.FlushToDisk(file);
        if (OperatingSystem.IsWindows())
            return;
        int answer;
        do
            answer = Sync(file.DangerousGetHandle().ToInt32());
        while (answer != 0 && Marshal.GetLastPInvokeError() == Interrupted);
        GC.KeepAlive(file);
        if (answer != 0)
            throw Failed("A file", "synced");
    }

    /// <summary>
    /// Makes a folder and those above it that are missing; the name of each is on disk when this returns.
    /// </summary>
    /// <param name="isPrivate">True for a folder that only its owner may enter.</param>
    public static void MakeFolder(string folder, bool isPrivate = false)
    {
        if (Directory.Exists(folder))
            return;
        var above = Path.GetDirectoryName(Path.GetFullPath(folder))!;
        MakeFolder(above);
        if (isPrivate && !OperatingSystem.IsWindows())
            Directory
                .CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        else
            Directory.CreateDirectory(folder);
        SyncFolder(above);
    }

    /// <summary>
    /// Makes a rename or a new file in the folder durable. Without it a crash may lose the name though the data is
    /// safe.
    /// </summary>
    /// <exception cref="IOException">The sync failed.</exception>
    public static void SyncFolder(string folder)
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS())
            return;
        var descriptor = Open(folder, ReadOnly);
        if (descriptor < 0)
            throw Failed(folder, "opened");
        try
        {
            if (Sync(descriptor) != 0)
                throw Failed(folder, "synced");
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static IOException Failed(string folder, string action)
    {
        var number = Marshal.GetLastPInvokeError();
        return new IOException($"{folder} cannot be {action} (error {number}).", number);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
