// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Declarations.Reading;
using Tolhuis.Kernel;

namespace Tolhuis.Declarations.Checking;

/// <summary>
/// Where the fields of one level stand in the message: index of the first of each, plus one; 0 if it is not there.
/// </summary>
internal sealed class Slots
{
    private readonly int[] _first = new int[Fields.Count];

    public int this[Field field] => _first[(int)field] - 1;

    public bool Has(Field field) => _first[(int)field] != 0;

    public void Clear() => Array.Clear(_first);

    public void Set(Field field, int found)
    {
        if (_first[(int)field] == 0)
            _first[(int)field] = found + 1;
    }
}

/// <summary>
/// Makes the typed declaration. A value whose form is wrong is left empty: the form check has said so, and such a
/// declaration is never given out; the rules between elements still see the rest.
/// </summary>
internal sealed class Binder
{
    private const string Ioss = "FR5";
    private readonly Slots _header = new();
    private readonly Slots _item = new();
    private readonly CodeTexts _codes = new();
    private readonly MessageContent _content;
    private readonly List<string> _additionalProcedures = [];
    private readonly List<string> _additionalCodes = [];
    private readonly ReferenceBinder _references;
    private readonly AdditionBinder _additions;

    public Binder(MessageContent content)
    {
        _content = content;
        _references = new ReferenceBinder(content, _codes);
        _additions = new AdditionBinder(content, _codes);
    }

    /// <summary>Index of the first fiscal reference with role FR5 (the vendor's IOSS number), -1 without.</summary>
    public int IossReference { get; private set; }

