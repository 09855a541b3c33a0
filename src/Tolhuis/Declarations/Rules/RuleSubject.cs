// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Checking;
using Tolhuis.Declarations.Contract;
using Tolhuis.Declarations.Reading;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Declarations.Rules;

/// <summary>The declaration that the rules look at, and how they say what is wrong and where. Reused.</summary>
internal sealed class RuleSubject(MessageContent content, ProblemList problems)
{
    /// <summary>Additional procedure for distance sales with an IOSS number.</summary>
    public const string IossProcedure = "F48";

    private RuleBook? _book;
    private int _iossReference;

    public Declaration Declaration { get; private set; } = null!;
    public LawOfTheDay Law => _book!.Law;
    public bool HasIossReference => _iossReference >= 0;
    public bool HasIossProcedure { get; private set; }
    public ReadOnlySpan<char> IossText => _iossReference < 0 ? default : content.Text(_iossReference);

    public void Begin(RuleBook book, Declaration declaration, int iossReference)
    {
        _book = book;
        Declaration = declaration;
        _iossReference = iossReference;
        HasIossProcedure = false;
        foreach (var line in declaration.Lines)
        {
            foreach (var procedure in line.AdditionalProcedures)
                HasIossProcedure |= procedure == IossProcedure;
        }
    }

    /// <summary>Reports at the first place of a field, in an item by its place (from 1) or in the header (0).</summary>
    public void Report(string code, Field field, int item, params string[] arguments)
    {
        if (!problems.IsFull)
            problems.Add(code, Fields.NumberOf(field), PointerTo(field, item), arguments);
    }

    /// <summary>The text of a field as it stands in the message.</summary>
    public ReadOnlySpan<char> Text(Field field, int item) => content.FirstText(ElementOf(field), item);

    private Element ElementOf(Field field) => _book!.ElementOf(Fields.NumberOf(field));

    private string PointerTo(Field field, int item)
    {
        var element = ElementOf(field);
        var index = content.First(element, item);
        if (index < 0)
            return Pointer.ToMissing(content.Scan, _book!.Trie, element, item);
        var found = content.Found[index];
        return Pointer.To(content.Scan, found.Place, found.Item, found.Group);
    }
}
