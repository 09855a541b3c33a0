// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Intake.Contract;
using Tolhuis.Soak.Child;

namespace Tolhuis.Soak.Kills;

/// <summary>What a right program makes of one message, known from how the message was made.</summary>
/// <param name="Hash">SHA-256 of its bytes.</param>
/// <param name="IsRepeatable">
/// Sent again, it becomes another rejection: its local reference number is not its own (in use) and holds no answer, or
/// what it is about is not there and is looked for anew.
/// </param>
internal sealed record ExpectedMessage(string Hash, MessageOutcome Outcome, int Lines, bool IsRepeatable)
{
    public char Letter => Outcome.ToString()[0];

    public bool IsDeclaration => Outcome is MessageOutcome.Accepted or MessageOutcome.Rejected;
}

/// <summary>Something to send: it is sent until it is acknowledged.</summary>
internal abstract class Sending
{
    /// <summary>Times it was sent; each may have been taken, whether an answer came or not.</summary>
    public int Attempts { get; set; }
}

/// <summary>A single message and the answer that was given for it.</summary>
internal sealed class SentMessage(byte[] bytes, ExpectedMessage expected) : Sending
{
    public byte[] Bytes { get; } = bytes;

    public ExpectedMessage Expected { get; } = expected;

    public LodgeAnswer? Answer { get; set; }
}

/// <summary>A zip and the receipt that was given for it.</summary>
internal sealed class SentFile(byte[] bytes, string hash, IReadOnlyList<ExpectedMessage> entries) : Sending
{
    public byte[] Bytes { get; } = bytes;

    public string Hash { get; } = hash;

    public IReadOnlyList<ExpectedMessage> Entries { get; } = entries;

    public string Outcomes { get; } = string.Concat(entries.Select(entry => entry.Letter));

    public long Lines { get; } = entries.Sum(entry => entry.Outcome == MessageOutcome.Accepted ? (long)entry.Lines : 0);

    public ReceiveAnswer? Answer { get; set; }
}
