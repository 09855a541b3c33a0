// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Tolhuis.Access.Contract;

namespace Tolhuis.Access;

/// <summary>One key as it stands in its file.</summary>
/// <param name="SecretBase64">32 random bytes, or a private key in PKCS 8 for the receipts.</param>
internal sealed record KeyFile(
    [property: JsonConverter(typeof(JsonStringEnumConverter<KeyKind>))] KeyKind Kind,
    int Number,
    long CreatedAt,
    DateOnly? FromDay,
    string SecretBase64)
{
    [JsonIgnore]
    public string Id => string.Create(CultureInfo.InvariantCulture, $"{Kind.ToString().ToLowerInvariant()}-{Number}");

    public byte[] SecretBytes() => Convert.FromBase64String(SecretBase64);

    /// <summary>
    /// Of a signing key the hash of its public half; of a secret a hash under a label, so that it is no use elsewhere.
    /// </summary>
    public string Fingerprint()
    {
        byte[] known;
        if (Kind == KeyKind.Receipt)
        {
            using var key = ECDsa.Create();
            key.ImportPkcs8PrivateKey(SecretBytes(), out _);
            known = key.ExportSubjectPublicKeyInfo();
        }
        else
        {
            known = [.. "tolhuis fingerprint"u8, .. SecretBytes()];
        }

        return Convert.ToHexString(SHA256.HashData(known))[..16];
    }

    /// <summary>Never the secret: a record's own text would show it in a log.</summary>
    public override string ToString() => Id;
}
