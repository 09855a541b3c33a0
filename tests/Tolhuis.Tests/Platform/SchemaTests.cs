// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using Tolhuis.Platform;
using Xunit;

namespace Tolhuis.Tests.Platform;

/// <summary>
/// Scripts that were shipped never change: a store of a user has run them. A new script gets a new row here; a row
/// that is here stays as it is.
/// </summary>
public sealed class SchemaTests
{
    private static readonly Dictionary<string, string> ShippedScripts = new()
    {
        ["02.Access.0001_access.sql"] =
            "30ca67c787472990345f9e6d3716127c3c6582ec52e7a20b22976853065cc5db",
        ["02.Access.0002_failures_in_memory.sql"] =
            "53127c3887e5303a83d565f8ec85661b70abc0d44893506afb10a20bea3dc941",
        ["02.Access.0003_traders.sql"] =
            "d170ddcc2b880632dcced8ebbedb95884540cb67893cfd84d828b056ffa6dce5",
        ["02.Access.0004_taken_tasks.sql"] =
            "9e60aca4b4a2f1164d45d4496a95ed3df1204e56b934f5cf685a1753ba60394f",
        ["02.Access.0005_desk.sql"] =
            "89c9214dfa86496c28a7f46edbbfe6712b7c5cd54571dc4d04a9638c5a7b080f",
        ["03.Tariff.0001_editions.sql"] =
            "16de669ca1a04bfb520e8f7678a5e1668c936ad410adbb60c8e0680cb69b841e",
        ["03.Tariff.0002_drafts.sql"] =
            "3d304605d5b3f8adb564a4e51e08d6a8e42bcfcc907070f5477b0dddebb759cb",
        ["04.Clients.0001_parties.sql"] =
            "9f3b4e991039dd98cf1d1a680e854fe322b76521ab203c8f267f5a65d79d7d37",
        ["04.Clients.0002_message_versions.sql"] =
            "698c3924a4a277ea8df60601c0f822e55554e122dab6e4e77d8d08ac78d96647",
        ["05.Declarations.0001_declarations.sql"] =
            "dedccc9a053ca2915c673364705533a5bf7c7f0802a4bb6ac37878aefb508f95",
        ["05.Declarations.0002_life.sql"] =
            "21eb6a2c68cd9c02ea9125ccfdb00336ceb7c778151bbc61865e267806cd6493",
        ["05.Declarations.0003_terms_by_kind.sql"] =
            "a0f9e9953b2ca9e2e3fcaf47e800498871cddc4c785a2682a48c7835021c0f59",
        ["05.Declarations.0004_message_version.sql"] =
            "f440c1e779a459844f7c2b82cbd5dd0bd00f6f2e56c3ecaf4a404d1872ed0273",
        ["05.Declarations.0005_supplemented.sql"] =
            "9b34a9dfd97833955a4252de5b426115be8321d3e9fd55a492a7139c6b9cbedf",
        ["05.Declarations.0006_request_acts.sql"] =
            "41c19331079a874852ade3ec04626347f517fd04a3375332094555838e29c4ac",
        ["05.Declarations.0007_documents.sql"] =
            "473ba5ffd68eed52cc0dc3e38f64989ef45c9dbe9e60c65c44d36a3342da298a",
        ["05.Declarations.0008_by_declarant.sql"] =
            "f4fb03f619a35d12e06d0fcd19f3ab59e12f1bd77a1ce1a8447b704212cc5916",
        ["05.Declarations.0009_determined.sql"] =
            "e418e17c3e23b41861ce2a0d7e80577c45af7878272bf975da48ebd2c5ecd249",
        ["06.Risk.0001_selections.sql"] =
            "0b4d7b8a42802bfcd35e86644e56f69f37df3ce8def788dbd30da8a490d9cb6a",
        ["07.Controls.0001_orders.sql"] =
            "1e4600d766035e5a96c20a41d9f496d241d57cfdf2031d69575bb49341126d15",
        ["07.Controls.0002_findings.sql"] =
            "27b189afbdbc4624756edb80ec5eefde37b4d45a18b0f42f8400764abfc12d8b",
        ["08.Intake.0001_intake.sql"] =
            "557792915fc5bcca91e3bca4a8e8f581795b028898054a590af26579dbf63b2d",
    };

    [Fact]
    public void Shipped_scripts_are_as_they_were_shipped() => Assert.Equal(
        ShippedScripts.OrderBy(row => row.Key, StringComparer.Ordinal),
        SchemaUpgrade.Scripts().ToDictionary(script => script.Name, script => HashOf(script.Contents))
            .OrderBy(row => row.Key, StringComparer.Ordinal));

    [Fact]
    public void Names_sort_in_the_order_of_running()
    {
        var names = SchemaUpgrade.Scripts().Select(script => script.Name).ToList();

        Assert.Equal(names.Order(StringComparer.Ordinal), names);
    }

    [Fact]
    public void Each_script_runs_once_however_often_a_store_is_opened()
    {
        var folder = Directory.CreateTempSubdirectory("tolhuis-schema-").FullName;
        try
        {
            for (var i = 0; i < 3; i++)
                Store.Open(folder, TimeProvider.System).Dispose();
            using var connection = new SqliteConnection(
                $"Data Source={Path.Combine(folder, "tolhuis.db")};Mode=ReadOnly;Pooling=False");
            connection.Open();
            Assert.Equal(
                SchemaUpgrade.Scripts().Select(script => script.Name),
                connection.Query<string>("SELECT ScriptName FROM platform_schema ORDER BY SchemaVersionID"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Line ends are those of the checkout; they are no part of what a script does.
    private static string HashOf(string contents) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(contents.Replace("\r\n", "\n", StringComparison.Ordinal))));
}
