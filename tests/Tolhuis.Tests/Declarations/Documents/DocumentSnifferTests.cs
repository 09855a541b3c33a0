// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Tolhuis.Declarations.Documents;
using Xunit;
using static Tolhuis.Tests.Declarations.Documents.SampleDocuments;

namespace Tolhuis.Tests.Declarations.Documents;

/// <summary>What a content is by its bytes, and what is no fit document.</summary>
public sealed class DocumentSnifferTests
{
    private const string Damaged = "declarations.document-content.damaged";
    private const string Active = "declarations.document-content.active";
    private const string TwoKinds = "declarations.document-content.two-kinds";
    private const string NotTaken = "declarations.document-content.not-taken";
    private const string Empty = "declarations.document-content.empty";

    /// <summary>A few times the largest file: the rest was not copied for each of its parts.</summary>
    private const long MostAllocated = 64L << 20;

    public static TheoryData<string, byte[]> Fit => new()
    {
        { "application/pdf", Pdf() },
        { "application/pdf", PackedPdf("<< /Type /Font >> << /S /GoTo /D [3 0 R /Fit] >>") },
        { "application/pdf", Pdf("6 0 obj\n<< /Type /Action /S /URI /URI (https://voorbeeld.nl/java) >>\nendobj\n") },
        { "image/png", Png() },
        { "image/jpeg", Jpeg() },
        { "image/jpeg", [.. Jpeg(), 0, 0, .. Jpeg()] },
        { "text/plain", Encoding.UTF8.GetBytes("Factuur 1042\r\n\tCafé: € 12,50\f1 < 2") },
        { "text/plain", [0xEF, 0xBB, 0xBF, .. "met merk"u8] },
        { "application/xml", Utf8("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Invoice xmlns=\"urn:x\"/>") },
        { "application/xml", Utf8("\r\n <Invoice><script-note/></Invoice>") },
    };

