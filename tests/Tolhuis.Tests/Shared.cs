// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Xunit;

namespace Tolhuis.Tests;

/// <summary>
/// The folder of public reference material that may stand beside the checkout; tests read it in place.
/// </summary>
public static class Shared
{
    /// <summary>Full path of a file or folder of it; the test is skipped where the material is absent.</summary>
    public static string Require(string relativePath)
    {
        var root = Find();
        var path = root is null ? null : Path.Combine(root, relativePath);
        if (path is null || (!File.Exists(path) && !Directory.Exists(path)))
            Assert.Skip("skipped: ../shared not present");
        return path;
    }

    private static string? Find()
    {
        var named = Environment.GetEnvironmentVariable("TOLHUIS_SHARED");
        if (!string.IsNullOrEmpty(named))
            return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var shared = Path.Combine(folder.FullName, "shared");
            if (File.Exists(Path.Combine(shared, "DESIGN.md")))
                return shared;
        }

        return null;
    }
}
