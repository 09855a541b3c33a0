// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Simulator;

/// <summary>
/// What is true about one declared line or message. The product never reads this; it is for measuring what it finds.
/// </summary>
/// <param name="File">Name of the zip; empty in a live stream.</param>
/// <param name="Entry">Name of the entry in the zip; empty in a live stream.</param>
/// <param name="Item">Goods item number; 0 if it is about the whole message.</param>
/// <param name="Mechanism">For example <c>undervaluation</c>; for a bad message <c>bad:truncated</c>.</param>
/// <param name="TrueValueEuroCents">What the goods of the line, or of the message, are worth; 0 for a bad
/// message.</param>
/// <param name="TrueCode">Heading of six digits of the goods; empty if it is about the whole message.</param>
public sealed record TruthRow(
    string File, string Entry, string Lrn, int Item, string Mechanism, long TrueValueEuroCents, string TrueCode,
    string Note);

/// <summary>One message of a live stream.</summary>
/// <param name="At">When the declarant sends it, UTC.</param>
/// <param name="DeclarantEori">Who sends it.</param>
/// <param name="Content">The message as sent, XML or JSON.</param>
/// <param name="Lines">Goods lines that count: 0 for a bad message.</param>
/// <param name="BadKind">For example <c>truncated</c>; empty for a good message.</param>
public sealed record SimulatedMessage(
    DateTimeOffset At, string DeclarantEori, string Lrn, ReadOnlyMemory<byte> Content, int Lines, string BadKind,
    IReadOnlyList<TruthRow> Truth)
{
    /// <summary>True if the goods are not yet presented.</summary>
    public bool IsPrelodged { get; init; }
}

/// <summary>One zip file as a declarant sends it.</summary>
/// <param name="Name">Unique within the simulation: number of the declarant, moment of sending, ascending
/// number.</param>
/// <param name="SentAt">UTC; not before its last message was made, and still within the same Dutch hour.</param>
/// <param name="Messages">All messages, the bad ones too.</param>
/// <param name="Lines">Goods lines of the good messages.</param>
/// <param name="BadMessages">Number of bad messages by kind.</param>
public sealed record SimulatedFile(
    string Name, string DeclarantEori, DateTimeOffset SentAt, ReadOnlyMemory<byte> Zip, int Messages, long Lines,
    IReadOnlyDictionary<string, int> BadMessages, IReadOnlyList<TruthRow> Truth);
