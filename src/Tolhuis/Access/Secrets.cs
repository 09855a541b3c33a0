// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Tolhuis.Access;

/// <summary>
/// Random secrets that are shown once and kept as SHA-256 only. With 256 random bits a plain hash is enough: there is
/// nothing to guess, and it can be looked up by index.
/// </summary>
internal static class Secrets
{
    public const string Prefix = "tolhuis_";
    private const int PrefixShown = 6;

    // 32 bytes give 43 characters of base64url.
    public const int Length = 8 + 43;

    public static string Make() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static bool HasForm(string secret) =>
        secret.Length == Length && secret.StartsWith(Prefix, StringComparison.Ordinal);

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    public static string Shown(string secret) => secret[..(Prefix.Length + PrefixShown)];
}
