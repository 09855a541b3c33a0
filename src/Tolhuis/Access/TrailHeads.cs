// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;
using System.Text.Json;
using Tolhuis.Access.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Access;

/// <summary>A signed statement that the chain had this seal at this number at this moment.</summary>
internal sealed record TrailHead(long At, long Number, long LastId, string Seal, string KeyId, string Signature)
{
    public byte[] Signed() => Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"tolhuis-trail-head;{At};{Number};{LastId};{Seal}"));
}

/// <summary>
/// Heads of the chain in one file a month outside the store: whoever cuts the tail of the trail or rebuilds it would
/// have to change these too, and cannot sign them. Best copied to another machine by the operator.
/// </summary>
internal sealed class TrailHeads(string folder, IKeys keys)
{
    private readonly Lock _gate = new();

    public void Append(SealRow seal, long at)
    {
        var unsigned = new TrailHead(at, seal.Number, seal.LastId, Convert.ToHexString(seal.Seal), "", "");
        var signature = keys.Sign(unsigned.Signed());
        var head = unsigned with { KeyId = signature.KeyId, Signature = Convert.ToBase64String(signature.Bytes) };
        var month = DutchTime.FromMicroseconds(at).ToString("yyyy-MM", CultureInfo.InvariantCulture);
        lock (_gate)
        {
            PrivateFiles.MakeFolder(folder);
            var line = JsonSerializer.SerializeToUtf8Bytes(head);
            var path = Path.Combine(folder, $"heads-{month}.jsonl");
            var isNew = !File.Exists(path);
            using var file = PrivateFiles.OpenAppend(path);
            file.Write([.. line, (byte)'\n']);
            file.Flush();
            Platform.Durable.Sync(file.SafeFileHandle);
            if (isNew)
                Platform.Durable.SyncFolder(folder);
        }
    }

    public IEnumerable<TrailHead?> Read()
    {
        if (!Directory.Exists(folder))
            yield break;
        foreach (var path in Directory.EnumerateFiles(folder, "heads-*.jsonl").Order(StringComparer.Ordinal))
        {
            foreach (var line in File.ReadLines(path))
                yield return Parse(line);
        }
    }

    private static TrailHead? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<TrailHead>(line);
        }
        catch (JsonException)
        {
            // A torn last line after a power cut, or someone's edit: the reader reports it.
            return null;
        }
    }
}
