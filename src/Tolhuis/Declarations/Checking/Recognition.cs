// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Declarations.Reading;

namespace Tolhuis.Declarations.Checking;

/// <summary>What a message is: its kind and data set, and the words for a kind that is not handled.</summary>
internal readonly record struct Recognised(MessageKind Kind, DataSet DataSet, string AdditionalType)
{
    public bool IsH7 => DataSet == DataSet.H7;

    /// <summary>A to C: the goods are presented.</summary>
    public bool IsPresented => AdditionalType is ['A' or 'B' or 'C'];

    /// <summary>D to F: lodged before the goods are presented (UCC 171).</summary>
    public bool IsPreLodged => AdditionalType is ['D' or 'E' or 'F'];

    /// <summary>X to Z: completes a simplified declaration or an entry in the records (UCC 167).</summary>
    public bool IsSupplementary => AdditionalType is ['X' or 'Y' or 'Z'];

    /// <summary>NUL where there is none or it is no single letter.</summary>
    public char TypeLetter => AdditionalType is [var letter] ? letter : '\0';
}

/// <summary>Recognises a message by its root, its function, its type and its procedure category or procedure.</summary>
internal static class Recognition
{
    private const string Original = "9";

    public static Recognised Of(MessageContent content, RuleBook book)
    {
        var root = content.Scan.Root;
        if (root == RootKind.Answer)
            return new Recognised(MessageKind.Notification, DataSet.Unknown, "");
        if (root == RootKind.TemporaryStorage)
            return new Recognised(MessageKind.TemporaryStorage, DataSet.Unknown, "");
        var type = Header(content, "TypeCode");
        var function = Header(content, "FunctionCode");
        var category = Header(content, "ProcedureCategory");
        var kind = KindOf(type, function, category);
        var additional = type.Length >= 3 && !IsKindByType(type) ? type[2..].ToString() : "";
        var dataSet = category.IsEmpty
            ? kind == MessageKind.NewDeclaration ? ByTable(content, book, type, additional) : DataSet.Unknown
            : ByCategory(category);
        return new Recognised(kind, dataSet, additional);
    }

    /// <summary>
    /// Words for a kind in Dutch and English, to go after "it is" in the problem that says it is not handled.
    /// </summary>
    public static (string Dutch, string English) WordsFor(MessageKind kind) => kind switch
    {
        MessageKind.Supplementary => ("een aanvullende aangifte", "a supplementary declaration"),
        MessageKind.Amendment => ("een wijziging of correctie", "an amendment or correction"),
        MessageKind.Correction => ("een correctie", "a correction"),
        MessageKind.Invalidation => ("een ongeldigmaking", "an invalidation"),
        MessageKind.RepaymentOrRemission =>
            ("een verzoek om terugbetaling of kwijtschelding", "a request for repayment or remission"),
        MessageKind.Presentation => ("een kennisgeving van aanbrengen", "a presentation notification"),
        MessageKind.BillOfDischarge => ("een aanzuiveringsafrekening", "a bill of discharge"),
        MessageKind.TemporaryStorage =>
            ("een bericht over tijdelijke opslag (G3, G4, G5)", "a message about temporary storage (G3, G4, G5)"),
        MessageKind.Notification =>
            ("een antwoord of kennisgeving van de douane", "an answer or notification of customs"),
        _ => ("van een onbekende soort", "of an unknown kind"),
    };

    /// <summary>True for a type that says by itself that the message is no new declaration.</summary>
    public static bool IsKindByType(ReadOnlySpan<char> type) => KindByType(type) is not null;

    private static MessageKind? KindByType(ReadOnlySpan<char> type) => type switch
    {
        "COR" => MessageKind.Amendment,
        "INV" => MessageKind.Invalidation,
        "RRA" => MessageKind.RepaymentOrRemission,
        "GPR" => MessageKind.Presentation,
        "SUP" => MessageKind.Supplementary,
        _ => null,
    };

    private static MessageKind KindOf(ReadOnlySpan<char> type, ReadOnlySpan<char> function, ReadOnlySpan<char> category)
    {
        if (KindByType(type) is { } byType)
            return byType;
        return function switch
        {
            // An entry in the declarant's records (I2) has no type; a message without both is no declaration we know.
            Original when type.Length == 3 || !category.IsEmpty => MessageKind.NewDeclaration,
            "1" => MessageKind.Invalidation,
            "4" or "13" => MessageKind.Amendment,
            "6" => MessageKind.BillOfDischarge,
            "24" => MessageKind.Presentation,
            "34" => MessageKind.Supplementary,
            "37" => MessageKind.RepaymentOrRemission,
            // The function may be missing by mistake; the form check cannot name it, so a whole type is enough.
            "" when type.Length == 3 => MessageKind.NewDeclaration,
            _ => MessageKind.Unknown,
        };
    }

    private static DataSet ByCategory(ReadOnlySpan<char> category) => category switch
    {
        "H1" => DataSet.H1,
        "H2" => DataSet.H2,
        "H3" => DataSet.H3,
        "H4" => DataSet.H4,
        "H5" => DataSet.H5,
        "H6" => DataSet.H6,
        "H7" => DataSet.H7,
        "I1" => DataSet.I1,
        "G3" => DataSet.G3,
        "G4" => DataSet.G4,
        "G5" => DataSet.G5,
        ['I', '2', ..] => DataSet.I2,
        ['B', ..] or ['C', ..] => DataSet.Export,
        _ => DataSet.Unknown,
    };

    private static DataSet ByTable(MessageContent content, RuleBook book, ReadOnlySpan<char> type, string additional)
    {
        var (requested, previous) = ("", "");
        var procedures = new List<string>(4);
        for (var i = 0; i < content.Found.Count; i++)
        {
            ref var found = ref content.Found[i];
            if (found.Item > 1)
                break;
            switch (book.FieldOf(found.Element))
            {
                case Field.RequestedProcedure:
                    requested = content.Text(i).ToString();
                    break;
                case Field.PreviousProcedure:
                    previous = content.Text(i).ToString();
                    break;
                case Field.AdditionalProcedure when procedures.Count < 99:
                    procedures.Add(content.Text(i).ToString());
                    break;
            }
        }

        var declarationType = type.Length >= 2 ? type[..2].ToString() : "";
        return book.DataSets.Find(new DataSetQuestion(declarationType, additional, requested, previous, procedures));
    }

    /// <summary>A value directly below the declaration.</summary>
    public static ReadOnlySpan<char> Header(MessageContent content, string name)
    {
        var raws = content.Scan.Raws;
        for (var i = 0; i < raws.Count; i++)
        {
            ref var raw = ref raws[i];
            if (raw.Place.Parent is { Parent: null } && raw.Place.Name == name)
                return content.Scan.TextOf(raw.Start, raw.Length);
        }

        return default;
    }
}
