// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using System.Xml.Linq;
using Tolhuis.Access.Contract;
using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Simulator.Messages;
using Tolhuis.Tests.Declarations;
using Xunit;
using static Tolhuis.Tests.Intake.LifeMessages;

namespace Tolhuis.Tests.Intake;

/// <summary>A correction that a person makes of a declaration that was lodged as a message.</summary>
public sealed class CorrectionComposerTests : IAsyncLifetime
{
    private static readonly Actor Officer = new(ActorKind.Person, 7, "Officer Van Dam");
    private TestStore _store = null!;

    public static TheoryData<string, ParticularKind, string> Changes => new(
        from shape in (string[])["h7", "h7-enveloped", "h7-json", "h1", "h1-json", "h6", "i1"]
        from change in ((ParticularKind, string)[])
        [
            (ParticularKind.CommodityCode, shape.StartsWith("h7", StringComparison.Ordinal) ? "620342" : "7318150090"),
            (ParticularKind.Origin, "VN"),
            (ParticularKind.Value, "21.50 EUR"),
            (ParticularKind.GrossMass, "1200.5"),
            (ParticularKind.NetMass, "0.5"),
            (ParticularKind.SupplementaryUnits, "3"),
            (ParticularKind.Description, "Bolts of steel, 8 mm"),
            (ParticularKind.Preference, "110"),
        ]
        where HasColumn(shape, change.Item1)
        select (shape, change.Item1, change.Item2));

    public async ValueTask InitializeAsync() => _store = await TestStore.Open();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task One_particular_changes_and_the_rest_of_the_message_stays(
        string shape, ParticularKind kind, string value)
    {
        var message = Prelodged(shape);
        var lodged = await _store.Lodge(message);
        Assert.Equal(DeclarationState.Received, lodged.State);

        var composed = Compose(lodged, new Particular(1, kind, value));

        Assert.Equal("", Words(composed.Problems, Severity.Reject));
        var answer = await _store.Lodge(composed.Message.ToArray());
        Assert.Equal((MessageKind.Amendment, RequestState.Granted), (answer.Kind, answer.RequestState));
        var items = Composer.Items(_store.Declaration(lodged));
        Assert.Equal(value, Declared(items, 1, kind));
        Assert.All(Differences(message, composed.Message), path => Assert.Contains(path, Expected(kind)));
        Assert.Empty(_store.Verify());
    }

