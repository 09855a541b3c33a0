// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using System.Text;
using Tolhuis.Declarations.Contract;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Cli.Platform;

/// <summary>
/// <c>tolhuis docs</c>, hidden: prints the pages of docs/reference that are made from the program itself.
/// </summary>
internal static class DocsCommand
{
    public static Command Create()
    {
        var problems = new Command("problems", "The page docs/reference/problems.md.");
        problems.SetAction(_ =>
        {
            Console.Out.Write(ProblemPage.Of(LawEdition.BuiltIn));
            return ExitCode.Done;
        });
        var schema = new Command("schema", "The schema docs/reference/declaration.schema.json.");
        schema.SetAction(_ =>
        {
            Console.Out.Write(Encoding.UTF8.GetString(MessageSchema.Of(MessageSchema.Described).Span));
            return ExitCode.Done;
        });
        var rules = new Command("rules", "The page docs/reference/rules.md.");
        rules.SetAction(_ =>
        {
            Console.Out.Write(RulePage.Of(LawEdition.BuiltIn));
            return ExitCode.Done;
        });
        return new Command("docs", "Print generated pages of the documentation.")
        {
            Hidden = true,
            Subcommands = { problems, rules, schema },
        };
    }
}
