// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Tolhuis.Declarations.Contract;

/// <summary>
/// The number under which a consignee finds his parcel: the first 63 bits of the SHA-256 of transport document and
/// postcode, both in capitals and with letters and digits only, as people type them in every way. Who has one of the
/// two finds nothing.
/// </summary>
public static class ParcelKey
{
    /// <summary>Longest number or postcode that is looked at; longer ones have no key.</summary>
    public const int MaxLength = 70;

    /// <summary>Of the shipment and the importer's address; null where either is missing.</summary>
    public static long? Of(Declaration declaration) =>
        Of(declaration.TransportDocument, declaration.Importer.Postcode);

    public static long? Of(string transportDocument, string postcode)
    {
        Span<char> text = stackalloc char[MaxLength * 2 + 1];
        var length = Write(transportDocument, text);
        if (length == 0)
            return null;
        text[length++] = '/';
        var written = Write(postcode, text[length..]);
        if (written == 0)
            return null;
        Span<byte> utf8 = stackalloc byte[text.Length * 3];
        var bytes = Encoding.UTF8.GetBytes(text[..(length + written)], utf8);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(utf8[..bytes], hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash) & long.MaxValue;
    }

    private static int Write(string value, Span<char> into)
    {
        if (value.Length > MaxLength)
            return 0;
        var length = 0;
        foreach (var c in value)
        {
            if (char.IsLetterOrDigit(c))
                into[length++] = char.ToUpperInvariant(c);
        }

        return length;
    }
}
