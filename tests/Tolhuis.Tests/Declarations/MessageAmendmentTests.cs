// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Xunit;

namespace Tolhuis.Tests.Declarations;

/// <summary>An amendment made from a message, of our own and official ones that are read where they are.</summary>
public sealed class MessageAmendmentTests
{
    private static readonly AmendmentHead Head = new(
        Mrn.ForSequence(new DateOnly(2026, 7, 6), 1), LrnOf("COR-1"), "5", "As the invoice shows");

    public static TheoryData<string> Official
    {
        get
        {
            var folder = Environment.GetEnvironmentVariable("TOLHUIS_SHARED") ?? Folder();
            string[] sets = ["dk_dms_import_testcases", "hmrc_cds", "hmrc_cds_tradetest42"];
            var files = folder is null ? [] : sets
                .Select(set => Path.Combine(folder, "data", "messages", set)).Where(Directory.Exists)
                .SelectMany(set => Directory.EnumerateFiles(set, "*.xml", SearchOption.AllDirectories))
                .Order().Select(file => Path.GetRelativePath(folder, file));
            return [.. files.DefaultIfEmpty("data/messages/none.xml")];
        }
    }

    [Theory]
    [MemberData(nameof(Official))]
    public void Every_particular_of_an_official_message_can_be_changed(string file)
    {
        var message = File.ReadAllBytes(Shared.Require(file));
        var read = MessageReader.Read(message, SampleMessages.Law);
        if (!read.IsReadable || read.Kind != MessageKind.NewDeclaration)
            return;
        var items = MessageAmendment.Items(message, SampleMessages.Law, read.DataSet, 6);
        foreach (var item in items.Take(2))
        {
            foreach (var (particular, declared) in item.Particulars)
            {
                var value = Other(particular, declared);
                var amended = MessageAmendment.Compose(
                    message, SampleMessages.Law, read.DataSet, 6, Head,
                    [new ParticularChange(item.Number, particular, value)]);

                Assert.Equal((AmendmentFault.None, value), (amended.Fault, MessageAmendment
                    .Items(amended.Message, SampleMessages.Law, read.DataSet, 6)
                    .First(its => its.Number == item.Number).Particulars
                    .First(its => its.Particular == particular).Value));
            }
        }
    }

    [Fact]
    public void A_commodity_code_in_one_value_stays_in_one_value()
    {
        var message = SampleMessages.Utf8(SampleMessages.H7Enveloped.Replace(
            "<ID>610910</ID>", "<ID>61091000</ID>", StringComparison.Ordinal));

        var amended = Compose(message, new ParticularChange(1, ItemParticular.CommodityCode, "62034235"));

        var codes = Xml(amended).Descendants().Where(element => element.Name.LocalName == "Classification")
            .Select(element => string.Concat(element.Elements().Select(part => part.Value))).ToList();
        Assert.Equal(["62034235TSP", "392690TSP"], codes);
    }

    [Fact]
    public void What_is_added_in_XML_stands_where_its_schema_has_it()
    {
        var amended = Compose(
            SampleMessages.Utf8(SampleMessages.H7),
            new ParticularChange(1, ItemParticular.SupplementaryUnits, "2"),
            new ParticularChange(1, ItemParticular.GrossMass, "0.4"));

        var commodity = Xml(amended).Descendants().First(element => element.Name.LocalName == "Commodity");
        Assert.Equal(
            ["Description", "Classification", "GoodsMeasure", "InvoiceLine"],
            commodity.Elements().Select(element => element.Name.LocalName));
        Assert.Equal(
            ["GrossMassMeasure", "TariffQuantity"],
            commodity.Element(SampleMessages.Wco + "GoodsMeasure")!.Elements()
                .Select(element => element.Name.LocalName));
        Assert.Equal(
            ["FunctionCode", "ProcedureCategory", "FunctionalReferenceID", "ID", "TypeCode", "Amendment",
                "Declarant", "GoodsShipment"],
            Xml(amended).Root!.Elements().Select(element => element.Name.LocalName));
    }

