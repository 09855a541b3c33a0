// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.IO.Compression;
using Tolhuis.Simulator;

namespace Tolhuis.Soak;

/// <summary>A zip of messages, in memory.</summary>
internal static class SmallZip
{
    public static byte[] Of(IEnumerable<SimulatedMessage> messages)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            var number = 0;
            foreach (var message in messages)
            {
                using var entry = zip.CreateEntry(string.Create(null, $"{++number:D5}.xml"), CompressionLevel.Fastest)
                    .Open();
                entry.Write(message.Content.Span);
            }
        }

        return bytes.ToArray();
    }
}
