// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Concurrent;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Web.Intake.Api;

/// <summary>
/// Looks at a message before it is lodged: of what kind it is and which declaration it names. Pure reading; what the
/// message is worth is for the decider.
/// </summary>
internal sealed class MessageLook(ITariff tariff, TimeProvider time)
{
    // A reader keeps its memory for the next message; more than a few are never needed at once.
    private const int MostKept = 8;
    private readonly ConcurrentBag<MessageChecker> _checkers = [];

    public CheckedMessage At(ReadOnlyMemory<byte> message)
    {
        var checker = _checkers.TryTake(out var known) ? known : new MessageChecker();
        var seen = checker.Check(message, tariff.Current.On(DutchTime.DateOf(time.NowMicroseconds())));
        if (_checkers.Count < MostKept)
            _checkers.Add(checker);
        return seen;
    }
}
