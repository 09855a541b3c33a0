// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Tariff.Contract;
using Xunit;

namespace Tolhuis.Tests.Tariff;

public sealed class LegalGroundTests
{
    [Theory]
    [InlineData("DWU art. 6 lid 3 onder b", "UCC Art. 6(3)(b)")]
    [InlineData("DWU art. 18 en 19", "UCC Art. 18 and 19")]
    [InlineData("Richtlijn 2006/112/EG art. 143 lid 1 onder c bis", "Directive 2006/112/EC Art. 143(1)(ca)")]
    [InlineData(
        "Verordening (EG) 1186/2009 art. 23; GVo. (EU) 2015/2446 art. 143 bis",
        "Regulation (EC) 1186/2009 Art. 23; Delegated Regulation (EU) 2015/2446 Art. 143a")]
    [InlineData(
        "Verordening (EU) 833/2014 art. 3 decies, 3 duodecies en 3 quindecies",
        "Regulation (EU) 833/2014 Art. 3i, 3k and 3n")]
    [InlineData(
        "Verordening (EEG) 2658/87 bijlage I, deel 1, titel II, punt D",
        "Regulation (EEC) 2658/87 Annex I, Part 1, Title II, point D")]
    [InlineData("Verordening (EG) 338/97 art. 4 (CITES)", "Regulation (EC) 338/97 Art. 4 (CITES)")]
    [InlineData("Wet wapens en munitie art. 14", "Wet wapens en munitie art. 14")]
    [InlineData("BIO 8.05", "BIO 8.05")]
    [InlineData(
        "Verordening (EEG) 2658/87 bijlage I; tarief voor derde landen",
        "Regulation (EEC) 2658/87 Annex I; duty for third countries")]
    public void Acts_of_the_Union_are_named_in_the_language_of_the_reader(string dutch, string english)
    {
        Assert.Equal(dutch, LegalGround.In("nl", dutch));
        Assert.Equal(english, LegalGround.In("en", dutch));
    }

    [Fact]
    public void Every_table_names_acts_of_the_Union_in_Dutch()
    {
        foreach (var table in LawEdition.BuiltIn.Tables.Where(t => t.HasColumn("ground")))
        {
            foreach (var ground in table.Rows.Select(row => row["ground"]))
            {
                foreach (var word in new[] { "UCC", "Regulation", "Directive", "Art.", "Annex", "Vo. (E", "143bis" })
                {
                    var isShort = word == "Vo. (E" && !ground.StartsWith(word, StringComparison.Ordinal);
                    Assert.False(
                        !isShort && ground.Contains(word, StringComparison.Ordinal), $"{table.Name}: {ground}");
                }
            }
        }
    }
}
