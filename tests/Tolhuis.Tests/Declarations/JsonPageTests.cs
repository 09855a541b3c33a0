// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tests.Tidy;
using Xunit;

namespace Tolhuis.Tests.Declarations;

/// <summary>The examples of docs/reference/json.md are messages that are taken.</summary>
public sealed partial class JsonPageTests
{
    [Fact]
    public void Each_example_of_the_page_fits_the_schema_and_is_taken()
    {
        var page = File.ReadAllText(Path.Combine(SourceTree.OfTheProduct().Root, "docs/reference/json.md"));
        var examples = Example().Matches(page).Select(match => match.Groups[1].Value).ToList();
        var schema = new SchemaCheck(MessageSchema.AsNode(MessageSchema.Described));
        var kinds = new List<MessageKind>();
        foreach (var example in examples)
        {
            Assert.Null(schema.Fault(JsonNode.Parse(example)!));
            var answer = new MessageChecker().Check(SampleMessages.Utf8(example), MessageSchema.Described);
            Assert.DoesNotContain(answer.Problems, problem => problem.Severity != Severity.Warn);
            Assert.True(answer.Declaration is not null || answer.FollowUp is not null);
            kinds.Add(answer.Kind);
        }

        Assert.Equal(
            [MessageKind.NewDeclaration, MessageKind.Amendment, MessageKind.Invalidation, MessageKind.Presentation],
            kinds);
    }

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
