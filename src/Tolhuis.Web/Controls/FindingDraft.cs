// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Controls;

/// <summary>What was typed in the form of a finding and which button was pressed.</summary>
public sealed class FindingForm
{
    /// <summary>Value of <see cref="Step"/>: a document is added while the finding is being written.</summary>
    public const string Add = "add";

    public long OrderId { get; set; }
    public string? Result { get; set; }
    public string? ErrorKind { get; set; }
    public string? Method { get; set; }
    public string? FollowUp { get; set; }
    public string? Note { get; set; }
    public string? Told { get; set; }
    public string? CommodityCode { get; set; }
    public string? Description { get; set; }
    public string? Origin { get; set; }
    public string? Preference { get; set; }
    public string? Value { get; set; }
    public string? GrossMass { get; set; }
    public string? NetMass { get; set; }
    public string? SupplementaryUnits { get; set; }
    public string? Step { get; set; }

    /// <summary>What was typed for a particular.</summary>
    public string? Of(ParticularKind kind) => kind switch
    {
        ParticularKind.CommodityCode => CommodityCode,
        ParticularKind.Description => Description,
        ParticularKind.Origin => Origin,
        ParticularKind.Preference => Preference,
        ParticularKind.Value => Value,
        ParticularKind.GrossMass => GrossMass,
        ParticularKind.NetMass => NetMass,
        ParticularKind.SupplementaryUnits => SupplementaryUnits,
        _ => null,
    };
}

/// <summary>
/// A finding that is being written: what was typed, made into what is handed in, with all that is still missing. In
/// order leaves out whatever belongs to an error, so that what was typed before does not go along.
/// </summary>
/// <param name="Faults">Id of the field and what is wrong with it.</param>
public sealed record FindingDraft(NewFinding Finding, IReadOnlyList<(string Field, string Sentence)> Faults)
{
    public const string Results = "control-result";
    public const string Errors = "control-error";
    public const string Methods = "control-method";

    /// <param name="documents">Own numbers of the chosen documents.</param>
    public static FindingDraft From(
        FindingForm form, LineRow line, IReadOnlyList<long> documents, LawOfTheDay law, Language language)
    {
        var faults = new List<(string, string)>();
        var result = form.Result ?? "";
        var (isInOrder, isWrong) = (result == ResultCodes.InOrder, result == ResultCodes.NotInOrder);
        if (!law.IsInList(Results, result))
            faults.Add(("uitkomst", language[FindingTexts.ResultMissing]));
        var error = isWrong ? form.ErrorKind ?? "" : "";
        if (isWrong && !law.IsInList(Errors, error))
            faults.Add((FieldOf("ErrorKind"), language[FindingTexts.ErrorKindMissing]));
        var followUp = FollowUpOf(form, isInOrder);
        if (followUp is null)
            faults.Add(("gevolg", language[FindingTexts.FollowUpMissing]));
        else if (result == ResultCodes.NotPossible && followUp == FollowUpKind.Correction)
            faults.Add(("gevolg", language[FindingTexts.FollowUpNotPossible]));
        var told = isInOrder ? "" : (form.Told ?? "").Trim();
        if (followUp is not (null or FollowUpKind.None) && told.Length == 0)
            faults.Add((FieldOf("Told"), language[FindingTexts.ToldMissing]));
        var established = isWrong ? Established(form, line, faults, language) : [];
        var methods = law.CodesOf(Methods);
        var method = form.Method is { Length: > 0 } chosen ? chosen : methods.Count > 0 ? methods[0]["code"] : "";
        return new FindingDraft(
            new NewFinding(
                form.OrderId, result, error, method, (form.Note ?? "").Trim(), told,
                followUp ?? FollowUpKind.None, established, documents),
            faults);
    }

    /// <summary>Id of the field of a particular or text.</summary>
    public static string FieldOf(string name) => "veld-" + name;

    private static FollowUpKind? FollowUpOf(FindingForm form, bool isInOrder) => isInOrder
        ? FollowUpKind.None
        : Enum.TryParse<FollowUpKind>(form.FollowUp, out var chosen) && Enum.IsDefined(chosen) ? chosen : null;

    private static List<Particular> Established(
        FindingForm form, LineRow line, List<(string, string)> faults, Language language)
    {
        var established = new List<Particular>();
        foreach (var kind in ParticularWords.OfFinding)
        {
            var value = ParticularWords.Normal(kind, form.Of(kind), line.Value.Currency);
            if (value.Length == 0)
                continue;
            if (ParticularValue.TryParse(kind, value, out _))
                established.Add(new Particular(line.Item, kind, value));
            else
                faults.Add((FieldOf(kind.ToString()), Unreadable(kind, form.Of(kind)!.Trim(), language)));
        }

        return established;
    }

    private static string Unreadable(ParticularKind kind, string typed, Language language) => language.Say(
        FindingTexts.Unreadable, language[FindingTexts.Of(kind).Name], typed.Length > 60 ? typed[..60] : typed,
        language[FindingTexts.Of(kind).How]);
}
