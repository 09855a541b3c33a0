// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Declarations.Checking;
using Tolhuis.Declarations.Contract;
using Tolhuis.Declarations.Reading;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Declarations.Amending;

/// <summary>A message as it was read, with every value at its place, to be amended.</summary>
internal sealed class StandingMessage
{
    private static readonly (ItemParticular Particular, Field Field)[] Simple =
    [
        (ItemParticular.Origin, Field.Origin),
        (ItemParticular.GrossMass, Field.GrossMass),
        (ItemParticular.NetMass, Field.NetMass),
        (ItemParticular.SupplementaryUnits, Field.SupplementaryUnits),
        (ItemParticular.Description, Field.Description),
        (ItemParticular.Preference, Field.Preference),
    ];

    private readonly RuleBook _book;
    private readonly ColumnPlan _column;
    private readonly DataSet _dataSet;
    private string? _invoiceCurrency;

    private StandingMessage(RuleBook book, ColumnPlan column, MessageContent content, ForeignValues foreign)
    {
        _book = book;
        _column = column;
        _dataSet = column.DataSet;
        Content = content;
        Foreign = foreign;
    }

    public MessageContent Content { get; }

    /// <summary>Values at places that the element table does not know.</summary>
    public ForeignValues Foreign { get; }

    public MessageScan Scan => Content.Scan;

    public PathTrie Trie => _book.Trie;

    /// <summary>True if it was itself about an earlier declaration, so that its reason is that of another message.
    /// </summary>
    public bool IsFollowUp => Recognition.IsKindByType(Recognition.Header(Content, "TypeCode"));

    /// <summary>Null if it cannot be read, or its data set has no column.</summary>
    public static StandingMessage? Read(ReadOnlyMemory<byte> message, LawOfTheDay law, DataSet dataSet, int version)
    {
        var book = RuleBook.Of(law);
        var taken = book.Versions.IsTaken(version) ? version : book.Versions.Standard;
        if (book.Column(dataSet, taken) is not { } column)
            return null;
        var foreign = new ForeignValues(Bounds.Values);
        var content = new MessageContent(new MessageScan { Foreign = foreign });
        if (content.Scan.Scan(message, book.Trie) is not null)
            return null;
        content.Resolve();
        return new StandingMessage(book, column, content, foreign);
    }

    /// <summary>Another message of the same declaration, read alike; null if it cannot be read.</summary>
    public StandingMessage? ReadAlike(ReadOnlyMemory<byte> message) =>
        Read(message, _book.Law, _dataSet, _column.Version);

    public IReadOnlyList<DeclaredItem> Items()
    {
        var items = new List<DeclaredItem>(Scan.ItemCount);
        for (var place = 1; place <= Scan.ItemCount; place++)
        {
            var particulars = new List<DeclaredParticular>(Simple.Length + 2);
            if (Has(ItemParticular.CommodityCode))
                particulars.Add(new(ItemParticular.CommodityCode, Code(place)));
            if (Has(ItemParticular.Value))
                particulars.Add(new(ItemParticular.Value, Value(place)));
            foreach (var (particular, field) in Simple)
            {
                if (Has(particular))
                    particulars.Add(new(particular, Text(field, place)));
            }

            items.Add(new DeclaredItem(NumberOf(place), particulars));
        }

        return items;
    }

    /// <summary>True if the column of the data set has the particular.</summary>
    public bool Has(ItemParticular particular) => _column.IsIn(ElementOf(FieldOf(particular)));

    /// <summary>The element that holds a particular; of a value its amount, of a commodity code its first part.
    /// </summary>
    public Field FieldOf(ItemParticular particular) => particular switch
    {
        ItemParticular.CommodityCode => Field.Hs6,
        ItemParticular.Value => AmountField,
        _ => Simple.First(pair => pair.Particular == particular).Field,
    };

    public Field AmountField => _dataSet switch
    {
        DataSet.H7 => Field.IntrinsicAmount,
        DataSet.H6 => Field.PostalAmount,
        _ => Field.ItemAmount,
    };

    public Field CurrencyField => _dataSet switch
    {
        DataSet.H7 => Field.IntrinsicCurrency,
        DataSet.H6 => Field.PostalCurrency,
        _ => Field.InvoiceCurrency,
    };

    /// <summary>Where each item stands, from 1, by its declared number.</summary>
    public IReadOnlyDictionary<int, int> Places()
    {
        var places = new Dictionary<int, int>(Scan.ItemCount);
        for (var place = 1; place <= Scan.ItemCount; place++)
            places.TryAdd(NumberOf(place), place);
        return places;
    }

    /// <summary>14 05 for the whole invoice; empty where it is not declared there.</summary>
    public string InvoiceCurrency => _invoiceCurrency ??= Text(Field.InvoiceCurrency, 0);

    public Element ElementOf(Field field) => _book.ElementOf(Fields.NumberOf(field));

    public string Text(Field field, int place) => Content.FirstText(ElementOf(field), place).ToString();

    /// <summary>Currency of the value of an item: its own, else that of the invoice.</summary>
    public string Currency(int place) =>
        Text(CurrencyField, place) is { Length: > 0 } own ? own
        : CurrencyField == Field.InvoiceCurrency ? InvoiceCurrency : "";

    private string Code(int place) => Text(Field.Hs6, place) + Text(Field.Cn, place) + Text(Field.Taric, place);

    private string Value(int place) => Text(AmountField, place) is { Length: > 0 } amount
        ? $"{amount} {Currency(place)}".TrimEnd()
        : "";

    private int NumberOf(int place) => int.TryParse(
        Text(Field.ItemNumber, place), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : place;
}
