// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Security.Cryptography;
using System.Xml.Linq;
using Tolhuis.Declarations.Contract;
using Tolhuis.Risk;
using Tolhuis.Risk.Contract;
using Tolhuis.Tests.Declarations;
using Tolhuis.Tests.Intake;
using Tolhuis.Tests.Tariff;
using Xunit;

namespace Tolhuis.Tests.Risk;

/// <summary>The draw belongs to the consignment and the secret of a day, and to no number of a trader.</summary>
public sealed class SampleTests
{
    private static readonly byte[] Key = SHA256.HashData("a day"u8);
    private static readonly byte[] OtherKey = SHA256.HashData("another day"u8);
    private static readonly DateOnly Day = new(2026, 6, 30);

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(500, 60, 140)]
    [InlineData(10_000, 1_850, 2_150)]
    [InlineData(1_000_000, 200_000, 200_000)]
    public void Over_many_consignments_the_share_is_drawn(long perMillion, int atLeast, int atMost)
    {
        var code = TaxExamples.Code("610910");

        var drawn = Enumerable.Range(1, 200_000)
            .Count(i => SampleDraw.IsDrawn(SampleDraw.Fraction(Key, (ulong)i, code), perMillion));

        Assert.InRange(drawn, atLeast, atMost);
    }

    [Fact]
    public void Another_day_another_consignment_and_other_goods_are_each_another_draw()
    {
        var fraction = SampleDraw.Fraction(Key, 1, TaxExamples.Code("610910"));

        Assert.Equal(fraction, SampleDraw.Fraction(Key, 1, TaxExamples.Code("610910")));
        Assert.NotEqual(fraction, SampleDraw.Fraction(OtherKey, 1, TaxExamples.Code("610910")));
        Assert.NotEqual(fraction, SampleDraw.Fraction(Key, 2, TaxExamples.Code("610910")));
        Assert.NotEqual(fraction, SampleDraw.Fraction(Key, 1, TaxExamples.Code("392690")));
        // The subheading is the goods: more digits of the same goods buy no new draw.
        Assert.Equal(fraction, SampleDraw.Fraction(Key, 1, TaxExamples.Code("6109100010")));
    }

    [Fact]
    public void Number_value_and_description_are_no_part_of_the_draw()
    {
        var first = Read(new Parcel());
        var second = Read(new Parcel(Lrn: "OTHER", Value: "99.00", Description: "Something else"));

        Assert.Equal(ConsignmentKey.Of(first), ConsignmentKey.Of(second));
        Assert.Equal(Assess(first).Lines[0].Fraction, Assess(second).Lines[0].Fraction);
    }

    [Theory]
    [InlineData("cp000000001nl", "J. de Vries")]
    [InlineData("CP 000 000 001 NL", "J. DE VRIES")]
    [InlineData("CP-000000001-NL", "j de vries")]
    public void Case_blanks_and_punctuation_make_no_other_consignment(string document, string consignee) =>
        Assert.Equal(
            ConsignmentKey.Of(Read(new Parcel())),
            ConsignmentKey.Of(Read(new Parcel(TransportDocument: document, Consignee: consignee))));

    [Fact]
    public void Document_and_consignee_make_another_consignment()
    {
        var keys = new HashSet<ulong>
        {
            ConsignmentKey.Of(Read(new Parcel())),
            ConsignmentKey.Of(Read(new Parcel(TransportDocument: "CP000000002NL"))),
            ConsignmentKey.Of(Read(new Parcel(Consignee: "P. Bakker"))),
            ConsignmentKey.Of(Read(new Parcel(), "GoodsShipment/Importer/Address/PostcodeID", "9711 AA")),
        };

        Assert.Equal(4, keys.Count);
    }

    [Fact]
    public void A_mere_dash_is_no_transport_document_so_the_goods_tell_consignments_apart()
    {
        var shirt = Read(new Parcel(TransportDocument: "-"));
        var glove = Read(new Parcel(TransportDocument: "-", Code: "420329"));

        Assert.NotEqual(ConsignmentKey.Of(shirt), ConsignmentKey.Of(glove));
        Assert.Equal(ConsignmentKey.Of(shirt), ConsignmentKey.Of(Read(new Parcel(TransportDocument: "."))));
    }

    [Fact]
    public void A_consignment_met_before_is_drawn_with_the_key_of_its_first_day()
    {
        var declaration = Read(new Parcel());
        var first = Assess(declaration);
        var later = Assessment.Of(declaration, SampleMessages.LawAfterRelief, Day.AddDays(1), OtherKey);

        var redrawn = later.RedrawnFor(Day, Key, declaration);

        Assert.NotEqual(first.Lines[0].Fraction, later.Lines[0].Fraction);
        Assert.Equal(first.Lines[0].Fraction, redrawn.Lines[0].Fraction);
        Assert.Equal(Day, redrawn.DrawDay);
        Assert.Same(later, later.RedrawnFor(Day.AddDays(1), Key, declaration));
    }

    [Fact]
    public void Reasons_name_list_version_value_and_boundary_and_a_drawn_line_under_a_restriction_keeps_both()
    {
        var declaration = Read(new Parcel(Code: "430160"));
        var assessment = Assess(declaration);
        Assert.Equal(SelectionKind.Mandatory, Assert.Single(assessment.ReasonsFor(0, 3)).Kind);
        assessment.Lines[0] = assessment.Lines[0] with { Fraction = 0 };

        var reasons = assessment.ReasonsFor(0, 3);

        Assert.Equal([SelectionKind.Mandatory, SelectionKind.Sample], reasons.Select(reason => reason.Kind));
        Assert.Equal(["edition 3", "edition 3"], reasons.Select(reason => reason.Version));
        var drawn = reasons[1];
        Assert.Equal(("H7/intellectual-property", "0", "4000"), (drawn.Source, drawn.Seen, drawn.Boundary));
        Assert.All(reasons, reason => Assert.NotEmpty(reason.Ground));
    }

    [Fact]
    public void Shares_follow_process_and_area_of_the_chapter()
    {
        var shares = SampleShares.Of(SampleMessages.Law);

        Assert.Equal(
            ("H7", "intellectual-property", 4_000L), Of(shares.For(DataSet.H7, TaxExamples.Code("610910"))));
        Assert.Equal(("H7", "fiscal", 2_000L), Of(shares.For(DataSet.H7, TaxExamples.Code("392690"))));
        Assert.Equal(
            ("H1", "safety-health-environment", 100_000L), Of(shares.For(DataSet.H1, TaxExamples.Code("090111"))));
        Assert.Same(shares, SampleShares.Of(SampleMessages.Law));

        static (string, string, long) Of(SampleShare share) => (share.Process, share.Area, share.PerMillion);
    }

    private static Assessment Assess(Declaration declaration) =>
        Assessment.Of(declaration, SampleMessages.Law, Day, Key);

    private static Declaration Read(Parcel parcel, string path = "TypeCode", string value = "IMA")
    {
        var text = System.Text.Encoding.UTF8.GetString(Parcels.H7(parcel));
        var message = SampleMessages.Changed(text, path, (XElement element) => element.Value = value);
        var read = new MessageChecker().Check(message, SampleMessages.Law);
        Assert.True(read.Declaration is not null, string.Join(", ", read.Problems.Select(problem => problem.Code)));
        return read.Declaration;
    }
}
