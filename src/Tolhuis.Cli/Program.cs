// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using System.CommandLine.Help;
using Tolhuis.Cli.Access;
using Tolhuis.Cli.Bench;
using Tolhuis.Cli.Clients;
using Tolhuis.Cli.Intake;
using Tolhuis.Cli.Platform;
using Tolhuis.Cli.Simulate;
using Tolhuis.Cli.Tariff;

using var editions = new StoredEditions();
// Not a RootCommand: that one goes by the name of the file that runs, and people type tolhuis.
var root = new Command("tolhuis", "Tolhuis: open customs enforcement. / Tolhuis: open handhaving voor de douane.")
{
    new HelpOption(),
    new VersionOption(),
    IntakeCommand.Create(),
    VerifyCommand.Create(),
    OpenApiCommand.Create(),
    DemoCommand.Create(),
    PlugCommand.Create(),
    ServeCommand.Create(),
    GenerateCommand.Create(),
    TariffCommand.Create(editions.Open, openDrafts: editions.OpenDrafts),
    KeysCommand.Create(),
    TokensCommand.Create(),
    PeopleCommand.Create(),
    ClientsCommand.Create(),
    BenchCommand.Create(),
    DocsCommand.Create(),
};
return await Entry.Run(root, args);
