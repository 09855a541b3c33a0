// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using System.Xml.Linq;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Xunit;

namespace Tolhuis.Tests.Declarations;

public sealed class MessageCheckerTests
{
    private const string Item = "GoodsShipment/GovernmentAgencyGoodsItem[1]/";
    private readonly MessageChecker _checker = new();

    [Fact]
    public void H7_becomes_a_typed_declaration()
    {
        var answer = Check(SampleMessages.H7);
        Assert.Empty(answer.Problems);
        var declaration = Assert.IsType<Declaration>(answer.Declaration);
        Assert.Equal(DataSet.H7, declaration.DataSet);
        Assert.Equal("WEB-2026-0000431", declaration.Lrn.ToString());
        Assert.Equal("NL001234567", declaration.Declarant.Id.ToString());
        Assert.Equal('A', declaration.AdditionalType);
        Assert.Equal("Lantern Trade Ltd", declaration.Exporter.Name);
        Assert.Equal("8011 AA", declaration.Importer.Postcode);
        Assert.Equal("CN", declaration.Exporter.Country.ToString());
        Assert.Equal("IM5280000017", declaration.Ioss.ToString());
        Assert.Equal("CP123456789NL", declaration.TransportDocument);
        Assert.Equal("Y NLTST0000123", declaration.LocationOfGoods);
        Assert.Equal(Money.Euro(450), declaration.Freight);
        Assert.Equal(1_200_000, declaration.GrossMass);
        Assert.Equal(2, declaration.Lines.Count);
        var line = declaration.Lines[1];
        Assert.Equal(2, line.ItemNumber);
        Assert.Equal("392690", line.Code.ToString());
        Assert.Equal(Money.Euro(750), line.Value);
        Assert.Equal("4000", line.Procedure);
        Assert.Equal(["C07", "F48"], line.AdditionalProcedures);
        Assert.Equal(1, line.Packages);
    }

    [Fact]
    public void H1_becomes_a_typed_declaration()
    {
        var answer = Check(SampleMessages.H1);
        Assert.Empty(answer.Problems);
        var line = Assert.Single(answer.Declaration!.Lines);
        Assert.Equal("0901110090", line.Code.ToString());
        Assert.Equal(980_500_000, line.NetMass);
        Assert.Equal("BR", line.Origin.ToString());
        Assert.Equal("100", line.Preference);
        Assert.Equal("V NL000510", answer.Declaration.LocationOfGoods);
        Assert.Equal("MAEU1234567", answer.Declaration.TransportDocument);
        Assert.Equal(Money.Euro(900_000), line.Value);
    }

    [Fact]
    public void Both_shapes_give_the_same_declaration()
    {
        var bare = Check(SampleMessages.H7).Declaration!;
        var enveloped = Check(SampleMessages.H7Enveloped);
        Assert.Empty(enveloped.Problems);
        Assert.Equal(SampleMessages.Describe(bare), SampleMessages.Describe(enveloped.Declaration!));
    }

    [Fact]
    public void A_checker_remembers_nothing_of_the_message_before()
    {
        var first = Check(SampleMessages.H7).Declaration;
        Check(SampleMessages.H1);
        Check("<broken");
        Check(SampleMessages.H7.Replace("610910", "999999", StringComparison.Ordinal));
        var again = Check(SampleMessages.H7);
        Assert.Empty(again.Problems);
        Assert.Equal(SampleMessages.Describe(first!), SampleMessages.Describe(again.Declaration!));
    }

