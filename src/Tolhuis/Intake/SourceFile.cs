// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Intake.Contract;

namespace Tolhuis.Intake;

/// <summary>
/// A file that lies somewhere on this machine, named by a person or found in a folder. It may be anything: gone,
/// closed to us, a pipe without a writer, a device without an end.
/// </summary>
public static class SourceFile
{
    /// <summary>The content, at most one byte more than a file may have; null with a problem code if there is
    /// none.</summary>
    public static (byte[]? Bytes, string Problem) Read(string path)
    {
        try
        {
            // The length of a link is that of its text.
            var file = new FileInfo(path);
            if (file.LinkTarget is not null)
                file = new FileInfo(file.ResolveLinkTarget(returnFinalTarget: true)!.FullName);
            // Pipes, sockets and devices have no length. Merely opening a pipe would wait for its writer for ever.
            if (file.Length == 0)
                return (null, IntakeProblems.FileNotOrdinary);
            var bytes = new byte[Math.Min(file.Length, IntakeBounds.FileBytes + 1)];
            using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return (length == bytes.Length ? bytes : bytes[..length], "");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return (null, IntakeProblems.FileNotRead);
        }
    }
}
