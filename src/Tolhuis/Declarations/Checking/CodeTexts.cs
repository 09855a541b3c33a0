// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Declarations.Checking;

/// <summary>
/// Short codes that come in nearly every message, each as one text. Bounded: what does not fit is made anew.
/// </summary>
internal sealed class CodeTexts
{
    private const int MaxCount = 4_096;
    private const int MaxLength = 17;
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    public CodeTexts() => _bySpan = _texts.GetAlternateLookup<ReadOnlySpan<char>>();

    public string Of(ReadOnlySpan<char> code)
    {
        if (code.IsEmpty)
            return "";
        if (_bySpan.TryGetValue(code, out var known))
            return known;
        var text = code.ToString();
        if (_texts.Count < MaxCount && text.Length <= MaxLength)
            _texts.Add(text);
        return text;
    }
}