    [Theory]
    [InlineData("FunctionalReferenceID", "ABCDEFGHIJKLMNOPQRSTUVW", "12 09 001 000", "declarations.element.format")]
    [InlineData("GoodsShipment/GoodsMeasure/GrossMassMeasure", "-1", "18 04 001 000", "declarations.element.format")]
    [InlineData("GoodsShipment/GoodsMeasure/GrossMassMeasure", "1,5", "18 04 001 000", "declarations.element.format")]
    [InlineData(
        "GoodsShipment/GoodsMeasure/GrossMassMeasure", "0.0000001", "18 04 001 000", "declarations.element.format")]
    [InlineData(Item + "Commodity/InvoiceLine/ItemChargeAmount", "1e3", "14 14 014 000", "declarations.element.format")]
    [InlineData(Item + "Commodity/Classification/ID", "61091", "18 09 056 000", "declarations.element.format")]
    [InlineData(Item + "Commodity/Classification/ID", "61O910", "18 09 056 000", "declarations.commodity.form")]
    [InlineData(Item + "Commodity/Classification/ID", "000910", "18 09 056 000", "declarations.commodity.form")]
    [InlineData(Item + "Packaging/QuantityQuantity", "123456789", "18 06 004 000", "declarations.element.format")]
    [InlineData(Item + "SequenceNumeric", "2", "11 03 001 000", "declarations.item.number-twice")]
    [InlineData(
        "GoodsShipment/Importer/Address/CountryCode", "AA", "13 04 018 020", "declarations.element.code-unknown")]
    [InlineData(
        "GoodsShipment/Consignment/GoodsLocation/TypeCode", "Q", "16 15 045 000", "declarations.element.code-unknown")]
    [InlineData("FunctionalReferenceID", "WEB-2026-€", "12 09 001 000", "declarations.lrn.form")]
    [InlineData("TypeCode", "EXA", "11 01 001 000", "declarations.element.code-unknown")]
    [InlineData("Declarant/ID", "12345", "13 05 017 000", "declarations.party.number-form")]
    [InlineData("GoodsShipment/DomesticDutyTaxParty/ID", "IM5279999999", "13 16 034 000", "declarations.ioss.form")]
    public void A_wrong_value_is_named_with_its_element(string path, string value, string number, string code)
    {
        var answer = _checker.Check(
            SampleMessages.Changed(SampleMessages.H7, path, e => e.Value = value), SampleMessages.Law);
        Assert.Null(answer.Declaration);
        var problem = Assert.Single(answer.Problems, p => p.Code == code);
        Assert.Equal(number, problem.DataElement);
        Assert.Contains(path.Split('/')[^1], problem.Pointer, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_of_400_digits_is_a_wrong_format_and_is_not_repeated_whole()
    {
        var digits = new string('9', 400);
        var message = SampleMessages.Changed(
            SampleMessages.H7, Item + "Commodity/InvoiceLine/ItemChargeAmount", e => e.Value = digits);
        var problem = Assert.Single(_checker.Check(message, SampleMessages.Law).Problems);
        Assert.Equal("declarations.element.format", problem.Code);
        Assert.All(problem.Arguments, argument => Assert.InRange(argument.Length, 0, 200));
    }

    [Fact]
    public void What_stands_twice_but_may_stand_once_is_too_many()
    {
        var message = SampleMessages.Changed(
            SampleMessages.H7, Item + "Commodity/Description", e => e.AddAfterSelf(new XElement(e)));
        var problem = Assert.Single(_checker.Check(message, SampleMessages.Law).Problems);
        Assert.Equal("declarations.element.too-many", problem.Code);
        Assert.Equal("18 05 001 000", problem.DataElement);
        Assert.Equal("/Declaration/GoodsShipment/GovernmentAgencyGoodsItem[1]/Commodity/Description", problem.Pointer);
    }

    [Fact]
    public void A_hundredth_document_is_too_many()
    {
        var message = SampleMessages.Changed(
            SampleMessages.H7,
            "GoodsShipment/Consignment/TransportContractDocument",
            e => e.AddAfterSelf(Enumerable.Range(0, 99).Select(_ => new XElement(e))));
        var problem = Assert.Single(_checker.Check(message, SampleMessages.Law).Problems);
        Assert.Equal("declarations.element.too-many", problem.Code);
        Assert.Equal("/Declaration/GoodsShipment/Consignment/TransportContractDocument[100]", problem.Pointer);
    }

    [Fact]
    public void All_problems_come_at_once_but_at_most_200()
    {
        var document = XDocument.Parse(SampleMessages.H7);
        var item = SampleMessages.At(document, "GoodsShipment/GovernmentAgencyGoodsItem[1]");
        item.AddAfterSelf(
            Enumerable.Range(0, 500).Select(_ => new XElement(SampleMessages.Wco + "GovernmentAgencyGoodsItem")));
        var problems = _checker.Check(SampleMessages.Bytes(document), SampleMessages.Law).Problems;
        Assert.Equal(200, problems.Count);
        Assert.Equal("declarations.message.too-many-problems", problems[^1].Code);
    }

    [Theory]
    [InlineData("IMA", "6", MessageKind.BillOfDischarge, "FunctionCode")]
    [InlineData("IMA", "8", MessageKind.Unknown, "FunctionCode")]
    public void Other_kinds_are_recognised_and_refused_with_one_problem(
        string type, string function, MessageKind kind, string told)
    {
        var document = XDocument.Parse(SampleMessages.H7);
        SampleMessages.At(document, "TypeCode").Value = type;
        SampleMessages.At(document, "FunctionCode").Value = function;
        var answer = _checker.Check(SampleMessages.Bytes(document), SampleMessages.Law);
        Assert.True(answer.IsReadable);
        Assert.Equal(kind, answer.Kind);
        var problem = Assert.Single(answer.Problems);
        Assert.Equal(
            ("declarations.kind.not-supported", "11 01 001 000", "/Declaration/" + told),
            (problem.Code, problem.DataElement, problem.Pointer));
        Assert.Equal($"{told} {(told == "TypeCode" ? type : function)}", problem.Arguments[2]);
        Assert.Equal("WEB-2026-0000431", answer.LrnText);
        Assert.Equal("NL001234567", answer.DeclarantText);
    }

    [Theory]
    [InlineData("H2", DataSet.H2)]
    [InlineData("H5", DataSet.H5)]
    [InlineData("H3", DataSet.H3)]
    [InlineData("H4", DataSet.H4)]
    [InlineData("G4", DataSet.G4)]
    public void Other_data_sets_are_recognised_and_refused_with_one_problem(string category, DataSet dataSet)
    {
        var message = SampleMessages.Changed(SampleMessages.H7, "ProcedureCategory", e => e.Value = category);
        var answer = _checker.Check(message, SampleMessages.Law);
        Assert.Equal(dataSet, answer.DataSet);
        var problem = Assert.Single(answer.Problems);
        Assert.Equal(
            ("declarations.data-set.not-supported", "11 01 001 000", "/Declaration/ProcedureCategory"),
            (problem.Code, problem.DataElement, problem.Pointer));
    }

    [Theory]
    [InlineData("<Response xmlns='urn:wco:datamodel:WCO:RES-DMS:2'><FunctionCode>13</FunctionCode></Response>",
        "/Response/FunctionCode")]
    [InlineData("<MetaData><Kind/><Response><Status><FunctionCode>1</FunctionCode></Status><FunctionCode>2"
        + "</FunctionCode></Response></MetaData>", "/MetaData/Response/FunctionCode")]
    [InlineData("<DeclarationVersionResponse/>", "/DeclarationVersionResponse")]
    [InlineData("<Declaration xmlns='urn:WCOLibrary:1'><procedureCategory>G4</procedureCategory></Declaration>",
        "/Declaration/procedureCategory")]
    public void A_message_that_is_no_declaration_is_pointed_at_where_it_says_so(string message, string pointer)
    {
        var problem = Assert.Single(_checker.Check(SampleMessages.Utf8(message), SampleMessages.Law).Problems);
        Assert.Equal(
            ("declarations.kind.not-supported", "11 01 001 000", pointer),
            (problem.Code, problem.DataElement, problem.Pointer));
    }

    [Theory]
    [InlineData("40", "00", "IMA", DataSet.H1, "", "", "")]
    [InlineData("45", "00", "IMA", DataSet.H1, "", "", "")]
    [InlineData("71", "00", "IMA", DataSet.H2, "declarations.data-set.not-supported", "11 09 001 000", "CurrentCode")]
    [InlineData("53", "00", "IMA", DataSet.H3, "declarations.data-set.not-supported", "11 09 001 000", "CurrentCode")]
    [InlineData("51", "00", "IMA", DataSet.H4, "declarations.data-set.not-supported", "11 09 001 000", "CurrentCode")]
    [InlineData("40", "00", "COA", DataSet.H5, "declarations.data-set.not-supported", "11 01 001 000", "TypeCode")]
    [InlineData("10", "40", "EXA", DataSet.Export, "declarations.data-set.not-supported", "11 01 001 000", "TypeCode")]
    [InlineData("40", "00", "IMD", DataSet.H1, "", "", "")]
    [InlineData("40", "00", "IMX", DataSet.H1, "", "", "")]
    [InlineData("40", "00", "IMR", DataSet.H1, "declarations.type.not-supported", "11 02 001 000", "TypeCode")]
    [InlineData("00", "20", "IMJ", DataSet.Unknown, "declarations.type.not-supported", "11 02 001 000", "TypeCode")]
    [InlineData("00", "20", "IMA", DataSet.Unknown, "declarations.data-set.unknown", "11 09 001 000", "CurrentCode")]
    public void Without_a_category_the_data_set_follows_from_type_and_procedure(
        string requested, string previous, string type, DataSet dataSet, string code, string element, string told)
    {
        var document = XDocument.Parse(SampleMessages.H1);
        SampleMessages.At(document, "ProcedureCategory").Remove();
        SampleMessages.At(document, "TypeCode").Value = type;
        SampleMessages.At(document, Item + "GovernmentProcedure[1]/CurrentCode").Value = requested;
        SampleMessages.At(document, Item + "GovernmentProcedure[1]/PreviousCode").Value = previous;
        var answer = _checker.Check(SampleMessages.Bytes(document), SampleMessages.Law);
        Assert.Equal(dataSet, answer.DataSet);
        Assert.Equal(
            code.Length == 0 ? [] : [(code, element, told)],
            answer.Problems.Select(p => (p.Code, p.DataElement, p.Pointer[(p.Pointer.LastIndexOf('/') + 1)..])));
    }

    [Fact]
    public void Documents_codes_and_valuation_are_bound_where_they_stand()
    {
        var document = XDocument.Parse(SampleMessages.H1);
        var wco = SampleMessages.Wco;
        SampleMessages.At(document, "TypeCode").Value = "IMZ";
        SampleMessages.At(document, "GoodsShipment").AddFirst(
            new XElement(wco + "PreviousDocument",
                new XElement(wco + "ID", "26NL1"), new XElement(wco + "TypeCode", "NMRN"),
                new XElement(wco + "LineNumeric", "3")),
            new XElement(wco + "AdditionalInformation",
                new XElement(wco + "StatementCode", "00100"), new XElement(wco + "StatementDescription", "End use")));
        var item = SampleMessages.At(document, "GoodsShipment/GovernmentAgencyGoodsItem[1]");
        var commodity = item.Element(wco + "Commodity")!;
        commodity.Add(
            Classified("TRA", "C490"),
            Classified("NAC", "X1"),
            new XElement(wco + "DutyTaxFee", new XElement(wco + "QuotaOrderID", "090001")));
        item.Add(new XElement(wco + "AdditionalReference",
            new XElement(wco + "ID", "R-1"), new XElement(wco + "TypeCode", "Y929")));
        document.Root!.Add(
            new XElement(wco + "AcceptanceDateTime", "20260615120000+01"),
            new XElement(wco + "Authorisation",
                new XElement(wco + "ID", "NLEIR0001"), new XElement(wco + "Type", "C514")));
        var answer = _checker.Check(SampleMessages.Bytes(document), SampleMessages.Law);
        Assert.DoesNotContain(answer.Problems, p => p.Severity == Severity.Reject);
        var declaration = answer.Declaration!;
        Assert.Equal('Z', declaration.AdditionalType);
        Assert.Equal(new DateOnly(2026, 6, 15), declaration.AcceptanceDate);
        Assert.Contains(new Reference(ReferenceKind.Previous, "NMRN", "26NL1", 3), declaration.References);
        Assert.Contains(
            new Reference(ReferenceKind.AdditionalInformation, "00100", "End use"), declaration.References);
        var line = declaration.Lines[0];
        Assert.Contains(new Reference(ReferenceKind.Additional, "Y929", "R-1"), line.References);
        Assert.Equal(["C490", "X1"], line.AdditionalCodes);
        Assert.Equal(("090001", 1), (line.QuotaOrderNumber, line.ValuationMethod));
        Assert.True(line.StatisticalValueCents > 0);

        XElement Classified(string kind, string code) => new(wco + "Classification",
            new XElement(wco + "ID", code), new XElement(wco + "IdentificationTypeCode", kind));
    }

    [Fact]
    public void A_message_of_two_lines_allocates_less_than_24_kB()
    {
        var message = SampleMessages.Utf8(SampleMessages.H7);
        for (var i = 0; i < 100; i++)
            _checker.Check(message, SampleMessages.Law);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            _checker.Check(message, SampleMessages.Law);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 100, 1, 24_000);
    }

    [Fact]
    public void A_reader_for_people_shows_every_value_also_at_unknown_places()
    {
        var message = SampleMessages.Changed(
            SampleMessages.H7, Item + "Commodity", e => e.Add(new XElement(SampleMessages.Wco + "Colour", "green")));
        var read = MessageReader.Read(message, SampleMessages.Law);
        Assert.True(read.IsReadable);
        Assert.True(read.IsComplete);
        Assert.Equal(DataSet.H7, read.DataSet);
        var description = Assert.Single(read.Elements, e => e.Number == "18 05 001 000" && e.Item == 2);
        Assert.Equal("Phone case, silicone", description.Value);
        Assert.Equal("Omschrijving van de goederen", description.NameNl);
        var colour = Assert.Single(read.Elements, e => e.Value == "green");
        Assert.Equal("/Declaration/GoodsShipment/GovernmentAgencyGoodsItem[1]/Commodity/Colour", colour.Pointer);
        var values = XDocument.Parse(Encoding.UTF8.GetString(message)).Descendants().Where(e => !e.HasElements)
            .Select(e => e.Value);
        Assert.All(
            values, value => Assert.Contains(
                read.Elements, e => e.Value == value || value.StartsWith(e.Value, StringComparison.Ordinal)));
    }

    private CheckedMessage Check(string message) => _checker.Check(SampleMessages.Utf8(message), SampleMessages.Law);
}
