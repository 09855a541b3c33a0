// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Soak;

/// <summary>What was found wrong; the first of them are kept in words, all are counted.</summary>
internal sealed class FaultList(TextWriter report)
{
    private const int MaxSentences = 50;
    private readonly Lock _lock = new();

    public int Count { get; private set; }

    public void Check(bool holds, string promise, string sentence)
    {
        if (!holds)
            Add(promise, sentence);
    }

    public void Add(string promise, string sentence)
    {
        using (_lock.EnterScope())
        {
            if (++Count <= MaxSentences)
                report.WriteLine($"FAULT {promise}: {sentence}");
        }
    }
}
