// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.IO.Compression;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Zip;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Fuzz;

/// <summary>One reader under test: takes any bytes, throws only if a promise of the reader is broken.</summary>
internal abstract class Target
{
    public abstract void Run(byte[] input);

    /// <summary>Inputs to begin with, made from the messages of the corpus.</summary>
    public abstract IReadOnlyList<byte[]> Seeds(IReadOnlyList<byte[]> messages);

    public abstract IReadOnlyList<byte[]> Dictionary { get; }

    public static Target? Named(string name) => name switch
    {
        "xml" => new XmlTarget(),
        "json" => new JsonTarget(),
        "zip" => new ZipTarget(),
        _ => null,
    };
}

/// <summary>The reader and checker of messages, on the last day of the relief and on the first day after it.</summary>
internal class XmlTarget : Target
{
    private const int MaxProblems = 200;
    private const int MaxArgument = 200;
    private readonly MessageChecker _checker = new();
    private readonly LawOfTheDay[] _laws =
        [LawEdition.BuiltIn.On(new DateOnly(2026, 6, 30)), LawEdition.BuiltIn.On(new DateOnly(2026, 7, 1))];

    private readonly HashSet<string> _codes =
        [.. LawEdition.BuiltIn.Table("declarations.problems").Select(row => row["code"])];

    public override IReadOnlyList<byte[]> Dictionary { get; } =
    [
        "<!DOCTYPE a [<!ENTITY b 'c'>]>"u8.ToArray(), "&b;"u8.ToArray(), "<![CDATA["u8.ToArray(), "]]>"u8.ToArray(),
        "<!--"u8.ToArray(), "-->"u8.ToArray(), "<?xml version='1.0' encoding='utf-16'?>"u8.ToArray(),
        "&#x0;"u8.ToArray(),
        "&#xD800;"u8.ToArray(), [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xC0, 0x80], " xmlns=''"u8.ToArray(),
        "<a>"u8.ToArray(),
        " currencyID='XXXX'"u8.ToArray(), "99999999999999999999"u8.ToArray(), "0.0000000"u8.ToArray(),
        "\u0000"u8.ToArray(),
        "<w:GovernmentAgencyGoodsItem/>"u8.ToArray(), "<w:Declaration>"u8.ToArray(), "</w:Commodity>"u8.ToArray(),
        "<w:SupportingDocument><w:ID>1</w:ID></w:SupportingDocument>"u8.ToArray(), "1H7"u8.ToArray(), "C08"u8.ToArray(),
    ];

    public override IReadOnlyList<byte[]> Seeds(IReadOnlyList<byte[]> messages) =>
        [.. messages.Where(message => !MessageShape.IsJson(message))];

    public override void Run(byte[] input)
    {
        var law = _laws[input.Length & 1];
        var answer = _checker.Check(input, law);
        Invariant.Holds(answer.Problems.Count <= MaxProblems, "a message has at most 200 problems");
        var isRejected = answer.Problems.Any(problem => problem.Severity == Severity.Reject);
        Invariant.Holds(
            isRejected == (answer.Declaration is null && answer.FollowUp is null),
            "a declaration or a follow-up is given if and only if nothing rejects it");
        Invariant.Holds(answer.IsReadable || isRejected, "an unreadable message says why");
        Invariant.Holds(
            answer.LrnText.Length <= 70 && answer.DeclarantText.Length <= 70, "texts of the answer are bounded");
        foreach (var problem in answer.Problems)
        {
            Invariant.Holds(_codes.Contains(problem.Code), "each problem has a row");
            Invariant.Holds(problem.Arguments.All(text => text.Length <= MaxArgument), "arguments are bounded");
        }

        var read = MessageReader.Read(input, law);
        Invariant.Holds(read.IsReadable == answer.IsReadable, "both readers understand the same messages");
        Invariant.Holds(read.Elements.Count <= MessageReader.MaxElements, "a page has a bounded number of elements");
    }
}

/// <summary>The same reader and checker, with messages and fragments of JSON.</summary>
internal sealed class JsonTarget : XmlTarget
{
    public override IReadOnlyList<byte[]> Dictionary { get; } =
    [
        "{"u8.ToArray(), "}"u8.ToArray(), "["u8.ToArray(), "]"u8.ToArray(), ":"u8.ToArray(), ","u8.ToArray(),
        "\""u8.ToArray(), "\\u0000"u8.ToArray(), "\\uD800"u8.ToArray(), "\\uDC00"u8.ToArray(), "\\uFFFE"u8.ToArray(),
        "\\"u8.ToArray(), "null"u8.ToArray(), "true"u8.ToArray(), "1e999"u8.ToArray(), "-0"u8.ToArray(),
        "99999999999999999999"u8.ToArray(), [0xEF, 0xBB, 0xBF], [0xC0, 0x80], [0xED, 0xA0, 0x80], "/*"u8.ToArray(),
        "\"lrn\":\"A\","u8.ToArray(), "\"mrn\":1,"u8.ToArray(), "\"goodsShipment\":{"u8.ToArray(),
        "\"goodsItem\":[{},"u8.ToArray(), "\"x\":[{\"y\":"u8.ToArray(), "\"messageKind\":\"amendment\","u8.ToArray(),
        "\"claim\":{\"tax\":[{}]},"u8.ToArray(), "[[[[[[[["u8.ToArray(), "{\"a\":{\"a\":{\"a\":"u8.ToArray(),
    ];

    /// <summary>Only JSON: the other messages have a target of their own.</summary>
    public override IReadOnlyList<byte[]> Seeds(IReadOnlyList<byte[]> messages) =>
        [.. messages.Where(message => MessageShape.IsJson(message))];
}

/// <summary>The reader of zip files.</summary>
internal sealed class ZipTarget : Target
{
    private byte[] _buffer = new byte[4_096];

    public override IReadOnlyList<byte[]> Dictionary { get; } =
    [
        "PK\u0001\u0002"u8.ToArray(), "PK\u0003\u0004"u8.ToArray(), "PK\u0005\u0006"u8.ToArray(),
        "PK\u0006\u0006"u8.ToArray(),
        "PK\u0006\u0007"u8.ToArray(), [0xFF, 0xFF, 0xFF, 0xFF], [0xFF, 0xFF], [0, 0, 0, 0], "../"u8.ToArray(),
        [1, 0, 0x1C, 0],
    ];

    public override IReadOnlyList<byte[]> Seeds(IReadOnlyList<byte[]> messages)
    {
        var seeds = new List<byte[]>();
        foreach (var level in Enum.GetValues<CompressionLevel>())
        {
            using var stream = new MemoryStream();
            using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            {
                archive.CreateEntry("folder/");
                for (var i = 0; i < Math.Min(messages.Count, 4); i++)
                {
                    using var entry = archive.CreateEntry($"folder/{i}.xml", level).Open();
                    entry.Write(messages[i].AsSpan(0, Math.Min(messages[i].Length, 2_000)));
                }
            }

            seeds.Add(stream.ToArray());
        }

        return seeds;
    }

    public override void Run(byte[] input)
    {
        var (zip, problem) = ZipMessages.Open(input);
        Invariant.Holds(zip is null != problem is null, "a file is opened or has a problem");
        for (var i = 0; i < zip?.Count; i++)
        {
            _ = zip.EntryName(i);
            var read = zip.ReadEntry(i, ref _buffer);
            Invariant.Holds(read.Problem is null || read.Length == 0, "an entry is read or has a problem");
            Invariant.Holds(_buffer.Length <= ZipLimits.Default.EntryBytes, "the buffer is bounded");
        }
    }
}
