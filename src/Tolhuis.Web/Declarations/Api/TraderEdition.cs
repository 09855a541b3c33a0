// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Web.Platform.Api;

namespace Tolhuis.Web.Declarations.Api;

/// <summary>
/// What the trader sees. A held declaration is "under control" only once that was announced; why, by which share or
/// score, and which line made it so, is never said, nor which officer decided. Amounts stand only with released goods:
/// then the debt is notified (UCC Art. 102(2)).
/// </summary>
internal sealed class TraderEdition(IDeclarations declarations, IControls controls, ProblemTexts texts)
{
    /// <summary>History rows from this number on are inside the house.</summary>
    private const int FirstHouseKind = 50;

    public static bool IsVisible(HistoryKind kind) => (int)kind < FirstHouseKind;

    public List<HistoryRow> History(long declarationId) =>
        declarations.History(declarationId).Where(row => IsVisible(row.Kind)).ToList();

    public string StateOf(long declarationId, DeclarationState state) =>
        state == DeclarationState.UnderControl && !IsAnnounced(declarationId)
            ? TraderWords.Of(DeclarationState.Accepted)
            : TraderWords.Of(state);

    /// <summary>That an examination is awaited would tell of a control before it is announced.</summary>
    public string StateOf(long declarationId, RequestState state) =>
        state == RequestState.AwaitsExamination && !IsAnnounced(declarationId)
            ? TraderWords.Of(RequestState.Pending)
            : TraderWords.Of(state);

    public DeclarationBody Declaration(DeclarationRow row, string language)
    {
        var isReleased = row.State == DeclarationState.Released;
        var intended = controls.OpenHearing(row);
        var supplemented = row.SupplementsId is { } id ? declarations.Find(id) : null;
        return new DeclarationBody(
            MrnOf(row), row.Lrn, row.Attempt, row.DataSet.ToString(), ApiTime.Of(row.ReceivedAt),
            StateOf(row.Id, row.State), row.AdditionalType == '\0' ? null : row.AdditionalType.ToString(),
            row.AcceptedOn, row.Version, row.LapsesOn, row.SupplementDueOn,
            supplemented is null ? null : MrnOf(supplemented), row.LineCount,
            IsAccepted(row) ? AmountBody.Euro(row.ValueCents) : null,
            isReleased ? AmountBody.Euro(row.DutyCents) : null, isReleased ? AmountBody.Euro(row.VatCents) : null,
            Problems(row, language))
        {
            IntendedDecision = intended is null ? null
                : intended.Kind == IntendedKind.NoRelease ? "noRelease" : "determination",
            IntendedGrounds = intended?.Grounds,
            HearUntil = intended is null ? null : ApiTime.Of(intended.EndsAt),
            ViewGivenAt = intended?.ViewAt is { } at ? ApiTime.Of(at) : null,
        };
    }

    /// <param name="isAccepted">Whether the version that the line is of was.</param>
    public static LineBody Line(DeclarationRow row, LineRow line, bool isAccepted)
    {
        var isReleased = isAccepted && row.State == DeclarationState.Released;
        return new LineBody(
            line.Item, line.Code.ToString(), line.Country.ToString() is { Length: > 0 } country ? country : null,
            line.Description,
            AmountBody.Of(line.Value), isAccepted ? AmountBody.Euro(line.ValueCents) : null,
            line.GrossMass / 1_000_000m, line.NetMass / 1_000_000m,
            line.AdditionalProcedures.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            isReleased ? AmountBody.Euro(line.DutyCents) : null, isReleased ? AmountBody.Euro(line.VatCents) : null);
    }

    /// <summary>Of a request that another submitter made for the same declarant, only that it is there and how it
    /// stands.</summary>
    public DeclarationRequest Request(RequestRow row, long submitterId, string language)
    {
        var isOwn = row.SubmitterId == submitterId;
        var announced = isOwn ? Announced(row) : null;
        return new DeclarationRequest(
            row.Id, TraderWords.Of(row.Kind), isOwn ? row.Lrn : null, row.Attempt, ApiTime.Of(row.ReceivedAt),
            StateOf(row.DeclarationId, row.State), isOwn ? Known(row.ReasonCode) : null,
            isOwn ? Known(row.ReasonText) : null, isOwn && row.Claim is { } claim ? Claim(claim) : null,
            row.VersionMade == 0 ? null : row.VersionMade, row.DecidedAt is { } at ? ApiTime.Of(at) : null,
            isOwn ? Known(row.Reason) : null,
            isOwn ? texts.ForTrader(declarations.Problems(row.Id), row.ReceivedAt, language) : [])
        {
            IntendedDecision = announced?.Text,
            HearUntil = announced?.Day,
        };
    }

