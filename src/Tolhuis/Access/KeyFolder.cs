// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Tolhuis.Access.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Access;

/// <summary>
/// Keys as files in a folder beside the store. A first key is made when it is first asked for. The trail learns of
/// commitments and of keys through <see cref="KeyStore"/>, so that this class works without a store.
/// </summary>
internal sealed class KeyFolder(string folder, TimeProvider time) : IKeys
{
    public const string DataProtectionFolder = "dataprotection";
    private const int DaysInMemory = 1_000;

    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<DateOnly, byte[]> _drawKeys = new();
    private readonly ConcurrentDictionary<DateOnly, bool> _committed = new();
    private List<KeyFile>? _files;

    /// <summary>Set by the module once there is a trail to write to.</summary>
    public Action<DbConnection, DbTransaction, DateOnly, string>? Commit { get; set; }

    public string Folder => folder;

    public byte[] DrawKey(DateOnly day)
    {
        if (_drawKeys.TryGetValue(day, out var known))
            return [.. known];
        var master = MasterOn(day);
        var key = HKDF.DeriveKey(
            HashAlgorithmName.SHA256, master.SecretBytes(), 32,
            info: Encoding.UTF8.GetBytes("tolhuis draw " + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        if (_drawKeys.Count >= DaysInMemory)
            _drawKeys.Clear();
        _drawKeys[day] = key;
        return [.. key];
    }

    public string DrawCommitment(DateOnly day) => Convert.ToHexString(SHA256.HashData(DrawKey(day)));

    public void EnsureCommitted(DbConnection connection, DbTransaction transaction, DateOnly day)
    {
        if (_committed.ContainsKey(day))
            return;
        Invariant.Holds(Commit is not null, "The key folder is joined to a store before a draw is made.");
        Commit!(connection, transaction, day, DrawCommitment(day));
    }

    /// <summary>
    /// Called once the commitment is known to be on disk; the transaction that wrote it may have been undone.
    /// </summary>
    public void RememberCommitted(DateOnly day)
    {
        if (_committed.Count >= DaysInMemory)
            _committed.Clear();
        _committed[day] = true;
    }

    public (string KeyId, byte[] Secret) Secret(KeyKind kind)
    {
        Invariant.Holds(
            kind is KeyKind.Pseudonym or KeyKind.Webhook or KeyKind.Backup, "Only symmetric keys are handed out.");
        var file = Current(kind);
        return (file.Id, file.SecretBytes());
    }

    public byte[]? Secret(KeyKind kind, string keyId)
    {
        Invariant.Holds(
            kind is KeyKind.Pseudonym or KeyKind.Webhook or KeyKind.Backup, "Only symmetric keys are handed out.");
        return Files().Find(f => f.Kind == kind && f.Id == keyId)?.SecretBytes();
    }

    public Signature Sign(ReadOnlySpan<byte> data)
    {
        var file = Current(KeyKind.Receipt);
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(file.SecretBytes(), out _);
        return new Signature(file.Id, key.SignData(data, HashAlgorithmName.SHA256));
    }

    public bool Verify(ReadOnlySpan<byte> data, Signature signature)
    {
        if (Files().Find(f => f.Kind == KeyKind.Receipt && f.Id == signature.KeyId) is not { } file)
            return false;
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(file.SecretBytes(), out _);
        return key.VerifyData(data, signature.Bytes, HashAlgorithmName.SHA256);
    }

    public KeyRow Rotate(KeyKind kind)
    {
        lock (_gate)
        {
            Forget();
            var files = Files();
            var file = Make(kind, files);
            files.Add(file);
            return ToRow(file, files);
        }
    }

    public IReadOnlyList<KeyRow> List()
    {
        lock (_gate)
        {
            Forget();
            var files = Files();
            return [.. files.Select(f => ToRow(f, files))];
        }
    }

    // Another process may have made a key since.
    private void Forget()
    {
        _files = null;
        _drawKeys.Clear();
    }

    private KeyFile Current(KeyKind kind)
    {
        lock (_gate)
        {
            var files = Files();
            if (files.FindLast(f => f.Kind == kind) is { } current)
                return current;
            var made = Make(kind, files);
            files.Add(made);
            return made;
        }
    }

    // The first master counts for every earlier day as well: declarations of the past must be drawn too.
    private KeyFile MasterOn(DateOnly day)
    {
        var first = Current(KeyKind.Draw);
        var files = Files();
        lock (_gate)
        {
            return files.FindLast(f => f.Kind == KeyKind.Draw && f.FromDay <= day)
                ?? files.Find(f => f.Kind == KeyKind.Draw) ?? first;
        }
    }

    private KeyFile Make(KeyKind kind, List<KeyFile> files)
    {
        PrivateFiles.MakeFolder(folder);
        var now = time.NowMicroseconds();
        var number = 1 + files.Where(f => f.Kind == kind).Select(f => f.Number).DefaultIfEmpty(0).Max();
        byte[] secret;
        if (kind == KeyKind.Receipt)
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            secret = key.ExportPkcs8PrivateKey();
        }
        else
        {
            secret = RandomNumberGenerator.GetBytes(32);
        }

        // Today may have been drawn and tomorrow committed to with the earlier master.
        DateOnly? fromDay = kind == KeyKind.Draw ? DutchTime.DateOf(now).AddDays(number == 1 ? 0 : 2) : null;
        var file = new KeyFile(kind, number, now, fromDay, Convert.ToBase64String(secret));
        PrivateFiles.WriteNew(Path.Combine(folder, file.Id + ".key"), JsonSerializer.SerializeToUtf8Bytes(file));
        return file;
    }

    private List<KeyFile> Files()
    {
        lock (_gate)
        {
            return _files ??= Directory.Exists(folder)
                ? [.. Directory.EnumerateFiles(folder, "*.key").Select(Load).OrderBy(f => f.Kind).ThenBy(f => f.Number)]
                : [];
        }
    }

    private static KeyFile Load(string path) =>
        JsonSerializer.Deserialize<KeyFile>(File.ReadAllBytes(path))
        ?? throw new InvalidDataException($"{path} is not a key file.");

    private static KeyRow ToRow(KeyFile file, List<KeyFile> all) => new(
        file.Kind, file.Id, file.CreatedAt, file.FromDay, file.Fingerprint(),
        all.FindLast(f => f.Kind == file.Kind)!.Id == file.Id);
}