    public static TheoryData<string, string, byte[]> Unfit => new()
    {
        { "empty", Empty, [] },
        { "only a byte order mark", Empty, [0xEF, 0xBB, 0xBF] },
        { "a zip, whatever its name", NotTaken, Zip() },
        { "a program", NotTaken, [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0] },
        { "text with a control character", NotTaken, Utf8("Factuur\u001b[2J") },
        { "text with a zero", NotTaken, Utf8("Factuur\0") },
        { "text with a control character of two bytes", NotTaken, Utf8("Factuur\u009b2J") },
        { "text that is no UTF-8", NotTaken, [.. "Caf"u8, 0xE9, .. " 1"u8] },
        { "text with half a character at its end", NotTaken, [.. "Caf"u8, 0xC2] },
        { "text in UTF-16", NotTaken, [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Factuur")] },
        { "a page", Damaged, Utf8("<!DOCTYPE html><p>hallo<br></p>") },
        { "a page without a head", Active, Utf8("<HTML><body/></HTML>") },
        { "a page in XML", Active, Utf8("<p xmlns=\"http://www.w3.org/1999/xhtml\">a</p>") },
        { "a drawing", Active, Utf8("<svg xmlns=\"http://www.w3.org/2000/svg\"/>") },
        { "a drawing deep in an invoice", Active, Utf8("<a><b><c xmlns=\"http://www.w3.org/2000/svg\"/></b></a>") },
        { "a script deep in an invoice", Active, Utf8("<a><Script>1</Script></a>") },
        { "a style sheet", Active, Utf8("<?xml-stylesheet href=\"x.xsl\"?><a/>") },
        { "an entity", Damaged, Utf8("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>") },
        { "XML that does not end", Damaged, Utf8("<a><b></a>") },
        { "XML in an alphabet that hides it", Damaged, Utf8("<?xml version=\"1.0\" encoding=\"utf-7\"?><a/>") },
        { "XML of endless depth", Damaged, Utf8(string.Concat(Enumerable.Repeat("<a>", 2_000))) },
        { "a PDF with half its bytes", Damaged, Pdf()[..120] },
        { "a PDF of an unknown version", Damaged, Utf8("%PDF-X.7\n%%EOF") },
        { "a PDF whose table lies beyond it", Damaged, Utf8("%PDF-1.7\nstartxref\n99999\n%%EOF\n") },
        { "a PDF with a page behind it", TwoKinds, [.. Pdf(), .. "<script>alert(1)</script>"u8] },
        { "a PDF that is a zip too", TwoKinds, ZipBehindPdf() },
        { "a text that is a PDF too", TwoKinds, Utf8("Factuur\n%PDF-1.7\n%%EOF") },
        { "a picture that is a PDF too", TwoKinds, PngWith("tEXt", "%PDF-1.7") },
        { "a picture that is a zip too", TwoKinds, PngWith("zzAp", Zip()) },
        { "a picture with a page behind it", TwoKinds, [.. Png(), .. "<script>"u8] },
        { "a photograph with a film behind it", TwoKinds, [.. Jpeg(), .. "ftypmp42"u8] },
        { "a photograph with a page behind it", TwoKinds, [.. Jpeg(), 0, .. "<html>"u8] },
        { "a PNG without its end", Damaged, Png()[..^12] },
        { "a PNG with one bit changed", Damaged, Changed(Png(), 20) },
        { "a PNG that begins with another chunk", Damaged, [.. Png()[..8], .. Chunk("IEND", [])] },
        { "a PNG that fills the memory", Damaged, Png(100_000, 100_000) },
        { "a PNG of no size", Damaged, Png(0, 1) },
        { "a JPEG without its end", Damaged, Jpeg()[..^2] },
        { "a JPEG of a few bytes", Damaged, [0xFF, 0xD8, 0xFF] },
        { "a JPEG that fills the memory", Damaged, Jpeg(65_000, 65_000) },
        { "a JPEG of no size", Damaged, Jpeg(0, 1) },
    };

    [Theory]
    [MemberData(nameof(Fit))]
    public void A_fit_content_is_known_by_its_bytes(string mediaType, byte[] content) =>
        Assert.Equal(new SniffedContent(mediaType), DocumentSniffer.Sniff(content));

    [Theory]
    [MemberData(nameof(Unfit))]
    public void What_is_empty_broken_active_or_two_things_at_once_is_refused(
        string what, string code, byte[] content) =>
        Assert.Equal((what, code), (what, DocumentSniffer.Sniff(content).Fault));

    [Theory]
    [InlineData("<< /S /JavaScript /JS (app.alert(1)) >>", "JavaScript")]
    [InlineData("<< /S /J#61vaScript /JS 7 0 R >>", "JavaScript")]
    [InlineData("<< /S/Launch /F (cmd.exe) >>", "Launch")]
    [InlineData("<</Names[(a)<</EF<</F 8 0 R>>>>]/EmbeddedFiles 9 0 R>>", "EmbeddedFiles")]
    [InlineData("<< /Type /EmbeddedFile >>", "EmbeddedFile")]
    [InlineData("<< /S /GoToR /F (\\\\\\\\server\\\\share) >>", "GoToR")]
    [InlineData("<< /S /SubmitForm >>", "SubmitForm")]
    [InlineData("<< /Subtype /RichMedia >>", "RichMedia")]
    [InlineData("<< /XFA 4 0 R >>", "XFA")]
    [InlineData("<< /Encrypt 4 0 R >>", "Encrypt")]
    public void A_PDF_that_does_something_is_refused_in_the_open_and_in_packed_objects(string objects, string name)
    {
        var refusal = new SniffedContent("application/pdf", Active, name);

        Assert.Equal(refusal, DocumentSniffer.Sniff(Pdf($"7 0 obj\n{objects}\nendobj\n")));
        Assert.Equal(refusal, DocumentSniffer.Sniff(PackedPdf(objects)));
        Assert.Equal(refusal, DocumentSniffer.Sniff(Pdf("% (stream) endstream\n/First 3 stream\nx endstream\n"
            + $"{Encoding.Latin1.GetString(PackedPdf(objects))}")));
    }

    [Fact]
    public void Packed_objects_that_swell_without_end_are_refused()
    {
        var bombFile = PackedPdf(new string(' ', 96 << 20));
        var manyFile = Pdf(string.Concat(Enumerable.Repeat("stream\nx\u009cendstream ", 300_000)));

        var bomb = DocumentSniffer.Sniff(bombFile);
        var many = DocumentSniffer.Sniff(manyFile);

        Assert.Equal((Active, "ObjStm"), (bomb.Fault, bomb.What));
        // What it names says where it stopped: at the most that is unpacked, and at the most streams.
        Assert.Equal((Active, "stream"), (many.Fault, many.What));
    }

    [Fact]
    public void A_pdf_of_very_many_streams_that_do_not_end_is_not_copied_for_each_of_them()
    {
        // Each begins as a stream of objects does, and is broken right after it.
        byte[] one = [.. "stream\n"u8, 0x78, 0x01, 0x00, 0x08, 0x00, 0xF7, 0xFF, .. "1 0 << >>"u8[..8], 0xFF];
        var streams = Enumerable.Repeat(one, 15_000).SelectMany(bytes => bytes).ToArray();
        var pdf = Pdf(Encoding.Latin1.GetString(streams) + "%" + new string('x', 9 << 20) + "\n");
        var before = GC.GetAllocatedBytesForCurrentThread();

        DocumentSniffer.Sniff(pdf);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostAllocated);
    }

    [Fact]
    public void Changed_or_cut_a_content_is_named_or_refused_and_a_picture_is_never_taken()
    {
        string[] types = [.. Fit.Select(row => row.Data.Item1).Distinct()];
        string[] faults = [Damaged, Active, TwoKinds, NotTaken, Empty];
        byte[][] samples =
            [Png(), Pdf(), PackedPdf("<< >>"), Jpeg(), Zip(), Utf8("<?xml version=\"1.0\"?><a b=\"c\"/>")];
        var random = new Random(20260706);
        foreach (var sample in samples)
        {
            for (var cut = 0; cut < sample.Length; cut++)
                Check(sample.AsSpan(0, cut).ToArray());
            for (var i = 0; i < 2_000; i++)
            {
                var changed = (byte[])sample.Clone();
                for (var j = random.Next(1, 4); j > 0; j--)
                    changed[random.Next(changed.Length)] = (byte)random.Next(256);
                Check(changed);
            }

            void Check(byte[] content)
            {
                var found = DocumentSniffer.Sniff(content);
                if (found.Fault is null)
                    Assert.Contains(found.MediaType, types);
                else
                    Assert.Contains(found.Fault, faults);
                // Each part of a PNG carries a sum of its bytes.
                if (sample == samples[0] && !content.SequenceEqual(sample))
                    Assert.NotNull(found.Fault);
            }
        }
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Changed(byte[] content, int at)
    {
        content[at] ^= 1;
        return content;
    }

    private static byte[] PngWith(string chunk, string text) => PngWith(chunk, Encoding.ASCII.GetBytes(text));

    // Before the end, so that the picture itself is whole.
    private static byte[] PngWith(string chunk, byte[] body) => [.. Png()[..33], .. Chunk(chunk, body), .. Png()[33..]];

    // As a comment at the end of the zip, the last lines of a PDF make one file both.
    private static byte[] ZipBehindPdf()
    {
        var zip = Zip();
        var tail = "\nstartxref\n9\n%%EOF\n"u8.ToArray();
        zip[^2] = (byte)tail.Length;
        return [.. Pdf(), .. zip, .. tail];
    }
}
