// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Tests.Boundaries;

/// <summary>One reference that should not be: who, whom, and why not.</summary>
public sealed record Breach(string From, string To, string Reason)
{
    public override string ToString() => $"{From} -> {To}: {Reason}";
}

/// <summary>
/// The order of modules as a rule over names. A type may use its own module, the machines (Platform), the kernel, the
/// root,
/// and the Contract of modules above it in the list.
/// </summary>
/// <param name="Root">Root namespace, without a point at the end.</param>
/// <param name="Modules">Names of the modules, uppermost first.</param>
public sealed record BoundaryRule(string Root, IReadOnlyList<string> Modules)
{
    private const string Platform = "Platform";

    // Namespaces under the root that are projects of their own; the compiler guards those.
    private static readonly string[] Libraries = ["Kernel", "Simulator"];

    /// <summary>Why a type in one namespace may not use a type in the other; null if it may.</summary>
    public string? WhyNot(string fromNamespace, string toNamespace)
    {
        var from = PartsOf(fromNamespace);
        var to = PartsOf(toNamespace);
        if (from is null || from.Length == 0 || to is null || to.Length == 0 || from[0] == to[0])
            return null;
        if (Libraries.Contains(to[0]) || Libraries.Contains(from[0]) || to[0] == Platform)
            return null;
        var (fromPlace, toPlace) = (PlaceOf(from[0]), PlaceOf(to[0]));
        if (from[0] == Platform)
            return "Platform is about machines and knows no module";
        if (fromPlace < 0)
            return $"{from[0]} is neither a module in Modules.cs nor Platform";
        if (toPlace < 0)
            return $"{to[0]} is neither a module in Modules.cs nor Platform";
        if (toPlace > fromPlace)
            return $"{to[0]} stands below {from[0]} in Modules.cs";
        return to.Length > 1 && to[1] == "Contract" ? null : $"only the Contract of {to[0]} is open to others";
    }

    private int PlaceOf(string module)
    {
        for (var i = 0; i < Modules.Count; i++)
        {
            if (Modules[i] == module)
                return i;
        }

        return -1;
    }

    // Parts below the root; null for a namespace outside it.
    private string[]? PartsOf(string name)
    {
        if (name == Root)
            return [];
        return name.StartsWith(Root + ".", StringComparison.Ordinal) ? name[(Root.Length + 1)..].Split('.') : null;
    }
}