    [Theory]
    [InlineData("h7")]
    [InlineData("h7-json")]
    [InlineData("h1")]
    [InlineData("h1-json")]
    public async Task What_was_asked_for_is_taken_as_the_correction(string shape)
    {
        var lodged = await _store.Lodge(Held(shape));
        Assert.Equal(DeclarationState.UnderControl, lodged.State);
        await _store.Get<IActs>().AskCorrection(lodged.DeclarationId, "The value is too low", Officer);

        var composed = Compose(lodged, new Particular(1, ParticularKind.Value, "31.20 EUR"));

        Assert.True(composed.IsAcceptable);
        var answer = await _store.Lodge(composed.Message.ToArray());
        Assert.Equal(
            (MessageKind.Correction, RequestState.Granted, DeclarationState.UnderControl),
            (answer.Kind, answer.RequestState, answer.State));
        var row = _store.Declaration(lodged);
        Assert.Equal((composed.After!.ValueCents, composed.After.DutyCents, composed.After.VatCents),
            (row.ValueCents, row.DutyCents, row.VatCents));
        Assert.Equal(3_120, _store.Declarations.Lines(row)[0].Value.Cents);
        Assert.Empty(_store.Verify());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Several_items_change_at_once_and_the_totals_go_with_them(bool isJson)
    {
        var message = OfType(WithItems(SampleMessages.Utf8(SampleMessages.H1), 3), 'D');
        message = isJson ? JsonTranscript.Of(message) : message;
        var lodged = await _store.Lodge(message);

        var composed = Compose(
            lodged,
            new Particular(1, ParticularKind.Value, "8500 EUR"), new Particular(3, ParticularKind.Value, "100.25 EUR"),
            new Particular(2, ParticularKind.GrossMass, "1010.5"));

        await _store.Lodge(composed.Message.ToArray());
        var read = MessageReader.Read(composed.Message, SampleMessages.LawAfterRelief).Elements;
        Assert.Equal("17600.25", read.First(element => element.Number == "14 06 001 000").Value);
        Assert.Equal("3010.5", read.First(element => element is { Number: "18 04 001 000", Item: 0 }).Value);
        Assert.DoesNotContain(composed.Problems, problem => problem.Code.Contains("total", StringComparison.Ordinal));
        Assert.Equal(
            ["8500 EUR", "9000 EUR", "100.25 EUR"],
            Composer.Items(_store.Declaration(lodged)).Select(item => Declared([item], item.Item,
                ParticularKind.Value)));
        Assert.Empty(_store.Verify());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_invoice_gets_the_currency_that_all_its_items_have(bool isJson)
    {
        var message = OfType(WithItems(SampleMessages.Utf8(SampleMessages.H1), 2), 'D');
        message = isJson ? JsonTranscript.Of(message) : message;
        var lodged = await _store.Lodge(message);

        var composed = Compose(
            lodged,
            new Particular(1, ParticularKind.Value, "90 USD"), new Particular(2, ParticularKind.Value, "60 USD"));

        var read = MessageReader.Read(composed.Message, SampleMessages.LawAfterRelief).Elements;
        Assert.All(read.Where(element => element.Number == "14 05 001 000"), element =>
            Assert.Equal("USD", element.Value));
        Assert.Equal("150.00", read.First(element => element.Number == "14 06 001 000").Value);
        Assert.Equal("", Words(composed.Problems, Severity.Reject));
    }

    [Theory]
    [InlineData("h1")]
    [InlineData("h1-json")]
    public async Task What_need_not_be_declared_can_be_left_out(string shape)
    {
        var lodged = await _store.Lodge(Prelodged(shape));
        var filled = Compose(lodged, new Particular(1, ParticularKind.SupplementaryUnits, "12"));
        await _store.Lodge(filled.Message.ToArray());

        var composed = Compose("COR-2", lodged, new Particular(1, ParticularKind.SupplementaryUnits, ""));

        Assert.Equal(RequestState.Granted, (await _store.Lodge(composed.Message.ToArray())).RequestState);
        Assert.Equal("", Declared(
            Composer.Items(_store.Declaration(lodged)), 1, ParticularKind.SupplementaryUnits));
        Assert.Equal([], Differences(Prelodged(shape), composed.Message));
    }

    [Theory]
    [InlineData("h7", "</w:Description><w:Description>\"'&amp;<!--x--><![CDATA[y]]>")]
    [InlineData("h7-json", "\",\"mrn\":\"26NL\",\"x\":\"\\u0000 {}[]")]
    [InlineData("h7", "Tab\tand\r\nlines, 漢字 and \U0001F600")]
    [InlineData("h7-json", "Tab\tand\r\nlines, 漢字 and \U0001F600")]
    public async Task Hostile_text_stays_text(string shape, string text)
    {
        var message = Prelodged(shape);
        var lodged = await _store.Lodge(message);

        var composed = Compose(lodged, new Particular(1, ParticularKind.Description, text));
        await _store.Lodge(composed.Message.ToArray());

        Assert.Equal(text, _store.Declarations.Lines(_store.Declaration(lodged))[0].Description);
        Assert.All(
            Differences(message, composed.Message),
            path => Assert.Contains(path, Expected(ParticularKind.Description)));
    }

    [Fact]
    public async Task What_cannot_be_changed_is_refused_with_the_reason()
    {
        var lodged = await _store.Lodge(Prelodged("h7"));

        Assert.Equal(
            [
                IntakeProblems.CorrectionItem, IntakeProblems.CorrectionParticular,
                IntakeProblems.CorrectionParticular, IntakeProblems.CorrectionParticular,
                IntakeProblems.CorrectionParticular, IntakeProblems.CorrectionCharacter,
                IntakeProblems.CorrectionCharacter, IntakeProblems.CorrectionCount,
            ],
            new[]
            {
                Compose(lodged, new Particular(9, ParticularKind.Description, "Socks of wool")),
                Compose(lodged, new Particular(1, ParticularKind.Origin, "CN")),
                Compose(lodged, new Particular(1, ParticularKind.Value, "12,50")),
                Compose(lodged, new Particular(1, ParticularKind.Duty, "3.00")),
                Compose(lodged, new Particular(1, ParticularKind.Description, "")),
                Compose(lodged, new Particular(1, ParticularKind.Description, "Bell \u0007 of brass")),
                Compose(lodged, new Particular(1, ParticularKind.Description, "Half \uD83D pair")),
                Compose(lodged),
            }.Select(composed =>
            {
                Assert.True(composed.Message.IsEmpty);
                return Assert.Single(composed.Problems).Code;
            }));
    }

    [Fact]
    public async Task The_law_that_counts_for_the_declaration_says_what_is_wrong_and_nothing_is_kept()
    {
        var lodged = await _store.Lodge(Prelodged("h7"));
        var rows = _store.Scalar<long>("SELECT count(*) FROM declarations_requests");

        var composed = Compose(lodged, new Particular(1, ParticularKind.Description, new string('x', 512)),
            new Particular(1, ParticularKind.CommodityCode, "240220"));

        Assert.NotEqual("", Words(composed.Problems, null));
        Assert.Equal(rows, _store.Scalar<long>("SELECT count(*) FROM declarations_requests"));
        Assert.Equal(1, _store.Declaration(lodged).Version);
    }

    [Fact]
    public async Task A_message_in_a_zip_with_an_envelope_and_comments_keeps_them()
    {
        var text = Encoding.UTF8.GetString(Prelodged("h7-enveloped"))
            .Replace("<Commodity>", "<Commodity><!-- goods --><Own xmlns=\"urn:own\" a=\"1\">kept</Own>",
                StringComparison.Ordinal);
        await _store.Decide(Parcels.Zip(SampleMessages.Utf8(text)));
        var row = _store.Declarations.List(new DeclarationFilter())[0];

        var composed = Composer.Compose(
            row, [new Particular(2, ParticularKind.Description, "Phone case, leather")], Number("COR-1"),
            "Wrong material", _store.House);

        var made = Encoding.UTF8.GetString(composed.Message.Span);
        Assert.Contains("WCODataModelVersionCode>3.6<", made, StringComparison.Ordinal);
        Assert.Contains(
            "<!-- goods --><Own xmlns=\"urn:own\" a=\"1\">kept</Own>", made, StringComparison.Ordinal);
        Assert.Equal(
            RequestState.Granted, (await _store.Lodge(composed.Message.ToArray())).RequestState);
    }

    [Fact]
    public async Task Of_a_message_that_is_gone_nothing_is_composed()
    {
        await _store.Decide(Parcels.Zip(Prelodged("h7")));
        var row = _store.Declarations.List(new DeclarationFilter())[0];
        foreach (var file in Directory.EnumerateFiles(
            Path.Combine(_store.Store.Folder.ArchivePath, "files"), "*", SearchOption.AllDirectories))
            File.Delete(file);

        var composed = Composer.Compose(
            row, [new Particular(1, ParticularKind.Description, "Socks")], Number("COR-1"), "Wrong", _store.House);

        Assert.Equal([IntakeProblems.CorrectionNotComposed], composed.Problems.Select(problem => problem.Code));
        Assert.Empty(Composer.Items(row));
    }

    [Fact]
    public async Task A_correction_can_itself_be_corrected()
    {
        var lodged = await _store.Lodge(Prelodged("h7"));
        await _store.Lodge(Compose(lodged, new Particular(1, ParticularKind.Value, "13.00 EUR")).Message.ToArray());

        var composed = Compose("COR-2", lodged, new Particular(1, ParticularKind.Value, "14.00 EUR"));

        Assert.Equal(RequestState.Granted, (await _store.Lodge(composed.Message.ToArray())).RequestState);
        Assert.Single(XDocument.Parse(Encoding.UTF8.GetString(composed.Message.Span)).Descendants(),
            element => element.Name.LocalName == "ChangeReasonText");
        Assert.Equal(3, _store.Declaration(lodged).Version);
    }

    private ICorrectionComposer Composer => _store.Get<ICorrectionComposer>();

    private ComposedCorrection Compose(MessageAnswer lodged, params Particular[] changes) =>
        Compose("COR-1", lodged, changes);

    private ComposedCorrection Compose(string lrn, MessageAnswer lodged, params Particular[] changes) =>
        Composer.Compose(
            _store.Declaration(lodged), changes, Number(lrn), "As the invoice shows", _store.House);

    private static Lrn Number(string lrn) => Lrn.TryParse(lrn.AsSpan(), out var number, out _) ? number : default;

    private static string Declared(IReadOnlyList<CorrectableItem> items, int item, ParticularKind kind) =>
        items.Single(its => its.Item == item).Particulars.Single(its => its.Kind == kind).Declared;

    private static string Words(IEnumerable<Problem> problems, Severity? severity) => string.Join("; ", problems
        .Where(problem => severity is null || problem.Severity == severity)
        .Select(problem => $"{problem.Code} {problem.Pointer} {string.Join(',', problem.Arguments)}"));

    private static bool HasColumn(string shape, ParticularKind kind) => shape[..2] switch
    {
        "h7" => kind is not (ParticularKind.Origin or ParticularKind.NetMass or ParticularKind.Preference),
        "h6" => kind is not (ParticularKind.SupplementaryUnits or ParticularKind.Preference),
        _ => true,
    };

    private static byte[] Prelodged(string shape)
    {
        var message = OfType(
            shape switch
            {
                "h7-enveloped" => SampleMessages.Utf8(SampleMessages.H7Enveloped),
                "h1" or "h1-json" => SampleMessages.Utf8(SampleMessages.H1),
                "h6" => SimplifiedMessages.H6("LRN-1", "F49"),
                "i1" => SimplifiedMessages.I1("LRN-1", 'F'),
                _ => SampleMessages.Utf8(SampleMessages.H7),
            },
            'D', shape);
        return shape.EndsWith("json", StringComparison.Ordinal) ? JsonTranscript.Of(message) : message;
    }

    /// <summary>Goods not presented yet, without the relief that ended.</summary>
    private static byte[] OfType(byte[] message, char type, string shape = "") => Changed(message, document =>
    {
        var kind = document.Descendants().First(element => element.Name.LocalName == "TypeCode"
            && element.Parent!.Name.LocalName == "Declaration");
        kind.Value = shape == "i1" ? "IMF" : $"IM{type}";
        foreach (var relief in document.Descendants().Where(element => element.Value == "C07"
            && element.Name.LocalName == "GovernmentProcedure").ToList())
            relief.Remove();
    });

    /// <summary>Goods that the law demands a control of.</summary>
    private static byte[] Held(string shape)
    {
        var message = shape.StartsWith("h7", StringComparison.Ordinal)
            ? Parcels.Restricted("LRN-1")
            : Changed(SampleMessages.Utf8(SampleMessages.H1), document =>
            {
                foreach (var (code, place) in ((string, int)[])[("430160", 1), ("00", 2), ("00", 3)])
                {
                    SampleMessages.At(
                        document, $"GoodsShipment/GovernmentAgencyGoodsItem/Commodity/Classification[{place}]/ID")
                        .Value = code;
                }

                SampleMessages.At(document, "GoodsShipment/GovernmentAgencyGoodsItem/Commodity/Description").Value =
                    "Fox fur, raw, whole skins";
            });
        return shape.EndsWith("json", StringComparison.Ordinal) ? JsonTranscript.Of(message) : message;
    }

    /// <summary>As many items as the first one, with a total of invoice and mass.</summary>
    private static byte[] WithItems(byte[] message, int count) => Changed(message, document =>
    {
        var first = SampleMessages.At(document, "GoodsShipment/GovernmentAgencyGoodsItem");
        for (var number = count; number > 1; number--)
        {
            var copy = new XElement(first);
            copy.Element(SampleMessages.Wco + "SequenceNumeric")!.Value = $"{number}";
            first.AddAfterSelf(copy);
        }

        SampleMessages.At(document, "InvoiceAmount").Value = $"{9000 * count}";
        first.AddBeforeSelf(new XElement(
            SampleMessages.Wco + "GoodsMeasure",
            new XElement(SampleMessages.Wco + "GrossMassMeasure", 1000 * count)));
    });

    /// <summary>Places with another value than before, without what makes a message an amendment.</summary>
    private static List<string> Differences(byte[] before, ReadOnlyMemory<byte> after)
    {
        string[] head = ["/Declaration/FunctionCode", "/Declaration/TypeCode", "/Declaration/ID", "/lrn", "/mrn",
            "/Declaration/FunctionalReferenceID", "/messageKind"];
        var (then, now) = (Values(before), Values(after));
        return [.. then.Keys.Union(now.Keys)
            .Where(path => !head.Contains(path) && !path.StartsWith("/Declaration/Amendment", StringComparison.Ordinal)
                && !path.StartsWith("/reason", StringComparison.Ordinal))
            .Where(path => then.GetValueOrDefault(path) != now.GetValueOrDefault(path))];
    }

    private static Dictionary<string, string> Values(ReadOnlyMemory<byte> message)
    {
        var read = MessageReader.Read(message, SampleMessages.LawAfterRelief);
        Assert.True(read.IsReadable && read.IsComplete);
        return read.Elements.GroupBy(element => element.Pointer).ToDictionary(
            group => group.Key, group => string.Join('|', group.Select(element => element.Value).Distinct()));
    }

    private static string[] Expected(ParticularKind kind)
    {
        const string Xml = "/Declaration/GoodsShipment/GovernmentAgencyGoodsItem[1]";
        const string Json = "/goodsShipment/goodsItem/0";
        string[] shapes(params string[] places) => places;
        return kind switch
        {
            ParticularKind.CommodityCode => [
                .. Enumerable.Range(1, 3).SelectMany(i => shapes(
                    $"{Xml}/Commodity/Classification[{i}]/ID",
                    $"{Xml}/Commodity/Classification[{i}]/IdentificationTypeCode")),
                $"{Json}/commodity/commodityCode/harmonizedSystemSubheadingCode",
                $"{Json}/commodity/commodityCode/combinedNomenclatureCode",
                $"{Json}/commodity/commodityCode/taricCode"],
            ParticularKind.Origin => shapes($"{Xml}/Origin[1]/CountryCode", $"{Json}/origin/countryOfOrigin"),
            ParticularKind.Value => shapes(
                $"{Xml}/Commodity/InvoiceLine/ItemChargeAmount", $"{Xml}/CustomsValueAmount",
                $"{Json}/intrinsicValue/amount", $"{Json}/itemAmountInvoiced", "/Declaration/InvoiceAmount",
                "/goodsShipment/totalAmountInvoiced"),
            ParticularKind.GrossMass => shapes(
                $"{Xml}/Commodity/GoodsMeasure/GrossMassMeasure", $"{Json}/commodity/goodsMeasure/grossMass",
                "/Declaration/GoodsShipment/GoodsMeasure/GrossMassMeasure", "/goodsShipment/grossMass"),
            ParticularKind.NetMass => shapes(
                $"{Xml}/Commodity/GoodsMeasure/NetNetWeightMeasure", $"{Json}/commodity/goodsMeasure/netMass"),
            ParticularKind.SupplementaryUnits => shapes(
                $"{Xml}/Commodity/GoodsMeasure/TariffQuantity", $"{Json}/commodity/goodsMeasure/supplementaryUnits"),
            ParticularKind.Description => shapes(
                $"{Xml}/Commodity/Description", $"{Json}/commodity/descriptionOfGoods"),
            _ => shapes($"{Xml}/Commodity/DutyTaxFee[1]/DutyRegimeCode", $"{Json}/preference"),
        };
    }
}
