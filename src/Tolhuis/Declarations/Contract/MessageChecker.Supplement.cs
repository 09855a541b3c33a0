// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Checking;
using Tolhuis.Declarations.Rules;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Declarations.Contract;

/// <content>
/// A supplementary declaration is about goods that were accepted before: the law of those days counts for its codes and
/// limits, not that of the day it comes (UCC 167(4), 182(2)).
/// </content>
public sealed partial class MessageChecker
{
    /// <summary>First and last day of acceptance that it declares (15 09); null where it declares none.</summary>
    private (DateOnly First, DateOnly Last)? DaysOfGoods(RuleBook book)
    {
        (DateOnly First, DateOnly Last)? days = null;
        for (var i = 0; i < _content.Found.Count; i++)
        {
            if (book.FieldOf(_content.Found[i].Element) != Field.AcceptanceDate
                || !DateText.TryParse(_content.Text(i), out var day))
                continue;
            days = days is { } found
                ? (day < found.First ? day : found.First, day > found.Last ? day : found.Last)
                : (day, day);
        }

        return days;
    }

    /// <summary>
    /// Checks by the law of the first and of the last day of the goods. Of a month that crosses a change of law only
    /// what is wrong by both is wrong: each line is calculated by the law of its own day.
    /// </summary>
    private CheckedMessage CheckByDays(
        ReadOnlyMemory<byte> message, LawOfTheDay law, (DateOnly First, DateOnly Last) days, in Recognised recognised)
    {
        // A day to come, or one from before any term, is told as such; it is no law to check by.
        var last = days.Last > law.Day ? law.Day : days.Last;
        var oldest = law.Day.AddDays(-(int)law.Setting("supplementary-max-age-days"));
        var first = days.First < oldest ? oldest : days.First > last ? last : days.First;
        last = last < first ? first : last;
        var (set, letter, version) = (recognised.DataSet, recognised.TypeLetter, recognised.Version);
        if (first == last)
            return CheckContent(message, law.Source.On(first), set, letter, version);
        _ = ReadContent(message, law.Source.On(first), set, letter, version);
        var byFirst = _problems.Take().Select(problem => (problem.Code, problem.Pointer)).ToHashSet();
        var declaration = ReadContent(message, law.Source.On(last), set, letter, version);
        var problems = _problems.Take().Where(problem => byFirst.Contains((problem.Code, problem.Pointer))).ToList();
        return AnswerTo(declaration, problems.Exists(problem => problem.Severity == Severity.Reject), problems);
    }
}
