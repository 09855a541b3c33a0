// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake.Parcels;

/// <summary>
/// Finds parcels: in the rows that stand in no segment yet, and by a few probes in each segment of the term, newest
/// first.
/// </summary>
internal sealed class ParcelLookup(
    IConnections connections, IDeclarations declarations, IReceivedFiles files, ICalculations calculations,
    ITariff tariff, TimeProvider time) : IParcels
{
    /// <summary>Rows that are looked through at most; what is older and in no segment waits for the job.</summary>
    public const int MaxTail = 4 * ParcelSegments.Span;

    private const string FlatDuty = "tariff.step.flat-duty";
    private const int MaxFound = 100;

    public FoundParcel? Find(string number, string postcode)
    {
        var today = DutchTime.DateOf(time.NowMicroseconds());
        var law = tariff.Current.On(today);
        using var connection = connections.OpenRead();
        if (ParcelSegments.FirstDay(law, today) is not { } day
            || ParcelStore.FirstIdSince(connection, day.DayNumber) is not { } from)
            return null;
        var row = ByMrn(connection, number, postcode, from) ?? ByKey(connection, number, postcode, from);
        return row is null ? null : Tell(row, today);
    }

    private DeclarationRow? ByKey(DbConnection connection, string number, string postcode, long from)
    {
        if (ParcelKey.Of(number, postcode) is not { } key)
            return null;
        var segmented = Math.Max(ParcelStore.LastSegmented(connection), ParcelStore.LastId(connection) - MaxTail);
        var ids = ParcelStore.Apart(connection, key, Math.Max(segmented, from - 1), MaxFound).ToList();
        foreach (var (first, _, bytes) in ParcelStore.Segments(connection, from))
        {
            using var blob = ParcelStore.Open(connection, first);
            ParcelSegment.Find((int)(bytes / ParcelSegment.PairBytes), key, (offset, into) =>
            {
                blob.Position = offset;
                blob.ReadExactly(into);
            }, ids);
            if (ids.Count >= MaxFound)
                break;
        }

        return ParcelStore.Standing(connection, ids, key, from) is [var newest, ..] ? declarations.Find(newest) : null;
    }

    /// <summary>The number of the declaration itself; the postcode still has to be that of the consignee.</summary>
    private DeclarationRow? ByMrn(DbConnection connection, string number, string postcode, long from)
    {
        var compact = string.Concat(number.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        if (!Mrn.TryParse(compact.AsSpan(), out var mrn, out _) || declarations.Find(mrn) is not { } row
            || row.Id < from || ParcelStore.KeyOf(connection, row.Id) is not { } key
            || files.RawMessage(row.RawFileId, row.RawEntry) is not { } raw
            || DecidedContent.Of(row, raw, LawOf(row)) is not { } content)
            return null;
        return ParcelKey.Of(content.TransportDocument, postcode) == key ? row : null;
    }

    private bool IsFlat(DeclarationRow row) => row.DutyCents > 0 && calculations.Of(row).Any(step =>
        step.Code.StartsWith(FlatDuty, StringComparison.Ordinal));

    private LawOfTheDay LawOf(DeclarationRow row)
    {
        var day = row.AcceptedOn ?? DutchTime.DateOf(row.ReceivedAt);
        return (tariff.Edition(row.Edition) ?? tariff.Current).On(day);
    }

    private FoundParcel Tell(DeclarationRow row, DateOnly today)
    {
        var lines = declarations.Lines(row);
        var law = LawOf(row);
        var isReleased = row.State == DeclarationState.Released;
        return new FoundParcel(
            row.State,
            // Before it is announced to the declarant, a control is no one's to know.
            row.State == DeclarationState.UnderControl
                && declarations.History(row.Id).Any(history => history.Kind == HistoryKind.UnderControl),
            lines.Count > 0 && lines.All(line => line.AdditionalProcedures.Split(' ').Any(code =>
                law.IsInList("ioss-additional-procedure", code))),
            DutchTime.DateOf(row.ReceivedAt),
            row.LapsesOn,
            isReleased
                ? new ParcelAmounts(row.ValueCents, row.DutyCents, row.VatCents, IsFlat(row),
                    law.TryGetSetting("repayment-term-years", out var years) ? (int)years : 0)
                : null)
        {
            AskedUntil = row.State is DeclarationState.Accepted or DeclarationState.UnderControl
                && declarations.CorrectionsAsked(row.Id).LastOrDefault(asked => asked.IsOpen) is { } open
                && open.DueOn >= today ? open.DueOn : null,
        };
    }
}