    public Declaration Bind(RuleBook book, in Recognised message)
    {
        _header.Clear();
        IossReference = -1;
        var lines = new List<DeclarationLine>(_content.Scan.ItemCount);
        var found = _content.Found;
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i].Item == 0)
                _header.Set(book.FieldOf(found[i].Element), i);
            FindIoss(book, i);
        }

        _references.Begin(book);
        _additions.Begin(book, message.DataSet == DataSet.H1);
        for (var i = 0; i < found.Count;)
        {
            if (found[i].Item == 0)
                i++;
            else
                lines.Add(Line(book, message.DataSet, ref i));
        }

        return Make(message, lines);
    }

    private Declaration Make(in Recognised message, List<DeclarationLine> lines)
    {
        _ = Lrn.TryParse(Text(_header, Field.Lrn), out var lrn, out _);
        _ = IossReference >= 0 & IossNumber.TryParse(IossText(), out var ioss, out _);
        var transport = String(_header, Field.TransportDocument);
        for (var i = 0; i < lines.Count && transport.Length == 0; i++)
            transport = lines[i].TransportDocument;
        return new Declaration
        {
            DataSet = message.DataSet,
            Lrn = lrn,
            AdditionalType = message.TypeLetter,
            MessageVersion = message.Version,
            Declarant = PartyAt(_header, Field.DeclarantName) ?? Party.None,
            Representative = EoriAt(_header, Field.RepresentativeId),
            RepresentativeStatus = Digit(Text(_header, Field.RepresentativeStatus)),
            Importer = PartyAt(_header, Field.ImporterName) ?? Party.None,
            Exporter = PartyAt(_header, Field.ExporterName) ?? Party.None,
            Ioss = ioss == default ? null : ioss,
            TransportDocument = transport,
            Freight = Freight(message.DataSet),
            Additions = _additions.Of(0, Text(_header, Field.InvoiceCurrency)),
            GrossMass = MassAt(_header, Field.GrossMass),
            Dispatch = CountryAt(_header, Field.Dispatch),
            Destination = CountryAt(_header, Field.Destination),
            LocationOfGoods = Location(),
            PresentationOffice = _codes.Of(Text(_header, Field.PresentationOffice)),
            References = _references.OfHeader(),
            AcceptanceDate = DateAt(_header, Field.AcceptanceDate),
            Lines = lines,
        };
    }

    private DeclarationLine Line(RuleBook book, DataSet dataSet, ref int index)
    {
        _item.Clear();
        _additionalProcedures.Clear();
        _additionalCodes.Clear();
        var found = _content.Found;
        var item = found[index].Item;
        for (; index < found.Count && found[index].Item == item; index++)
        {
            var field = book.FieldOf(found[index].Element);
            _item.Set(field, index);
            if (field == Field.AdditionalProcedure && _additionalProcedures.Count < 99
                && !book.DataSets.IsMarker(_content.Text(index)))
                _additionalProcedures.Add(_codes.Of(_content.Text(index)));
            else if (field >= Field.TaricAdditional)
                AddCode(book, field, index);
        }

        _ = int.TryParse(Text(_item, Field.ItemNumber), System.Globalization.NumberStyles.None, null, out var number);
        _ = int.TryParse(Text(_item, Field.Packages), System.Globalization.NumberStyles.None, null, out var packages);
        return new DeclarationLine
        {
            ItemNumber = number,
            Code = Code(dataSet == DataSet.H7),
            Description = String(_item, Field.Description),
            Value = Value(dataSet),
            Freight = dataSet == DataSet.H7
                ? MoneyAt(_item, Field.FreightAmount, Text(_item, Field.FreightCurrency))
                : null,
            Additions = _additions.Of(item, InvoiceCurrency()),
            GrossMass = MassAt(_item, Field.GrossMass),
            NetMass = MassAt(_item, Field.NetMass),
            SupplementaryUnits = MassAt(_item, Field.SupplementaryUnits),
            Packages = packages,
            Procedure = Procedure(),
            AdditionalProcedures = _additionalProcedures.Count == 0 ? [] : _additionalProcedures.ToArray(),
            Origin = CountryAt(_item, Field.Origin),
            PreferentialOrigin = PreferentialOrigin(),
            Preference = _codes.Of(Text(_item, Field.Preference)),
            Exporter = PartyAt(_item, Field.ExporterName),
            TransportDocument = String(_item, Field.TransportDocument),
            References = _references.OfLine(item),
            AdditionalCodes = _additionalCodes.Count == 0 ? [] : _additionalCodes.ToArray(),
            QuotaOrderNumber = QuotaOrder(),
            AcceptanceDate = DateAt(_item, Field.AcceptanceDate),
            ValuationMethod = Digit(Text(_item, Field.ValuationMethod)) is >= 1 and <= 6 and var method ? method : 0,
            StatisticalValueCents = Money.TryParseCents(Text(_item, Field.StatisticalValue), out var cents)
                ? cents
                : null,
        };
    }

    private void AddCode(RuleBook book, Field field, int index)
    {
        var text = _content.Text(index);
        if (field is Field.TaricAdditional or Field.NationalAdditional)
        {
            if (_additionalCodes.Count < 198 && _content.Found[index].Element.Format.Fits(text))
                _additionalCodes.Add(_codes.Of(text));
        }
        else if (field is Field.ProductMerchant)
        {
            _references.AddToLine(book.MerchantDocument, text);
        }
        else if (field is Field.ProductManufacturer)
        {
            _references.AddToLine(book.ManufacturerDocument, text);
        }
    }

    private string QuotaOrder()
    {
        var text = Text(_item, Field.QuotaOrder);
        return text.Length == 6 && !text.ContainsAnyExceptInRange('0', '9') ? text.ToString() : "";
    }

    /// <summary>The day of a moment written as 20260615, 2026-06-15, or either with a time after it.</summary>
    private DateOnly? DateAt(Slots slots, Field field)
    {
        var text = Text(slots, field);
        var format = text.Length > 4 && text[4] == '-' ? "yyyy-MM-dd" : "yyyyMMdd";
        return text.Length >= format.Length && DateOnly.TryParseExact(
            text[..format.Length], format, System.Globalization.CultureInfo.InvariantCulture, 0, out var day)
            ? day
            : null;
    }

    private void FindIoss(RuleBook book, int index)
    {
        if (IossReference >= 0 || book.FieldOf(_content.Found[index].Element) != Field.FiscalRole
            || !_content.Text(index).SequenceEqual(Ioss))
            return;
        var group = _content.Found[index].Group;
        if (group < 0)
            return;
        ref var reference = ref _content.Scan.Groups[group];
        for (var i = reference.FoundStart; i < reference.FoundEnd; i++)
        {
            if (book.FieldOf(_content.Found[i].Element) == Field.FiscalId)
                IossReference = i;
        }
    }

    private ReadOnlySpan<char> IossText() => IossReference < 0 ? default : _content.Text(IossReference);

    private static int Digit(ReadOnlySpan<char> text) => text is [>= '0' and <= '9'] ? text[0] - '0' : 0;

    private ReadOnlySpan<char> Text(Slots slots, Field field) =>
        slots.Has(field) ? _content.Text(slots[field]) : default;

    private string String(Slots slots, Field field)
    {
        var text = Text(slots, field);
        return text.IsEmpty ? "" : text.ToString();
    }

    private long MassAt(Slots slots, Field field) =>
        Quantity.TryParseMillionths(Text(slots, field), out var millionths) ? millionths : 0;

    private CountryCode CountryAt(Slots slots, Field field)
    {
        _ = CountryCode.TryParse(Text(slots, field), out var country);
        return country;
    }

    private Eori? EoriAt(Slots slots, Field field) =>
        Eori.TryParse(Text(slots, field), out var eori, out _) ? eori : null;

    private Money? MoneyAt(Slots slots, Field amount, ReadOnlySpan<char> currency) =>
        Money.TryParseCents(Text(slots, amount), out var cents) && CurrencyCode.TryParse(currency, out var code)
            ? new Money(cents, code)
            : null;

    private Money Value(DataSet dataSet)
    {
        if (dataSet == DataSet.H7)
            return MoneyAt(_item, Field.IntrinsicAmount, Text(_item, Field.IntrinsicCurrency)) ?? default;
        if (dataSet == DataSet.H6)
            return MoneyAt(_item, Field.PostalAmount, Text(_item, Field.PostalCurrency)) ?? default;
        return MoneyAt(_item, Field.ItemAmount, InvoiceCurrency()) ?? default;
    }

    /// <summary>The item's own currency goes before that of the invoice as a whole.</summary>
    private ReadOnlySpan<char> InvoiceCurrency()
    {
        var currency = Text(_item, Field.InvoiceCurrency);
        return currency.IsEmpty ? Text(_header, Field.InvoiceCurrency) : currency;
    }

    /// <summary>Only what the column asks: in H1 the cost of transport is an addition (14 04, code AK).</summary>
    private Money? Freight(DataSet dataSet) => dataSet switch
    {
        DataSet.H7 => MoneyAt(_header, Field.FreightAmount, Text(_header, Field.FreightCurrency)),
        DataSet.H6 => MoneyAt(_header, Field.PostalChargesAmount, Text(_header, Field.PostalChargesCurrency)),
        _ => null,
    };

    private string PreferentialOrigin()
    {
        var text = Text(_item, Field.PreferentialOrigin);
        var isGroup = text.Length == 4 && !text.ContainsAnyExceptInRange('0', '9');
        return isGroup || CountryCode.TryParse(text, out _) ? _codes.Of(text) : "";
    }

    private CommodityCode Code(bool isH7)
    {
        Span<char> digits = stackalloc char[10];
        var length = 0;
        Append(Text(_item, Field.Hs6), 6, digits, ref length);
        if (length == 6)
            Append(Text(_item, Field.Cn), 2, digits, ref length);
        if (length == 8 && !isH7)
            Append(Text(_item, Field.Taric), 2, digits, ref length);
        _ = CommodityCode.TryParse(digits[..length], out var code, out _);
        return code;
    }

    private static void Append(ReadOnlySpan<char> part, int digitCount, Span<char> digits, ref int length)
    {
        if (part.Length != digitCount || part.ContainsAnyExceptInRange('0', '9'))
            return;
        part.CopyTo(digits[length..]);
        length += digitCount;
    }

    private string Procedure()
    {
        var requested = Text(_item, Field.RequestedProcedure);
        var previous = Text(_item, Field.PreviousProcedure);
        if (requested.Length != 2 || previous.Length != 2)
            return "";
        Span<char> both = [requested[0], requested[1], previous[0], previous[1]];
        return _codes.Of(both);
    }

    /// <summary>The fields of a party stand in one order: name, number, street, country, postcode, city.</summary>
    private Party? PartyAt(Slots slots, Field name)
    {
        var hasAny = false;
        for (var field = name; field < name + 6; field++)
            hasAny |= slots.Has(field);
        return !hasAny
            ? null
            : new Party(
                EoriAt(slots, name + 1),
                String(slots, name),
                String(slots, name + 2),
                String(slots, name + 4),
                String(slots, name + 5),
                CountryAt(slots, name + 3));
    }

    private string Location()
    {
        var qualifier = Text(_header, Field.LocationQualifier);
        if (qualifier.IsEmpty)
            return "";
        if (qualifier is "Z")
        {
            return string.Concat(
                string.Concat("Z ", Text(_header, Field.LocationStreet), ", ", Text(_header, Field.LocationPostcode)),
                string.Concat(" ", Text(_header, Field.LocationCity), ", ", Text(_header, Field.LocationCountry)));
        }

        for (var field = Field.LocationLocode; field <= Field.LocationHouseNumber; field++)
        {
            var isAddress = field is >= Field.LocationStreet and <= Field.LocationCity;
            if (_header.Has(field) && !isAddress)
                return _codes.Of(string.Concat(qualifier, " ", Text(_header, field)));
        }

        return qualifier.ToString();
    }
}
