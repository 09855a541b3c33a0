// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using Xunit;

namespace Tolhuis.SystemTests.Scripts;

/// <summary>
/// The scripts at the root, run as a newcomer runs them, also on a machine that lacks what they need.
/// </summary>
public sealed class ScriptTests
{
    private static readonly string Root = FindRoot();

    [Theory]
    [InlineData("tolhuis")]
    [InlineData("test")]
    public void Without_the_sdk_a_script_says_what_is_missing_and_fails(string script)
    {
        using var copy = new CopyOfScripts();

        var run = copy.Run(script);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("the .NET SDK 10 is not installed", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_run_that_could_not_run_counts_as_failed_in_its_last_line()
    {
        using var copy = new CopyOfScripts();

        Assert.Equal("0 passed, 1 failed, 0 skipped", copy.Run("test").Output.TrimEnd().Split('\n')[^1]);
        Assert.Equal("0 passed, 1 failed, 0 skipped", copy.Run(".ci/run").Output.TrimEnd().Split('\n')[^1]);
        Assert.Equal(1, copy.Run(".ci/run").ExitCode);
    }

    [Fact]
    public void An_sdk_that_is_too_old_is_named()
    {
        using var copy = new CopyOfScripts();
        copy.Write("bin/dotnet", "#!/bin/bash\necho '8.0.100 [/opt/dotnet/sdk]'\n");

        var run = copy.Run("tolhuis");

        Assert.Equal(69, run.ExitCode);
        Assert.Contains("the newest one here is '8'", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_verb_of_dev_whose_program_is_not_here_says_so()
    {
        using var copy = new CopyOfScripts();

        foreach (var verb in (string[])["bench", "soak", "fuzz", "ui", "nonsense"])
        {
            var run = copy.Run("dev", verb);
            Assert.Equal(2, run.ExitCode);
            Assert.Matches("is not here yet|no browser tests yet|unknown verb", run.Output);
        }
    }

    [Fact]
    public void Dev_without_a_verb_lists_all_of_them()
    {
        using var copy = new CopyOfScripts();

        var help = copy.Run("dev");

        Assert.Equal(0, help.ExitCode);
        Assert.All(
            (string[])["build", "test", "names", "format", "lint", "ui", "bench", "soak", "fuzz"],
            verb => Assert.Contains($"\n  {verb} ", help.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_argument_of_test_is_refused_before_anything_is_built()
    {
        using var copy = new CopyOfScripts();

        Assert.Equal(2, copy.Run("test", "--fsat").ExitCode);
    }

    [Theory]
    [InlineData("exit 0", 2)]
    [InlineData("exit 100", 1)]
    [InlineData("[[ $* != *headless* ]]", 3)]
    public void A_missing_browser_is_asked_of_apt_once_and_the_run_goes_on_without_it(string answer, int questions)
    {
        using var copy = new CopyOfScripts();
        copy.Write("bin/dotnet", "#!/bin/bash\nexit 1\n");
        copy.Replace("bin/id", "#!/bin/bash\necho 0\n");
        copy.Write("bin/apt-get", $"#!/bin/bash\necho \"$@\" >>\"$(dirname \"$0\")/asked\"\n{answer}\n");

        var run = copy.Run("test", "--install");

        string[] asked =
        [
            "update", "install -y --no-install-recommends chromium-headless-shell",
            "install -y --no-install-recommends chromium",
        ];
        Assert.Equal(
            asked.Take(questions).Select(a => "-o DPkg::Lock::Timeout=300 -qq " + a),
            File.ReadAllLines(copy.PathOf("bin/asked")));
        Assert.Equal(questions == 1, run.Output.Contains("will be skipped", StringComparison.Ordinal));
        Assert.Contains("the build failed", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_right_to_install_the_run_goes_on_and_says_what_is_skipped()
    {
        using var copy = new CopyOfScripts();
        copy.Write("bin/dotnet", "#!/bin/bash\nexit 1\n");
        copy.Replace("bin/id", "#!/bin/bash\necho 1000\n");
        copy.Write("bin/apt-get", "#!/bin/bash\necho \"$@\" >>\"$(dirname \"$0\")/asked\"\n");

        var run = copy.Run("test", "--install");

        Assert.False(File.Exists(copy.PathOf("bin/asked")));
        Assert.Contains("the browser tests will be skipped", run.Output, StringComparison.Ordinal);
    }

    private static string FindRoot()
    {
        if (!File.Exists("/bin/bash"))
            return "";
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Tolhuis.slnx")))
            folder = folder.Parent;
        return folder!.FullName;
    }

    // The scripts alone in a folder, with a path on which only the tools of the system stand and no SDK.
    private sealed class CopyOfScripts : IDisposable
    {
        private static readonly string[] Tools =
            ["bash", "cat", "dirname", "find", "sort", "sed", "head", "tail", "mktemp", "tee", "mkdir", "rmdir", "rm",
                "mv", "id",
                "flock", "env", "sleep", "grep", "awk"];

        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tolhuis-scripts");

        public CopyOfScripts()
        {
            if (Root.Length == 0)
                Assert.Skip("skipped: no bash here");
            Directory.CreateDirectory(Path.Combine(_folder.FullName, "src"));
            foreach (var script in (string[])["tolhuis", "test", "dev", ".ci/run"])
                Write(script, File.ReadAllText(Path.Combine(Root, script)));
            foreach (var file in (string[])["Directory.Build.props", "Directory.Packages.props", "global.json"])
                Write(file, "");
            Directory.CreateDirectory(Path.Combine(_folder.FullName, "bin"));
            Directory.CreateDirectory(Path.Combine(_folder.FullName, "tests/Tolhuis.SystemTests"));
            foreach (var tool in Tools)
            {
                var place = (string[])["/bin", "/usr/bin"];
                var real = place.Select(p => Path.Combine(p, tool)).FirstOrDefault(File.Exists);
                if (real is not null)
                    File.CreateSymbolicLink(Path.Combine(_folder.FullName, "bin", tool), real);
            }
        }

        public string PathOf(string path) => Path.Combine(_folder.FullName, path);

        // A tool is a link to the real one: writing through it would change the machine.
        public void Replace(string path, string text)
        {
            File.Delete(PathOf(path));
            Write(path, text);
        }

        public void Write(string path, string text)
        {
            var full = PathOf(path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, text);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(full, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        public (int ExitCode, string Output) Run(string script, params string[] arguments)
        {
            var start = new ProcessStartInfo(
                "/bin/bash", ["-c", "exec \"$0\" \"$@\" 2>&1", Path.Combine(_folder.FullName, script), .. arguments])
            {
                WorkingDirectory = _folder.FullName,
                RedirectStandardOutput = true,
            };
            start.Environment["PATH"] = Path.Combine(_folder.FullName, "bin");
            // Continuous integration would try to install a browser; a copy must not.
            start.Environment.Remove("CI");
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output);
        }

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
