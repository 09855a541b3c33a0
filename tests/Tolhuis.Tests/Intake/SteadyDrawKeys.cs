// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Tolhuis.Access;
using Tolhuis.Access.Contract;

namespace Tolhuis.Tests.Intake;

/// <summary>Keys as they are, but for the draw key of a day, which is the same in every run.</summary>
internal sealed class SteadyDrawKeys(IKeys keys) : IKeys
{
    public byte[] DrawKey(DateOnly day) => SHA256.HashData(BitConverter.GetBytes(day.DayNumber));

    public string DrawCommitment(DateOnly day) => keys.DrawCommitment(day);

    public void EnsureCommitted(DbConnection connection, DbTransaction transaction, DateOnly day) =>
        keys.EnsureCommitted(connection, transaction, day);

    public (string KeyId, byte[] Secret) Secret(KeyKind kind) => keys.Secret(kind);

    public byte[]? Secret(KeyKind kind, string keyId) => keys.Secret(kind, keyId);

    public Signature Sign(ReadOnlySpan<byte> data) => keys.Sign(data);

    public bool Verify(ReadOnlySpan<byte> data, Signature signature) => keys.Verify(data, signature);

    public KeyRow Rotate(KeyKind kind) => keys.Rotate(kind);

    public IReadOnlyList<KeyRow> List() => keys.List();
}

internal static class SteadyDraw
{
    /// <summary>The draw of a day is the same in every run, so that no test meets the sample by chance.</summary>
    public static void AddSteadyDraw(this IServiceCollection services) => services.AddSingleton<IKeys>(provider =>
    {
        var keys = provider.GetRequiredService<KeyFolder>();
        keys.Commit ??= provider.GetRequiredService<KeyStore>().Commit;
        return new SteadyDrawKeys(keys);
    });
}
