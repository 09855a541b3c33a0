// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Documents;
using Xunit;

namespace Tolhuis.Tests.Declarations.Documents;

public sealed class DocumentNameTests
{
    [Theory]
    [InlineData("factuur 1042.pdf", "factuur 1042.pdf")]
    [InlineData("FACTUUR.PDF", "FACTUUR.pdf")]
    [InlineData("C:\\Users\\jan\\factuur.pdf", "factuur.pdf")]
    [InlineData("../../../etc/passwd", "passwd.pdf")]
    [InlineData("factuur.pdf.exe", "factuur.pdf.exe.pdf")]
    [InlineData("factuur\u202Efdp.exe", "factuurfdp.exe.pdf")]
    [InlineData("fac\r\ntuur\u0000\u007F.pdf", "factuur.pdf")]
    [InlineData("a\"b<c>d|e?f*g:h.pdf", "a-b-c-d-e-f-g-h.pdf")]
    [InlineData("caf\u0065\u0301.pdf", "caf\u00E9.pdf")]
    [InlineData("\uD83D\uDCC4 bon.pdf", "\uD83D\uDCC4 bon.pdf")]
    [InlineData("\uD83Dhalf.pdf", "half.pdf")]
    [InlineData(" ..rekening .. .pdf", "rekening.pdf")]
    [InlineData("\u200B\uFEFF.pdf", "document.pdf")]
    [InlineData("..", "document.pdf")]
    [InlineData("/", "document.pdf")]
    [InlineData("", "document.pdf")]
    public void A_name_is_cleaned_and_ends_as_its_content_is(string given, string kept) =>
        Assert.Equal(kept, DocumentName.Clean(given, ["pdf"]));

    [Fact]
    public void An_ending_that_the_type_has_too_stays_and_another_is_not_believed()
    {
        Assert.Equal("foto.jpeg", DocumentName.Clean("foto.JPEG", ["jpg", "jpeg"]));
        Assert.Equal("foto.png.jpg", DocumentName.Clean("foto.png", ["jpg", "jpeg"]));
    }

    [Fact]
    public void A_long_name_is_cut_between_characters_and_keeps_its_ending()
    {
        var name = DocumentName.Clean(string.Concat(Enumerable.Repeat("\uD83D\uDCC4", 5_000)) + ".pdf", ["pdf"]);

        Assert.InRange(name.Length, 119, 120);
        Assert.EndsWith("\uDCC4.pdf", name, StringComparison.Ordinal);
    }
}