    /// <summary>All versions; the declaration itself where it has only the version as lodged.</summary>
    public IReadOnlyList<VersionRow> Versions(DeclarationRow row)
    {
        var versions = declarations.Versions(row.Id);
        return versions.Count > 0 ? versions :
        [
            new VersionRow(
                row.Id, 1, MessageKind.NewDeclaration, null, row.ReceivedAt, row.Edition,
                row.AcceptedOn ?? Tolhuis.Kernel.DutchTime.DateOf(row.ReceivedAt), row.DrawDay, row.RawFileId,
                row.RawEntry, row.FirstLine, row.LineCount, row.ValueCents, row.DutyCents, row.VatCents)
            {
                DecidedAs = IsAccepted(row) ? 'A' : row.AdditionalType,
            },
        ];
    }

    public static VersionBody Version(DeclarationRow row, VersionRow version)
    {
        var isAccepted = IsAccepted(version);
        var isReleased = isAccepted && row.State == DeclarationState.Released;
        return new VersionBody(
            version.Version, TraderWords.Of(version.Kind), version.RequestId, ApiTime.Of(version.RecordedAt),
            isAccepted ? version.LawDay : null, version.LineCount,
            isAccepted ? AmountBody.Euro(version.ValueCents) : null,
            isReleased ? AmountBody.Euro(version.DutyCents) : null,
            isReleased ? AmountBody.Euro(version.VatCents) : null);
    }

    /// <summary>Changes whenever what the trader sees of it changes, and not otherwise.</summary>
    public string TagOf(DeclarationRow row, string language)
    {
        // A message about it that was rejected or waits changes nothing of the declaration.
        var history = History(row.Id).Where(one => one is not
        { Kind: HistoryKind.Rejected or HistoryKind.Received, Detail: not null }).ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"\"{StateOf(row.Id, row.State)}-{row.Version}-{(history.Count == 0 ? 0 : history[^1].Seq)}-"
            + $"{row.SupplementDueOn?.DayNumber ?? 0}-{controls.OpenHearing(row)?.ViewAt ?? 0}-{language}\"");
    }

    public string TagOf(RequestRow row, string language) => string.Create(
        CultureInfo.InvariantCulture,
        $"\"{StateOf(row.DeclarationId, row.State)}-{row.Id}-{row.DecidedAt ?? 0}-"
        + $"{Announced(row)?.Id ?? 0}-{language}\"");

    public static string? MrnOf(DeclarationRow row) => row.Mrn.IsEmpty ? null : row.Mrn.ToString();

    /// <summary>What it is worth by the law is settled at acceptance (UCC 85), also if it was made invalid since.
    /// </summary>
    public static bool IsAccepted(DeclarationRow row) => row.AcceptedOn is not null;

    /// <summary>Before the goods came nothing was accepted, whatever the declaration is by now.</summary>
    public static bool IsAccepted(VersionRow version) => version.DecidedAs is not ('D' or 'E' or 'F');

    /// <summary>A request of another submitter: that it is there and how it stands, and nothing that he wrote or was
    /// answered.</summary>
    public static RequestRow WithoutWords(RequestRow row) =>
        row with { Lrn = "", ReasonCode = "", ReasonText = "", Claim = null, Reason = "" };

    // Of the version that stands. Presenting goods changes no word: the content stays of whoever wrote it.
    private IReadOnlyList<ProblemItem> Problems(DeclarationRow row, string language)
    {
        if (row.Version == 1)
            return texts.ForTrader(declarations.Problems(row.Id), row.ReceivedAt, language);
        var versions = declarations.Versions(row.Id);
        var told = versions.Where(version => version.Kind != MessageKind.Determination).ToList();
        var writer = told.LastOrDefault(version => version.Kind != MessageKind.Presentation)?.RequestId;
        var isOwn = writer is not { } id || declarations.Request(id)?.SubmitterId == row.SubmitterId;
        if (isOwn && told.Count == 1)
            return texts.ForTrader(declarations.Problems(row.Id), row.ReceivedAt, language);
        return isOwn && told[^1].RequestId is { } last && declarations.Request(last) is { } request
            ? texts.ForTrader(declarations.Problems(last), request.ReceivedAt, language)
            : [];
    }

    // Only a person announces a denial: what was decided at once has none.
    private RequestAct? Announced(RequestRow row) =>
        row.State is RequestState.Pending or RequestState.AwaitsExamination || row.DecidedBy is not null
            ? declarations.RequestActs(row.Id).FirstOrDefault(act => act.Kind == RequestActKind.DenialAnnounced)
            : null;

    private bool IsAnnounced(long declarationId) =>
        declarations.History(declarationId).Any(row => row.Kind == HistoryKind.UnderControl);

    private static ClaimBody Claim(Claim claim) => new(
        claim.Kind == ClaimKind.Repayment ? "repayment" : "remission", claim.LegalBasis.ToString(),
        AmountBody.Of(claim.Amount),
        claim.Taxes.Select(tax => new ClaimedTaxBody(
            tax.TaxType, AmountBody.Of(new Kernel.Money(tax.AmountCents, claim.Amount.Currency)))).ToList(),
        claim.Holder?.ToString(), Known(claim.Grounds));

    private static string? Known(string text) => text.Length == 0 ? null : text;
}
