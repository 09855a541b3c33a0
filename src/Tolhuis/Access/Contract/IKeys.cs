// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;

namespace Tolhuis.Access.Contract;

/// <summary>What a key is for. Each kind has its own secret; none is used for two things.</summary>
public enum KeyKind
{
    /// <summary>Master of the daily keys of the random sample.</summary>
    Draw,

    /// <summary>Pseudonyms of persons and parties in analyses.</summary>
    Pseudonym,

    /// <summary>Signs receipts and the heads of the audit trail (ECDSA on P-256 with SHA-256).</summary>
    Receipt,

    /// <summary>Signs webhooks.</summary>
    Webhook,

    /// <summary>Encrypts backups (AES-GCM).</summary>
    Backup,
}

/// <summary>A signature and the key that made it; the key id stays when keys rotate.</summary>
public sealed record Signature(string KeyId, byte[] Bytes);

/// <summary>A key as it is listed: never its secret. The fingerprint is a hash of what may be known of it.</summary>
/// <param name="FromDay">First civil day on which a draw key counts; other kinds count from their making.</param>
public sealed record KeyRow(
    KeyKind Kind, string Id, long CreatedAt, DateOnly? FromDay, string Fingerprint, bool IsCurrent);

/// <summary>
/// The one place of secret keys: a folder outside the store and outside its backups, readable by its owner only.
/// Invariants: a key is never changed, only followed by another; the sample key of a day is the same whenever it is
/// asked; no role and no page can read a secret.
/// </summary>
public interface IKeys
{
    /// <summary>
    /// Key of the random sample on one civil day (32 bytes): derived from the master that counted on that day, so that
    /// a draw can be recomputed years later. A rotated master counts from the day after tomorrow, because tomorrow is
    /// committed to already.
    /// </summary>
    byte[] DrawKey(DateOnly day);

    /// <summary>
    /// SHA-256 of the day's key, in hexadecimal: may be known by everyone, says nothing about the draws.
    /// </summary>
    string DrawCommitment(DateOnly day);

    /// <summary>
    /// Writes the commitment of that day to the audit trail if it is not there yet. Before the first draw of a day, in
    /// the same transaction; costs one look in memory after that.
    /// </summary>
    void EnsureCommitted(DbConnection connection, DbTransaction transaction, DateOnly day);

    /// <summary>The secret of the current key of a symmetric kind (32 bytes), with its id.</summary>
    (string KeyId, byte[] Secret) Secret(KeyKind kind);

    /// <summary>The secret of one earlier key; null if there is no such key.</summary>
    byte[]? Secret(KeyKind kind, string keyId);

    Signature Sign(ReadOnlySpan<byte> data);

    bool Verify(ReadOnlySpan<byte> data, Signature signature);

    /// <summary>Makes a new key that follows the current one; returns its row.</summary>
    KeyRow Rotate(KeyKind kind);

    IReadOnlyList<KeyRow> List();
}
