// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;
using Tolhuis.Kernel;

namespace Tolhuis.Intake;

/// <summary>Problems as text in a row: code, severity, element, pointer and arguments, never sentences.</summary>
internal static class StoredProblems
{
    public static string Write(IReadOnlyList<Problem> problems) =>
        problems.Count == 0 ? "" : JsonSerializer.Serialize(problems);

    public static IReadOnlyList<Problem> Read(string text) =>
        text.Length == 0 ? [] : JsonSerializer.Deserialize<Problem[]>(text) ?? [];

    public static string WriteArguments(string[] arguments) =>
        arguments.Length == 0 ? "" : JsonSerializer.Serialize(arguments);

    public static string[] ReadArguments(string text) =>
        text.Length == 0 ? [] : JsonSerializer.Deserialize<string[]>(text) ?? [];
}
