// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.IO.Compression;
using System.Text;
using Tolhuis.Intake.Zip;
using Xunit;

namespace Tolhuis.Tests.Intake;

public sealed class ZipMessagesTests
{
    [Fact]
    public void Each_message_is_read_by_its_number_in_any_order()
    {
        var zip = Opened(Zip(("a.xml", "<a/>"), ("folder/", ""), ("folder/b.xml", "<bb/>")));
        Assert.Equal(2, zip.Count);
        Assert.Equal("folder/b.xml", zip.EntryName(1));
        var buffer = Array.Empty<byte>();
        Assert.Equal("<bb/>", Read(zip, 1, ref buffer));
        Assert.Equal("<a/>", Read(zip, 0, ref buffer));
        Assert.Equal("<bb/>", Read(zip, 1, ref buffer));
    }

    [Fact]
    public void Two_threads_read_the_same_bytes_each_with_its_own_instance()
    {
        var bytes = Zip([.. Enumerable.Range(0, 500).Select(i => ($"{i}.xml", $"<m>{i}</m>"))]);
        Parallel.For(0, 4, _ =>
        {
            var zip = Opened(bytes);
            var buffer = new byte[16];
            for (var i = 0; i < zip.Count; i++)
                Assert.Equal($"<m>{i}</m>", Read(zip, i, ref buffer));
        });
    }

    [Theory]
    [InlineData("../a.xml")]
    [InlineData("x/../../a.xml")]
    [InlineData("/etc/a.xml")]
    [InlineData("C:a.xml")]
    [InlineData("x\\a.xml")]
    [InlineData("a\u0007.xml")]
    [InlineData("a\n.xml")]
    [InlineData("./a.xml")]
    public void A_name_that_is_a_path_elsewhere_is_refused_and_the_rest_goes_on(string name)
    {
        var zip = Opened(Zip((name, "<a/>"), ("b.xml", "<b/>")));
        AssertRefused(zip, 0, "intake.entry.name");
        var buffer = new byte[16];
        Assert.Equal("<b/>", Read(zip, 1, ref buffer));
    }

    [Fact]
    public void The_same_name_twice_is_read_once()
    {
        var zip = Opened(Zip(("a.xml", "<first/>"), ("a.xml", "<second/>")));
        var buffer = new byte[16];
        Assert.Equal("<first/>", Read(zip, 0, ref buffer));
        AssertRefused(zip, 1, "intake.entry.name-twice");
    }

    [Fact]
    public void An_archive_in_the_archive_is_refused_by_name_and_by_content()
    {
        var inner = Encoding.Latin1.GetString(Zip(("a.xml", "<a/>")));
        var zip = Opened(Zip(("inner.zip", "x"), ("inner.xml", inner)));
        AssertRefused(zip, 0, "intake.entry.nested");
        AssertRefused(zip, 1, "intake.entry.nested");
    }

    [Fact]
    public void A_message_that_unpacks_too_far_is_refused_unread()
    {
        var zip = Opened(
            Zip(("bomb.xml", new string('x', 3_999_999)),
                ("large.xml", new string('y', ZipLimits.Default.EntryBytes + 1)),
                ("good.xml", "<a/>")));
        AssertRefused(zip, 0, "intake.entry.expands-too-far");
        AssertRefused(zip, 1, "intake.entry.too-large");
        var buffer = new byte[16];
        Assert.Equal("<a/>", Read(zip, 2, ref buffer));
        Assert.Equal(16, buffer.Length);
    }

    [Fact]
    public void A_file_that_unpacks_too_far_is_refused_whole()
    {
        var bytes = Zip(("a.xml", new string('x', 60)), ("b.xml", new string('x', 60)));
        AssertFileRefused("intake.file.expands-too-far", bytes, ZipLimits.Default with { TotalBytes = 100 });
    }

    [Fact]
    public void A_size_that_lies_is_damage()
    {
        var bytes = Zip(("a.xml", new string('x', 5_000)));
        // Uncompressed size in the central directory and in the local header: 100 instead of 5,000.
        var at = bytes.AsSpan().IndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(bytes.AsSpan(at + 24), 100);
        var zip = Opened(bytes);
        AssertRefused(zip, 0, "intake.entry.damaged");
    }

    [Fact]
    public void A_changed_byte_in_a_stored_message_is_damage()
    {
        var bytes = Zip(CompressionLevel.NoCompression, ("a.xml", "<amount>100</amount>"));
        bytes[bytes.AsSpan().IndexOf("100"u8)] = (byte)'9';
        var zip = Opened(bytes);
        AssertRefused(zip, 0, "intake.entry.damaged");
    }

