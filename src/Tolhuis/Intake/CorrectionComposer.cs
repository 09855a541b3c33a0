// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Clients.Contract;
using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake;

/// <summary>
/// Composes corrections from the messages that stand, and weighs them as the decider would: the form of the amendment
/// by the law of today, its content by the law that counts for the declaration.
/// </summary>
internal sealed class CorrectionComposer(
    ITariff tariff, IReceivedFiles files, IMessageVersions versions, TimeProvider time) : ICorrectionComposer
{
    /// <summary>Amended by the declarant, in the list <c>amendment-reason</c>.</summary>
    private const string ByDeclarant = "5";

    // No draw is shown, so its key does not matter.
    private readonly Preparation _preparation = new(_ => new byte[32], versions);

    public IReadOnlyList<CorrectableItem> Items(DeclarationRow declaration)
    {
        if (files.RawMessage(declaration.RawFileId, declaration.RawEntry) is not { } raw)
            return [];
        return
        [
            .. MessageAmendment.Items(raw, LawFor(declaration), declaration.DataSet, declaration.MessageVersion)
                .Select(item => new CorrectableItem(item.Number, [.. item.Particulars.Select(its =>
                    new CorrectableParticular(KindOf(its.Particular), its.Value))])),
        ];
    }

    public ComposedCorrection Compose(
        DeclarationRow declaration, IReadOnlyList<Particular> changes, Lrn lrn, string reason, Submitter by)
    {
        var law = LawFor(declaration);
        var raw = files.RawMessage(declaration.RawFileId, declaration.RawEntry);
        var before = AmountsOf(declaration, raw, by, law);
        if (WhyNot(changes, law) is { } refusal)
            return new ComposedCorrection(default, [refusal], before, null);
        if (raw is null)
            return new ComposedCorrection(default, [Make(law, IntakeProblems.CorrectionNotComposed)], before, null);
        var amended = MessageAmendment.Compose(
            raw, law, declaration.DataSet, declaration.MessageVersion,
            new AmendmentHead(declaration.Mrn, lrn, ByDeclarant, reason.Trim()),
            [.. changes.Select(change => new ParticularChange(
                change.Item, ParticularOf(change.Kind)!.Value, change.Value))]);
        if (amended.Fault == AmendmentFault.None && amended.Message.Length > IntakeBounds.MessageBytes)
            amended = amended with { Fault = AmendmentFault.Structure };
        return amended.Fault == AmendmentFault.None
            ? Weigh(declaration, amended.Message, law, by, before)
            : new ComposedCorrection(default, [ProblemOf(amended, law)], before, null);
    }

    private static Problem? WhyNot(IReadOnlyList<Particular> changes, LawOfTheDay law)
    {
        if (changes.Count is 0 or > ICorrectionComposer.MaxChanges)
            return Make(law, IntakeProblems.CorrectionCount, DecisionRows.TextOf(ICorrectionComposer.MaxChanges));
        return changes.FirstOrDefault(change => ParticularOf(change.Kind) is null) is { } other
            ? Make(law, IntakeProblems.CorrectionParticular, DecisionRows.TextOf(other.Item), Cut(other.Value))
            : null;
    }

    private ComposedCorrection Weigh(
        DeclarationRow declaration, ReadOnlyMemory<byte> message, LawOfTheDay law, Submitter by,
        CorrectionAmounts before)
    {
        var now = time.NowMicroseconds();
        var request = _preparation.Prepare(message, by, now, tariff.Current.On(DutchTime.DateOf(now)));
        if (request.IsRejected || request.Failure is not null)
            return new ComposedCorrection(message, request.Problems, before, null);
        var content = ContentOf(declaration, message, request, law, request.Checked.MessageVersion);
        IReadOnlyList<Problem> problems = [.. request.Problems, .. content.Problems];
        return new ComposedCorrection(message, problems, before, content.IsRejected ? null : AmountsOf(content));
    }

    private CorrectionAmounts AmountsOf(DeclarationRow declaration, byte[]? raw, Submitter by, LawOfTheDay law)
    {
        var isDetermined = declaration.State == DeclarationState.Released;
        if (raw is not null && declaration.State is (DeclarationState.Accepted or DeclarationState.UnderControl))
        {
            isDetermined = AmountsOf(
                ContentOf(declaration, raw, Asker(by, law), law, declaration.MessageVersion)).IsDetermined;
        }

        // The sums of the row: what a person determined is there, and not in the message.
        return new CorrectionAmounts(
            declaration.ValueCents, declaration.DutyCents, declaration.VatCents, isDetermined);
    }

    private PreparedMessage ContentOf(
        DeclarationRow declaration, ReadOnlyMemory<byte> message, PreparedMessage by, LawOfTheDay law, int version) =>
        _preparation.PrepareContent(
            message, by, law, declaration.DataSet, DecidedContent.DecidedAs(declaration), declaration.DrawDay, version);

    private PreparedMessage Asker(Submitter by, LawOfTheDay law) => new()
    {
        Submitter = by,
        ReceivedAt = time.NowMicroseconds(),
        ReceivedOn = law.Day,
        Law = law,
        Checked = new CheckedMessage { IsReadable = true },
    };

    private static CorrectionAmounts AmountsOf(PreparedMessage content)
    {
        var sum = DecisionRows.Sum(content.Taxes);
        return new CorrectionAmounts(
            sum.Value, sum.Duty, sum.Vat, Array.TrueForAll(content.Taxes, tax => tax.IsDetermined));
    }

    /// <summary>The law that counts: of acceptance, and of today while nothing is accepted.</summary>
    private LawOfTheDay LawFor(DeclarationRow declaration) =>
        tariff.Current.On(declaration.AcceptedOn ?? DutchTime.DateOf(time.NowMicroseconds()));

    private static Problem ProblemOf(AmendedMessage amended, LawOfTheDay law) => amended switch
    {
        { Fault: AmendmentFault.Item, Cause: { } cause } =>
            Make(law, IntakeProblems.CorrectionItem, DecisionRows.TextOf(cause.Item)),
        { Fault: AmendmentFault.Particular or AmendmentFault.Notation, Cause: { } cause } => Make(
            law, IntakeProblems.CorrectionParticular, DecisionRows.TextOf(cause.Item), Cut(cause.Value)),
        { Fault: AmendmentFault.Character } => Make(law, IntakeProblems.CorrectionCharacter),
        _ => Make(law, IntakeProblems.CorrectionNotComposed),
    };

    private static Problem Make(LawOfTheDay law, string code, params string[] arguments) =>
        ProblemCatalogue.Of(law).Make(code, law.Day, "", "", arguments);

    private static string Cut(string value) => value.Length <= 70 ? value : value[..70];

    private static ParticularKind KindOf(ItemParticular particular) => particular switch
    {
        ItemParticular.CommodityCode => ParticularKind.CommodityCode,
        ItemParticular.Origin => ParticularKind.Origin,
        ItemParticular.Value => ParticularKind.Value,
        ItemParticular.GrossMass => ParticularKind.GrossMass,
        ItemParticular.NetMass => ParticularKind.NetMass,
        ItemParticular.SupplementaryUnits => ParticularKind.SupplementaryUnits,
        ItemParticular.Description => ParticularKind.Description,
        _ => ParticularKind.Preference,
    };

    /// <summary>Null for what a message does not declare: duty and VAT that a person determines.</summary>
    private static ItemParticular? ParticularOf(ParticularKind kind) => kind switch
    {
        ParticularKind.CommodityCode => ItemParticular.CommodityCode,
        ParticularKind.Origin => ItemParticular.Origin,
        ParticularKind.Value => ItemParticular.Value,
        ParticularKind.GrossMass => ItemParticular.GrossMass,
        ParticularKind.NetMass => ItemParticular.NetMass,
        ParticularKind.SupplementaryUnits => ItemParticular.SupplementaryUnits,
        ParticularKind.Description => ItemParticular.Description,
        ParticularKind.Preference => ItemParticular.Preference,
        _ => null,
    };
}
