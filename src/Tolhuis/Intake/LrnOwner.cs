// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Tolhuis.Intake;

/// <summary>
/// In whose space a local reference number counts: the submitter's (above 0), and for what the house carries in the
/// declarant's (below 0): his own number, or a stable number made from what tells him apart if he has none.
/// </summary>
internal static class LrnOwner
{
    // Own numbers of parties stay far below this bit, so that no made number is ever one of theirs.
    private const long MadeBit = 1L << 62;

    public static long Of(PreparedMessage message, long declarant)
    {
        if (!message.Submitter.IsHouse)
            return message.Submitter.Id;
        if (declarant != 0)
            return -declarant;
        // A number tells him apart whatever name stands beside it, also where no own number was kept for it.
        if (message.Checked.DeclarantText is { Length: > 0 } number)
            return Made(number, "", "");
        var named = message.Checked.Declaration?.Declarant;
        return Made("", named?.Name ?? "", named?.Postcode ?? "");
    }

    /// <summary>
    /// For a message about an earlier declaration. That one's number is part of the key, so what the house carries in
    /// needs no declarant to be told apart, and none is known while the number is not.
    /// </summary>
    public static long OfAbout(PreparedMessage message, Kernel.Mrn about) =>
        message.Submitter.IsHouse ? Made(about.ToString(), "", "") : message.Submitter.Id;

    private static long Made(string number, string name, string postcode)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(
            Encoding.UTF8.GetBytes($"{Plain(number)}|{Plain(name)}|{Plain(postcode)}"), hash);
        return -(MadeBit | (BinaryPrimitives.ReadInt64BigEndian(hash) & (MadeBit - 1)));
    }

    // As for the consignment of the sample: case, blanks and punctuation make no one another.
    private static string Plain(string text) =>
        string.Concat(text.EnumerateRunes().Where(Rune.IsLetterOrDigit).Select(Rune.ToUpperInvariant));
}
