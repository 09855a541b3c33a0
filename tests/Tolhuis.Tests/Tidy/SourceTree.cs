// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Tests.Tidy;

/// <summary>One text file of the repository. Paths have forward slashes and begin at the root.</summary>
public sealed class SourceFile(string path, string text)
{
    private CSharpText? _code;

    public string Path { get; } = path;

    public string Text { get; } = text;

    public string Name => System.IO.Path.GetFileName(Path);

    public bool IsCSharp => Path.EndsWith(".cs", StringComparison.Ordinal);

    public bool IsRazor => Path.EndsWith(".razor", StringComparison.Ordinal);

    public bool IsMarkdown => Path.EndsWith(".md", StringComparison.Ordinal);

    public bool IsTest => Path.StartsWith("tests/", StringComparison.Ordinal);

    public bool IsBench => Path.StartsWith("bench/", StringComparison.Ordinal);

    public string[] Lines => Text.Split('\n');

    public CSharpText Parsed => _code ??= CSharpText.Read(Text);
}

/// <summary>The text files of a repository that the tidy and boundary tests read, each once.</summary>
public sealed class SourceTree
{
    private static readonly Lazy<SourceTree> Product = new(() => new SourceTree(FindRoot()));
    private static readonly string[] Skipped =
        ["bin", "obj", ".git", "artifacts", "data", "node_modules", "TestResults", "BenchmarkDotNet.Artifacts", ".vs",
            ".idea"];

    private static readonly string[] Endings =
        [".cs", ".razor", ".md", ".csproj", ".props", ".targets", ".sql", ".sh", ".txt"];

    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);

    public SourceTree(string root)
    {
        Root = root;
        Files = Walk(new DirectoryInfo(root)).OrderBy(f => f.Path, StringComparer.Ordinal).ToList();
    }

    public string Root { get; }

    public IReadOnlyList<SourceFile> Files { get; }

    public IEnumerable<SourceFile> CSharp => Files.Where(f => f.IsCSharp);

    public static SourceTree OfTheProduct() => Product.Value;

    /// <summary>True for a file or folder of the tree, read or not.</summary>
    public bool Has(string path) => _paths.Contains(path);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Tolhuis.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Tolhuis.slnx is in no folder above the tests.");
    }

    private IEnumerable<SourceFile> Walk(DirectoryInfo folder)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            if (Skipped.Contains(entry.Name) || entry.LinkTarget is not null)
                continue;
            var path = Path.GetRelativePath(Root, entry.FullName).Replace('\\', '/');
            _paths.Add(path);
            if (entry is DirectoryInfo below)
            {
                foreach (var file in Walk(below))
                    yield return file;
            }
            else if (Endings.Contains(entry.Extension) || IsScript(path))
            {
                yield return new SourceFile(path, File.ReadAllText(entry.FullName));
            }
        }
    }

    private static bool IsScript(string path) => path is "tolhuis" or "test" or "dev" or ".ci/run";
}
