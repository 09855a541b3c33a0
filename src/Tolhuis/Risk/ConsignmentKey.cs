// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
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
            foreach (var subheading in Subheadings(declaration))
                Append(text, ref length, subheading.ToString("D6", CultureInfo.InvariantCulture));
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..length], hash);
        return BitConverter.ToUInt64(hash);
    }

    /// <summary>
    /// Key of the consignment with its goods: their subheadings, each once, in whatever order they stand. It says
    /// whether the same parcel came again; it has no part in the draw.
    /// </summary>
    /// <param name="consignment">As <see cref="Of"/> gives it.</param>
    public static ulong WithGoods(ulong consignment, Declaration declaration) => XxHash3.HashToUInt64(
        MemoryMarshal.AsBytes(Subheadings(declaration).AsSpan()), unchecked((long)consignment));

    private static int[] Subheadings(Declaration declaration)
    {
        var lines = declaration.Lines;
        var codes = new int[lines.Count];
        for (var i = 0; i < codes.Length; i++)
            codes[i] = (int)(lines[i].Code.TenDigits / 10_000);
        if (codes.Length < 2)
            return codes;
        Array.Sort(codes);
        var kept = 1;
        for (var i = 1; i < codes.Length; i++)
        {
            if (codes[i] != codes[kept - 1])
                codes[kept++] = codes[i];
        }

        return kept == codes.Length ? codes : codes[..kept];
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
