// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.RegularExpressions;

namespace Tolhuis.Tariff.Contract;

/// <summary>
/// A legal ground in the language of the reader. The tables name acts of the Union in Dutch
/// (<c>DWU art. 6 lid 3 onder b</c>); in English the same is <c>UCC Art. 6(3)(b)</c>. Acts of the Netherlands and words
/// in brackets keep their Dutch names.
/// </summary>
public static partial class LegalGround
{
    private static readonly (string Dutch, string English)[] Acts =
    [
        ("Uitvoeringsverordening", "Implementing Regulation"), ("UVo.", "Implementing Regulation"),
        ("GVo.", "Delegated Regulation"), ("Verordening", "Regulation"), ("Richtlijn", "Directive"), ("DWU", "UCC"),
    ];

    private static readonly (string Dutch, string English)[] Words =
    [
        ("(EG)", "(EC)"), ("(EEG)", "(EEC)"), ("/EG", "/EC"), ("bijlage", "Annex"), ("deel", "Part"),
        ("titel", "Title"), ("punt", "point"), ("gegeven", "data element"), ("art.", "Art."),
        (" tot en met ", " to "), (" en ", " and "),
    ];

    // Of what was put in later: Dutch counts in Latin, English in letters.
    private static readonly (string Dutch, string English)[] Later =
    [
        (" bis", "a"), (" ter", "b"), (" quater", "c"), (" quinquies", "d"), (" sexies", "e"), (" septies", "f"),
        (" octies", "g"), (" nonies", "h"), (" decies", "i"), (" undecies", "j"), (" duodecies", "k"),
        (" terdecies", "l"), (" quaterdecies", "m"), (" quindecies", "n"),
    ];

    // Not a citation but a word of our own beside it. Dutch acts keep their Dutch name: that is what they are cited by.
    private static readonly (string Dutch, string English)[] Remarks =
    [
        ("tarief voor derde landen", "duty for third countries"),
        ("te bevestigen", "to be confirmed"),
        ("demo: te bevestigen", "demo: to be confirmed"),
        ("demo: aanvullende codes", "demo: additional codes"),
        ("demo: bedrijfslijst onvolledig", "demo: list of companies incomplete"),
        ("instelling van de demo", "setting of the demo"),
        ("de telsleutel is niet uitgemaakt", "the counting key is not settled"),
        ("onder IOSS niet uitgemaakt", "not settled under IOSS"),
    ];

    public static string In(string language, string ground) => language != "en"
        ? ground
        : string.Join("; ", ground.Split("; ").Select(ToEnglish));

    private static string ToEnglish(string part)
    {
        if (Array.Find(Remarks, remark => remark.Dutch == part) is { Dutch: not null } known)
            return known.English;
        var act = Array.Find(Acts, a => part.StartsWith(a.Dutch + " ", StringComparison.Ordinal));
        if (act.Dutch is null)
            return part;
        // What is said in brackets at the end is a remark, not a part of the citation.
        var remark = part.EndsWith(')') ? part.LastIndexOf(" (", StringComparison.Ordinal) : -1;
        var cited = remark < 0 ? part : part[..remark];
        var text = act.English + cited[act.Dutch.Length..];
        text = Paragraph().Replace(text, "($1)");
        text = Letter().Replace(text, "($1)");
        text = Inserted().Replace(text, m => Array.Find(Later, l => l.Dutch == m.Value).English ?? m.Value);
        foreach (var (dutch, english) in Words)
            text = text.Replace(dutch, english, StringComparison.Ordinal);
        return text + part[cited.Length..];
    }

    [GeneratedRegex("(?<=[0-9]| ?\\([a-z]) [a-z]+(?=[,) ]|$)")]
    private static partial Regex Inserted();

    [GeneratedRegex(" lid ([0-9]+)")]
    private static partial Regex Paragraph();

    [GeneratedRegex(" onder ([a-z]{1,2}(?: bis)?)(?![a-z])")]
    private static partial Regex Letter();
}
