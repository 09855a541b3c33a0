// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Tolhuis.Declarations.Contract;
using Tolhuis.Tariff.Contract;
using Xunit;

namespace Tolhuis.Tests.Declarations;

/// <summary>Official messages of two administrations, read where they are.</summary>
public sealed class SharedMessagesTests
{
    private static readonly string? Folder = FindFolder();

    public static TheoryData<string> Files
    {
        get
        {
            var files = new TheoryData<string>();
            if (Folder is null)
                files.Add("");
            foreach (var file in Folder is null ? [] : Directory.GetFiles(Folder, "*.xml", SearchOption.AllDirectories))
                files.Add(Path.GetRelativePath(Folder!, file));
            return files;
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_message_is_accepted_or_says_what_is_wrong_where_and_what_to_do(string file)
    {
        Assert.SkipWhen(Folder is null, "skipped: ../shared not present");
        var answer = new MessageChecker().Check(File.ReadAllBytes(Path.Combine(Folder!, file)), SampleMessages.Law);
        Assert.True(answer.IsReadable);
        Assert.Equal(
            answer.Declaration is null && answer.FollowUp is null,
            answer.Problems.Any(p => p.Severity == Tolhuis.Kernel.Severity.Reject));
        var rows = LawEdition.BuiltIn.Table("declarations.problems").ToLookup(row => row["code"]);
        foreach (var problem in answer.Problems)
        {
            var row = Assert.Single(rows[problem.Code]);
            Assert.NotEmpty(row.Text("nl"));
            Assert.NotEmpty(row.Text("en"));
            Assert.StartsWith("/", problem.Pointer, StringComparison.Ordinal);
            Assert.NotEqual("/Declaration", problem.Pointer);
            // The number of the declaration and the reason of a request have no number in Annex B.
            if (answer.Kind == MessageKind.NewDeclaration || problem.DataElement.Length > 0)
                Assert.Matches("^[0-9]{2} [0-9]{2} [0-9]{3} [0-9]{3}$", problem.DataElement);
            foreach (var language in (string[])["nl", "en"])
            {
                var text = ProblemCatalogue.Of(SampleMessages.Law).Text(problem, language, SampleMessages.Law.Day);
                Assert.DoesNotMatch(@"\{[0-9]\}|\(\)|\(n\)|""""|  ", text);
                Assert.EndsWith(".", text, StringComparison.Ordinal);
            }
        }

        // What is recognised but not handled has one problem, not a list of things that its data set never asked for.
        if (answer.Problems.Any(p => p.Code.EndsWith(".not-supported", StringComparison.Ordinal)))
            Assert.Single(answer.Problems);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_value_of_a_message_is_shown(string file)
    {
        Assert.SkipWhen(Folder is null, "skipped: ../shared not present");
        var read = MessageReader.Read(File.ReadAllBytes(Path.Combine(Folder!, file)), SampleMessages.Law);
        Assert.True(read.IsReadable);
        Assert.True(read.IsComplete);
        if (read.Kind is not (MessageKind.Notification or MessageKind.TemporaryStorage))
            Assert.Contains(read.Elements, e => e.Number == "12 09 001 000");
    }

    [Theory]
    [InlineData("dk_dms_import_testcases/H7__Test_Case_-_H7_Standard_v2.1.xml", DataSet.H7)]
    [InlineData("dk_dms_import_testcases/H1__Test_Case_-_H1_Standard_v1.4.xml", DataSet.H1)]
    public void Standard_messages_are_accepted_once_their_placeholders_are_filled(string file, DataSet dataSet)
    {
        Assert.SkipWhen(Folder is null, "skipped: ../shared not present");
        var message = File.ReadAllText(Path.Combine(Folder!, file))
            .Replace("{{LRN}}", "OFFICIAL-0001", StringComparison.Ordinal)
            .Replace("{{CVR}}", "12345678", StringComparison.Ordinal)
            .Replace("{{DeclarantEORI}}", "DK12345678", StringComparison.Ordinal)
            .Replace("{{ImporterEORI}}", "DK87654321", StringComparison.Ordinal);
        var answer = new MessageChecker().Check(Encoding.UTF8.GetBytes(message), SampleMessages.Law);
        // The sums of the official H1 do not agree, so it gets warnings; nothing refuses it.
        Assert.DoesNotContain(answer.Problems, problem => problem.Severity != Tolhuis.Kernel.Severity.Warn);
        Assert.Equal(dataSet, answer.Declaration!.DataSet);
    }

    private static string? FindFolder()
    {
        var shared = Environment.GetEnvironmentVariable("TOLHUIS_SHARED");
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); shared is null && at is not null; at = at.Parent)
        {
            var candidate = Path.Combine(at.FullName, "shared");
            if (Directory.Exists(Path.Combine(candidate, "data", "messages")))
                shared = candidate;
        }

        var folder = shared is null ? null : Path.Combine(shared, "data", "messages");
        return Directory.Exists(folder) ? folder : null;
    }
}
