// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Declarations.Contract;

/// <summary>How a message is written.</summary>
public static class MessageShape
{
    /// <summary>
    /// True if a message is to be read as JSON: its first byte after a byte order mark and blanks is an opening brace.
    /// Says nothing of what follows.
    /// </summary>
    public static bool IsJson(ReadOnlySpan<byte> message)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        if (message.StartsWith(mark))
            message = message[mark.Length..];
        return message.TrimStart(" \t\r\n"u8) is [(byte)'{', ..];
    }
}
