// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using Tolhuis.Cli.Intake;
using Tolhuis.Cli.Platform;

var root = new RootCommand("Tolhuis: open customs enforcement. / Tolhuis: open handhaving voor de douane.")
{
    IntakeCommand.Create(),
    VerifyCommand.Create(),
};
return await Entry.Run(root, args);
