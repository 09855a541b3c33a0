// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Risk.Contract;
using Tolhuis.Tariff.Contract;
using Tolhuis.Web.Declarations;
using Tolhuis.Web.Platform;
using Xunit;

namespace Tolhuis.Tests.Web;

public sealed class ReasonSentenceTests
{
    private static readonly LawOfTheDay Law = LawEdition.BuiltIn.On(new DateOnly(2026, 7, 1));

    [Fact]
    public void Every_list_and_every_area_of_the_law_is_called_by_its_name_in_both_languages()
    {
        var reasons = Law.Rows("tariff.restricted_goods")
            .Select(r => Reason(SelectionKind.Mandatory, r["list"], r["code_prefix"])).Concat(
                Law.Rows("risk.sample_shares")
                    .Select(r => Reason(SelectionKind.Sample, $"{r["process"]}/{r["area"]}", "500"))).ToList();

        Assert.True(reasons.Count > 100);
        foreach (var language in new[] { Language.Dutch, Language.English })
        {
            foreach (var reason in reasons)
            {
                var sentence = ReasonSentence.Of(language, reason, Law);
                var name = reason.Source.Split('/')[^1];
                if (name.Contains('-', StringComparison.Ordinal))
                    Assert.DoesNotContain(name, sentence, StringComparison.Ordinal);
                Assert.DoesNotContain("/" + name, sentence, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void A_reason_reads_as_a_sentence()
    {
        Assert.Equal(
            "Verplichte controle: de goederencode valt onder 0106. Mogelijk een beschermde dier- of plantensoort: "
                + "een CITES-vergunning is nodig.",
            ReasonSentence.Of(Language.Dutch, Reason(SelectionKind.Mandatory, "cites", "0106"), Law));
        Assert.StartsWith(
            "Random sample (H7, safety, health and environment): ",
            ReasonSentence.Of(
                Language.English, Reason(SelectionKind.Sample, "H7/safety-health-environment", "1500"), Law),
            StringComparison.Ordinal);
        Assert.Equal(
            "Mandatory control: the commodity code falls under 0106. List unheard-of.",
            ReasonSentence.Of(Language.English, Reason(SelectionKind.Mandatory, "unheard-of", "0106"), Law));
    }

    [Fact]
    public void The_version_of_a_reason_is_in_the_language_of_the_page()
    {
        var reason = Reason(SelectionKind.Mandatory, "cites", "0106");

        Assert.Equal("editie 1", ReasonSentence.VersionOf(Language.Dutch, reason));
        Assert.Equal("edition 1", ReasonSentence.VersionOf(Language.English, reason));
        Assert.Equal("profile 12", ReasonSentence.VersionOf(Language.Dutch, reason with { Version = "profile 12" }));
    }

    private static SelectionReason Reason(SelectionKind kind, string source, string boundary) =>
        new(kind, source, "edition 1", "12", boundary, "ground");
}
