// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Tolhuis.Declarations.Checking;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Declarations.Contract;

/// <summary>
/// The JSON Schema (draft 2020-12) of a message as the law of a day has it, made from the element table. It says what
/// one message can show by itself; rules between elements are for <see cref="MessageChecker"/>. Stricter in one thing:
/// an unknown name is an error here and a warning there, so that a typing error is found before sending.
/// </summary>
public static class MessageSchema
{
    /// <summary>Where the interface gives it.</summary>
    public const string Path = "/v1/schemas/declaration.json";

    private static readonly ConditionalWeakTable<LawOfTheDay, byte[]> Known = [];

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>The law of the built-in edition that the printed schema and the description of the API show: that after
    /// the last change of 2026.</summary>
    public static LawOfTheDay Described => LawEdition.BuiltIn.On(new DateOnly(2026, 11, 1));

    /// <summary>As UTF-8 text; made once per law.</summary>
    public static ReadOnlyMemory<byte> Of(LawOfTheDay law) => Known.GetValue(
        law, static its => Encoding.UTF8.GetBytes(AsNode(its).ToJsonString(Readable) + "\n"));

    /// <summary>As a document of its own.</summary>
    public static JsonObject AsNode(LawOfTheDay law) => new SchemaWriter(RuleBook.Of(law)).Write();
}
