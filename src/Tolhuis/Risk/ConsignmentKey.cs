// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Security.Cryptography;
using System.Text;
using Tolhuis.Declarations.Contract;

namespace Tolhuis.Risk;

/// <summary>
/// What a consignment is to the sample: its transport document and its consignee, never LRN or MRN. Lodging the same
/// parcel
/// again under another number, or after an invalidation, is the same consignment and meets the same draw. Case, blanks
/// and
/// punctuation do not count, so that they buy no new draw either.
/// </summary>
public static class ConsignmentKey
{
    private const int MaxCharacters = 400;

    public static ulong Of(Declaration declaration)
    {
        Span<byte> text = stackalloc byte[MaxCharacters + 4];
        var length = 0;
        Append(text, ref length, declaration.TransportDocument);
        var hasDocument = length > 0;
        text[length++] = (byte)'|';
        if (declaration.Importer.Id is { } id)
        {
            Append(text, ref length, id.ToString());
        }
        else
        {
            Append(text, ref length, declaration.Importer.Name);
            text[length++] = (byte)'|';
            Append(text, ref length, declaration.Importer.Postcode);
        }

        // Without a transport document, a mere dash included, the goods themselves tell one consignment from the next
        // of the same consignee.
        if (!hasDocument)
        {
            text[length++] = (byte)'|';
            Append(text, ref length, declaration.Exporter.Name);
            foreach (var line in declaration.Lines)
                Append(text, ref length, line.Code.Hs6.ToString());
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..length], hash);
        return BitConverter.ToUInt64(hash);
    }

    private static void Append(Span<byte> text, ref int length, string part)
    {
        foreach (var rune in part.EnumerateRunes())
        {
            // Room is kept for the separators: the texts are bounded by their formats, this bound is only the last one.
            if (length > MaxCharacters - 16)
                return;
            if (Rune.IsLetterOrDigit(rune))
                length += Rune.ToUpperInvariant(rune).EncodeToUtf8(text[length..]);
        }
    }
}
