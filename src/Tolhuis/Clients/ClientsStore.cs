// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using System.Globalization;
using Dapper;
using Tolhuis.Clients.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Clients;

/// <summary>The SQL of the register of parties.</summary>
internal static class ClientsStore
{
    public static IEnumerable<RegisteredParty> ReadAll(DbConnection connection)
    {
        var rows = connection.Query<(long Id, string Eori, string Name, long Kind, long IsVerified)>(
            "SELECT id, eori, name, kind, is_verified FROM clients_parties", buffered: false);
        foreach (var row in rows)
        {
            if (Eori.TryParse(row.Eori.AsSpan(), out var eori, out _))
                yield return new RegisteredParty(row.Id, eori, row.Name, (PartyKind)row.Kind, row.IsVerified == 1);
        }
    }

    /// <summary>
    /// Writes a party that is not there yet; one that is, registered a moment ago, is given as it stands.
    /// </summary>
    public static RegisteredParty Meet(
        DbConnection connection, DbTransaction? transaction, RegisteredParty party, long recordedAt)
    {
        var (id, name, kind, isVerified) = connection.QueryFirst<(long Id, string Name, long Kind, long IsVerified)>(
            """
            INSERT INTO clients_parties (id, eori, name, kind, is_verified, recorded_at)
            VALUES (@Id, @Eori, @Name, 0, 0, @recordedAt)
            ON CONFLICT (eori) DO UPDATE SET eori = excluded.eori
            RETURNING id, name, kind, is_verified
            """,
            new { party.Id, Eori = party.Eori.ToString(), party.Name, recordedAt },
            transaction);
        return new RegisteredParty(id, party.Eori, name, (PartyKind)kind, isVerified == 1);
    }

    public static void Upsert(DbConnection connection, DbTransaction? transaction, RegisteredParty party,
        long recordedAt) =>
        connection.Execute(
            """
            INSERT INTO clients_parties (id, eori, name, kind, is_verified, recorded_at)
            VALUES (@Id, @Eori, @Name, @Kind, @IsVerified, @recordedAt)
            ON CONFLICT (eori) DO UPDATE SET name = excluded.name, kind = excluded.kind,
                is_verified = excluded.is_verified
            """,
            new
            {
                party.Id,
                Eori = party.Eori.ToString(),
                party.Name,
                Kind = (int)party.Kind,
                IsVerified = party.IsVerified ? 1 : 0,
                recordedAt,
            },
            transaction);

    public static IEnumerable<(long Id, VersionAgreement? Agreement)> ReadVersions(DbConnection connection, long after)
    {
        var rows = connection.Query<(long Id, string Eori, long Version, string From)>(
            "SELECT id, eori, version, valid_from FROM clients_message_versions WHERE id > @after ORDER BY id",
            new { after }, buffered: false);
        foreach (var row in rows)
        {
            var agreement = Eori.TryParse(row.Eori.AsSpan(), out var eori, out _)
                ? new VersionAgreement(
                    eori, (int)row.Version, DateOnly.ParseExact(row.From, "yyyy-MM-dd", CultureInfo.InvariantCulture))
                : null;
            yield return (row.Id, agreement);
        }
    }

    public static void AddVersion(
        DbConnection connection, DbTransaction? transaction, VersionAgreement agreement, long recordedAt) =>
        connection.Execute(
            """
            INSERT INTO clients_message_versions (eori, version, valid_from, recorded_at)
            VALUES (@Eori, @Version, @From, @recordedAt)
            """,
            new
            {
                Eori = agreement.Declarant.ToString(),
                agreement.Version,
                From = agreement.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                recordedAt,
            },
            transaction);
}
