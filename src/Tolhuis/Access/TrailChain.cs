// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Tolhuis.Access.Contract;

namespace Tolhuis.Access;

/// <summary>
/// The arithmetic of the chain. Record hash = SHA-256(salt, fields with their lengths); root = SHA-256(id and hash of
/// each record of the batch); seal = SHA-256(previous seal, root). The salt keeps a destroyed record from being guessed
/// back.
/// </summary>
internal static class TrailChain
{
    public static byte[] Genesis { get; } = SHA256.HashData("tolhuis access trail 1"u8);

    public static byte[] HashRecord(byte[] salt, long at, TrailEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(salt);
        Append(hash, at);
        Append(hash, (long)entry.Actor.Kind);
        Append(hash, entry.Actor.Id);
        Append(hash, entry.Actor.Name);
        Append(hash, entry.Action);
        Append(hash, entry.ObjectKind);
        Append(hash, entry.ObjectId);
        Append(hash, entry.Outcome);
        Append(hash, entry.Origin);
        Append(hash, entry.TaskId ?? -1);
        Append(hash, entry.Details);
        return hash.GetHashAndReset();
    }

    /// <summary>The hash that a record as read back should have; null where its content was destroyed.</summary>
    public static byte[]? HashRecord(SealedRow sealedRow)
    {
        var row = sealedRow.Row;
        if (sealedRow.Salt is not { } salt)
            return null;
        return HashRecord(salt, row.At, new TrailEntry(
            new Actor((ActorKind)row.ActorKind, row.ActorId, row.ActorName ?? ""), row.Action, row.ObjectKind ?? "",
            row.ObjectId ?? "", row.Outcome ?? "", row.Origin ?? "", row.TaskId, row.Details ?? ""));
    }

    public static byte[] Root(IEnumerable<(long Id, byte[] Hash)> records)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (id, recordHash) in records)
        {
            Append(hash, id);
            hash.AppendData(recordHash);
        }

        return hash.GetHashAndReset();
    }

    public static byte[] Seal(byte[] previousSeal, byte[] root) => SHA256.HashData([.. previousSeal, .. root]);

    private static void Append(IncrementalHash hash, long value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        hash.AppendData(bytes);
    }

    // With its length, so that two fields can never be read as two others.
    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Append(hash, bytes.Length);
        hash.AppendData(bytes);
    }
}