    [Fact]
    public void An_encrypted_message_is_refused()
    {
        var bytes = Zip(("a.xml", "<a/>"));
        bytes[bytes.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        bytes[6] |= 1;
        var zip = Opened(bytes);
        AssertRefused(zip, 0, "intake.entry.encrypted");
    }

    [Fact]
    public void More_than_10000_messages_are_refused_and_10000_are_not()
    {
        var messages = Enumerable.Range(0, 10_000).Select(i => ($"{i}.xml", "<a/>")).ToArray();
        Assert.Equal(10_000, Opened(Zip([.. messages, ("folder/", "")])).Count);
        AssertFileRefused("intake.file.too-many-entries", Zip([.. messages, ("one-more.xml", "<a/>")]));
    }

    [Fact]
    public void A_file_above_the_limit_is_not_read()
    {
        AssertFileRefused("intake.file.too-large", new byte[ZipLimits.Default.FileBytes + 1]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK")]
    [InlineData("<?xml version='1.0'?><Declaration/>")]
    public void What_is_no_zip_is_refused(string content)
    {
        AssertFileRefused("intake.file.not-zip", Encoding.UTF8.GetBytes(content));
    }

    [Fact]
    public void A_file_without_its_directory_is_damaged()
    {
        var bytes = Zip(("a.xml", "<a/>"), ("b.xml", "<b/>"));
        AssertFileRefused("intake.file.damaged", bytes[..bytes.AsSpan().IndexOf("PK\u0001\u0002"u8)]);
    }

    [Fact]
    public void A_file_cut_off_anywhere_never_throws()
    {
        var bytes = Zip(("a.xml", "<a>some text that can be packed packed packed</a>"), ("b.xml", "<b/>"));
        for (var length = 0; length < bytes.Length; length++)
        {
            var (zip, problem) = ZipMessages.Open(bytes.AsMemory(0, length));
            Assert.Null(zip);
            Assert.NotNull(problem);
        }
    }

    [Fact]
    public void A_file_with_any_byte_changed_never_throws_and_never_gives_other_content()
    {
        var bytes = Zip(("a.xml", "<a>some text that can be packed packed packed</a>"));
        var buffer = new byte[4_096];
        for (var i = 0; i < bytes.Length; i++)
        {
            var changed = (byte[])bytes.Clone();
            changed[i] ^= 0x15;
            var (zip, _) = ZipMessages.Open(changed);
            for (var entry = 0; entry < zip?.Count; entry++)
            {
                var read = zip!.ReadEntry(entry, ref buffer);
                if (read.Problem is null)
                    Assert.Equal(
                        "<a>some text that can be packed packed packed</a>",
                            Encoding.UTF8.GetString(buffer, 0, read.Length));
            }
        }
    }

    [Fact]
    public void A_file_on_disk_is_read_like_one_in_memory()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            File.WriteAllBytes(path, Zip(("a.xml", "<a/>")));
            var zip = ZipMessages.Open(path).Messages!;
            var buffer = new byte[16];
            Assert.Equal("<a/>", Read(zip, 0, ref buffer));
            Assert.Equal(
                "intake.file.too-large",
                    ZipMessages.Open(path, ZipLimits.Default with { FileBytes = 50 }).Problem!.Code);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static ZipMessages Opened(byte[] bytes)
    {
        var (zip, problem) = ZipMessages.Open(bytes);
        Assert.Null(problem);
        return zip!;
    }

    private static void AssertFileRefused(string code, byte[] bytes, ZipLimits? limits = null)
    {
        var (zip, problem) = ZipMessages.Open(bytes, limits);
        Assert.Null(zip);
        Assert.Equal(code, problem!.Code);
    }

    private static string Read(ZipMessages zip, int index, ref byte[] buffer)
    {
        var read = zip.ReadEntry(index, ref buffer);
        Assert.Null(read.Problem);
        return Encoding.UTF8.GetString(buffer, 0, read.Length);
    }

    private static void AssertRefused(ZipMessages zip, int index, string code)
    {
        var buffer = Array.Empty<byte>();
        var read = zip.ReadEntry(index, ref buffer);
        Assert.Equal(code, read.Problem?.Code);
        Assert.Equal(0, read.Length);
        Assert.All(read.Problem!.Arguments, argument => Assert.InRange(argument.Length, 0, 200));
    }

    private static byte[] Zip(params (string Name, string Content)[] entries) => Zip(CompressionLevel.Optimal, entries);

    private static byte[] Zip(CompressionLevel level, params (string Name, string Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name, level).Open();
                entry.Write(Encoding.Latin1.GetBytes(content));
            }
        }

        return stream.ToArray();
    }
}
