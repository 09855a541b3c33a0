// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Http;

namespace Tolhuis.Web.Platform.Api;

/// <summary>Reads the content of a request into memory, within a bound.</summary>
internal static class RequestBody
{
    private const int FirstBytes = 32 * 1024;

    /// <summary>The content; null if it is longer than the bound.</summary>
    public static async Task<ReadOnlyMemory<byte>?> Read(HttpRequest request, int maxBytes)
    {
        // A stated length is believed only as far as the bound goes; memory is taken as bytes arrive.
        var buffer = new byte[(int)Math.Min(request.ContentLength + 1 ?? FirstBytes, maxBytes + 1L)];
        var length = 0;
        while (true)
        {
            if (length == buffer.Length)
            {
                if (length > maxBytes)
                    return null;
                Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, maxBytes + 1L));
            }

            var count = await request.Body.ReadAsync(buffer.AsMemory(length), request.HttpContext.RequestAborted)
                .ConfigureAwait(false);
            if (count == 0)
                return length > maxBytes ? null : buffer.AsMemory(0, length);
            length += count;
        }
    }
}