    [Fact]
    public void What_is_added_in_JSON_stands_where_the_table_of_names_has_it()
    {
        var amended = Compose(
            SampleMessages.Utf8(JsonSample.H7), new ParticularChange(1, ItemParticular.SupplementaryUnits, "2"));

        var message = JsonNode.Parse(amended.Message.Span)!.AsObject();
        Assert.Equal("2", JsonSample.At(
            message, "/goodsShipment/goodsItem/0/commodity/goodsMeasure/supplementaryUnits").GetValue<string>());
        Assert.Equal("amendment", message["messageKind"]!.GetValue<string>());
        var names = message.Select(property => property.Key).ToList();
        Assert.True(names.IndexOf("mrn") >= 0 && names.IndexOf("reason") > 0, string.Join(' ', names));
    }

    [Fact]
    public void A_number_in_JSON_stays_as_it_is_written()
    {
        var message = JsonSample.With(JsonSample.H7, "/goodsShipment/grossMass", JsonNode.Parse("1.2000")!);

        var amended = Compose(message, new ParticularChange(1, ItemParticular.Description, "Socks of wool"));

        Assert.Contains(
            "\"grossMass\":1.2000", Encoding.UTF8.GetString(amended.Message.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void A_total_keeps_the_difference_that_it_had()
    {
        var message = SampleMessages.Changed(SampleMessages.H1, "InvoiceAmount", total => total.Value = "9012.50");

        var amended = Compose(
            message, DataSet.H1, new ParticularChange(1, ItemParticular.Value, "8000 EUR"));

        Assert.Equal("8012.50", SampleMessages.At(Xml(amended), "InvoiceAmount").Value);
    }

    [Fact]
    public void An_item_that_stands_in_two_commodities_is_not_changed_at_a_guess()
    {
        var message = SampleMessages.Changed(
            SampleMessages.H7, "GoodsShipment/GovernmentAgencyGoodsItem",
            item => item.Add(new XElement(item.Element(SampleMessages.Wco + "Commodity")!)));

        var amended = Compose(message, new ParticularChange(1, ItemParticular.Description, "Socks of wool"));

        // Either only the first one changed, or nothing is given out.
        if (amended.Fault == AmendmentFault.None)
        {
            Assert.Equal(
                ["Socks of wool", "Cotton T-shirt, men, size L"],
                Xml(amended).Descendants().Where(element => element.Name.LocalName == "Description").Take(2)
                    .Select(element => element.Value));
        }
        else
        {
            Assert.True(amended.Message.IsEmpty);
        }
    }

    [Fact]
    public void A_message_that_cannot_be_read_gives_nothing()
    {
        byte[] broken = SampleMessages.Utf8("<Declaration><not closed");

        Assert.Empty(MessageAmendment.Items(broken, SampleMessages.Law, DataSet.H7, 6));
        Assert.Equal(AmendmentFault.Structure, Compose(broken).Fault);
    }

    private static AmendedMessage Compose(byte[] message, params ParticularChange[] changes) =>
        Compose(message, DataSet.H7, changes);

    private static AmendedMessage Compose(byte[] message, DataSet set, params ParticularChange[] changes) =>
        MessageAmendment.Compose(message, SampleMessages.Law, set, 6, Head, changes);

    private static XDocument Xml(AmendedMessage amended)
    {
        Assert.Equal(AmendmentFault.None, amended.Fault);
        return XDocument.Parse(Encoding.UTF8.GetString(amended.Message.Span));
    }

    private static string Other(ItemParticular particular, string declared) => particular switch
    {
        ItemParticular.CommodityCode => declared.Length > 6 ? "8471300000"[..declared.Length] : "847130",
        ItemParticular.Origin => declared == "VN" ? "TH" : "VN",
        // An official I1 leaves out the currency, which it need not declare.
        ItemParticular.Value => declared.Contains(' ', StringComparison.Ordinal)
            ? $"17.35 {declared[^3..]}" : "17.35 DKK",
        ItemParticular.Description => "Goods & <others> \"ours\"",
        ItemParticular.Preference => "110",
        _ => "12.5",
    };

    private static Lrn LrnOf(string text) => Lrn.TryParse(text.AsSpan(), out var lrn, out _) ? lrn : default;

    private static string? Folder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (Directory.Exists(Path.Combine(at.FullName, "shared", "data", "messages")))
                return Path.Combine(at.FullName, "shared");
        }

        return null;
    }
}
