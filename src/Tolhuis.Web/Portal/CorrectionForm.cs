// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.AspNetCore.Http;
using Tolhuis.Controls.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Portal;

/// <summary>One field of the form: a particular of an item, or the currency beside its value.</summary>
/// <param name="Name">Name and id of the field.</param>
public sealed record CorrectionField(
    int Item, ParticularKind Kind, string Name, string Declared, string Typed, string Currency);

/// <summary>
/// The form by which a trader corrects his declaration: what stands, what he typed, what differs. It holds no state on
/// the server; every step is handed in whole.
/// </summary>
public sealed class CorrectionForm
{
    /// <summary>Items on one form: more would be a page on which one gets lost.</summary>
    public const int MaxItems = 10;

    public const int MaxReason = 512;
    private const int MaxValue = 512;

    private CorrectionForm(IReadOnlyList<CorrectionField> fields, string reason) => (Fields, Reason) = (fields, reason);

    public IReadOnlyList<CorrectionField> Fields { get; }

    public string Reason { get; }

    /// <summary>The form as it begins: with what stands.</summary>
    public static CorrectionForm Begin(IReadOnlyList<CorrectableItem> items, string reason, Language language) =>
        new(FieldsOf(items, (name, declared) => declared, language), reason);

    /// <summary>The form as it was handed in; a field that did not come is as it stands.</summary>
    public static CorrectionForm Read(IReadOnlyList<CorrectableItem> items, IFormCollection posted, Language language)
    {
        var fields = FieldsOf(
            items,
            (name, declared) => posted.TryGetValue(name, out var typed) ? Cut(typed.ToString(), MaxValue) : declared,
            language);
        return new CorrectionForm(fields, Cut(posted["reden"].ToString(), MaxReason));
    }

    /// <summary>The numbers of the items that were asked for, in the order of the declaration; at most ten.</summary>
    public static IReadOnlyList<CorrectableItem>? Choose(IReadOnlyList<CorrectableItem> all, string typed)
    {
        var numbers = Cut(typed, 200).Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries)
            .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var one) ? one : -1)
            .ToHashSet();
        var chosen = all.Where(item => numbers.Contains(item.Item)).ToList();
        return chosen.Count == numbers.Count && chosen.Count is > 0 and <= MaxItems ? chosen : null;
    }

    /// <summary>What differs from what stands, in the notation of the particulars.</summary>
    public IReadOnlyList<Particular> Changes()
    {
        var changes = new List<Particular>();
        foreach (var field in Fields)
        {
            var value = ValueOf(field);
            if (!IsSame(field, value))
                changes.Add(new Particular(field.Item, field.Kind, value));
        }

        return changes;
    }

    /// <summary>The value as it is handed to customs.</summary>
    public static string ValueOf(CorrectionField field) => field.Kind switch
    {
        ParticularKind.Value when field.Typed.Trim().Length == 0 => "",
        ParticularKind.Value => $"{TypedNumber.Normal(field.Typed)} {field.Currency.Trim().ToUpperInvariant()}".Trim(),
        _ when IsNumber(field.Kind) => TypedNumber.Normal(field.Typed),
        ParticularKind.Origin => field.Typed.Trim().ToUpperInvariant(),
        ParticularKind.CommodityCode or ParticularKind.Preference =>
            field.Typed.Replace(" ", "", StringComparison.Ordinal).Trim(),
        _ => field.Typed.Trim(),
    };

    /// <summary>A value for its field: numbers as the language writes them, without unit.</summary>
    private static string ForField(ParticularKind kind, string value, Language language) =>
        IsNumber(kind) || kind == ParticularKind.Value ? TypedNumber.ForField(value, language) : value;

    public static bool IsNumber(ParticularKind kind) => kind is ParticularKind.GrossMass or ParticularKind.NetMass
        or ParticularKind.SupplementaryUnits or ParticularKind.Duty or ParticularKind.Vat;

    private static bool IsSame(CorrectionField field, string value)
    {
        if (field.Kind != ParticularKind.Value)
            return IsNumber(field.Kind) ? TypedNumber.IsSame(field.Declared, value) : field.Declared == value;
        var (was, becomes) = (Parts(field.Declared), Parts(value));
        return was.Currency == becomes.Currency && TypedNumber.IsSame(was.Amount, becomes.Amount);
    }

    private static List<CorrectionField> FieldsOf(
        IReadOnlyList<CorrectableItem> items, Func<string, string, string> typed, Language language)
    {
        var fields = new List<CorrectionField>();
        foreach (var item in items)
        {
            foreach (var particular in item.Particulars)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"v{item.Item}-{(int)particular.Kind}");
                var (amount, currency) = particular.Kind == ParticularKind.Value
                    ? Parts(particular.Declared) : (particular.Declared, "");
                fields.Add(new CorrectionField(
                    item.Item, particular.Kind, name, particular.Declared,
                    typed(name, ForField(particular.Kind, amount, language)), typed(name + "-valuta", currency)));
            }
        }

        return fields;
    }

    private static (string Amount, string Currency) Parts(string value)
    {
        var parts = value.Split(' ', 2);
        return (parts[0], parts.Length == 2 ? parts[1] : "");
    }

    private static string Cut(string text, int most) => text.Length <= most ? text.Trim() : text[..most].Trim();
}
