// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Declarations.Reading;

/// <summary>
/// Limits of one message. Beyond each of them the message is refused with a problem that names the limit.
/// </summary>
internal static class Bounds
{
    /// <summary>9,999 items of some 1,600 bytes each.</summary>
    public const int MessageBytes = 16_000_000;

    public const int Depth = 64;
    public const int Elements = 1_000_000;

    /// <summary>Values of data elements and their attributes that are kept.</summary>
    public const int Values = 500_000;

    /// <summary>Data element 11 03 001 000: a goods shipment has at most this many items.</summary>
    public const int Items = 9_999;

    /// <summary>
    /// The longest format is an..512; four characters may be one escaped. What comes after is dropped unread.
    /// </summary>
    public const int TextLength = 4_096;

    public const int Problems = 200;

    /// <summary>Properties of a JSON message that are named as unknown; they must not push out real problems.</summary>
    public const int UnknownProperties = 20;

    /// <summary>Characters of a value that a problem repeats.</summary>
    public const int Argument = 70;
}
