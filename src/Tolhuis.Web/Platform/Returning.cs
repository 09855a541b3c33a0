// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Tolhuis.Access.Contract;

namespace Tolhuis.Web.Platform;

/// <summary>Where to go back to after signing in or choosing a language: only inside this site.</summary>
public static class Returning
{
    private const string Portal = "/portaal";

    /// <summary>Where someone goes after signing in: a trader to the portal, whatever he asked for; others where they
    /// were.</summary>
    public static string To(string? address, Person person)
    {
        var to = To(address);
        return !Permissions.Allows(person.Roles, Permission.PortalUse) || Permissions.Allows(
            person.Roles, Permission.HouseEnter) || new PathString(PathOf(to)).StartsWithSegments(Portal) ? to : Portal;
    }

    private static string PathOf(string address) => address.Split('?', '#')[0];

    /// <summary>The address if it is a path of ours, else the start page.</summary>
    [SuppressMessage("Design", "CA1055", Justification = "A path inside the site, used as text.")]
    public static string To(string? address)
    {
        // "//host" and "/\host" are other sites to a browser; control characters may be dropped by it and make one.
        var isOurs = address is { Length: > 0 and <= 2_000 } && address[0] == '/'
            && (address.Length == 1 || address[1] is not ('/' or '\\'))
            && !address.Any(char.IsControl);
        return isOurs ? address! : "/";
    }
}
