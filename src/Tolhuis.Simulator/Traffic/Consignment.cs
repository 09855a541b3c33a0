// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Simulator.Messages;
using Tolhuis.Simulator.Trade;

namespace Tolhuis.Simulator.Traffic;

/// <summary>One goods line as it will be declared, and what is true about it.</summary>
internal sealed class GoodsLine
{
    public Product Product { get; set; } = null!;

    /// <summary>Heading as declared; differs from that of the product under a wrong code.</summary>
    public byte[] Hs6 { get; set; } = [];

    public ByteSink Description { get; } = new(128);

    /// <summary>Value as declared, in the currency of the consignment.</summary>
    public long Cents { get; set; }

    public long Grams { get; set; }

    public int Pieces { get; set; }

    public Mechanism Mechanism { get; set; }

    public long TrueEuroCents { get; set; }

    public byte[] TrueCode { get; set; } = [];

    public string Note { get; set; } = "";
}

/// <summary>
/// One declaration before it is written. The object and its lines are used again for the next one, so that making a
/// message takes no memory from the heap.
/// </summary>
internal sealed class Consignment
{
    private readonly List<GoodsLine> _lines = [];

    public TradingDeclarant Declarant { get; set; } = null!;

    public Address Sender { get; set; } = null!;

    /// <summary>Number of the private person who receives; unused in H1, where the importer is the declarant.</summary>
    public int Consignee { get; set; }

    public byte[] Ioss { get; set; } = [];

    public Currency Currency { get; set; } = Currency.Euro;

    /// <summary>Additional procedures (11 10), at most two.</summary>
    public byte[] Additional { get; set; } = [];

    public byte[] SecondAdditional { get; set; } = [];

    public long FreightCents { get; set; }

    public long TransportNumber { get; set; }

    /// <summary>Number of the master air waybill; 0 if only the house document is declared.</summary>
    public long MasterNumber { get; set; }

    public DateOnly Day { get; set; }

    public ByteSink Lrn { get; } = new(32);

    /// <summary>Lodged before the goods are presented.</summary>
    public bool IsPrelodged { get; set; }

    public Fault Fault { get; set; }

    /// <summary>Which of several ways a fault shows itself.</summary>
    public int FaultVariant { get; set; }

    /// <summary>Mechanism of the whole message: splitting or misuse of an IOSS number.</summary>
    public Mechanism Mechanism { get; set; }

    public string Note { get; set; } = "";

    public int LineCount { get; private set; }

    public GoodsLine this[int index] => _lines[index];

    public void Clear()
    {
        LineCount = 0;
        Ioss = Additional = SecondAdditional = [];
        FreightCents = MasterNumber = 0;
        IsPrelodged = false;
        Fault = Fault.None;
        Mechanism = Mechanism.None;
        Note = "";
        Currency = Currency.Euro;
    }

    public GoodsLine AddLine()
    {
        if (LineCount == _lines.Count)
            _lines.Add(new GoodsLine());
        var line = _lines[LineCount++];
        line.Description.Clear();
        line.Mechanism = Mechanism.None;
        line.Note = "";
        return line;
    }

    public long TotalCents()
    {
        var total = 0L;
        for (var i = 0; i < LineCount; i++)
            total += _lines[i].Cents;
        return total;
    }

    public long TotalGrams()
    {
        var total = 0L;
        for (var i = 0; i < LineCount; i++)
            total += _lines[i].Grams;
        return total;
    }
}
