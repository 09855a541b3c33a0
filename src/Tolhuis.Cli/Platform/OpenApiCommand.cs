// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using Tolhuis.Web.Platform.Api;

namespace Tolhuis.Cli.Platform;

/// <summary><c>tolhuis openapi</c>: the description of the HTTP API on stdout, without a store and without a
/// server.</summary>
internal static class OpenApiCommand
{
    public static Command Create()
    {
        var command = new Command(
            "openapi", "Description of the HTTP API (OpenAPI 3.1). / Beschrijving van de HTTP-API (OpenAPI 3.1).");
        command.SetAction(async (_, stop) =>
        {
            var bytes = await TolhuisApi.Describe(stop);
            await using var output = Console.OpenStandardOutput();
            await output.WriteAsync(bytes, stop);
            return ExitCode.Done;
        });
        return command;
    }
}
