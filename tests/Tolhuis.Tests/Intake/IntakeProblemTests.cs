// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Reflection;
using Tolhuis.Intake;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;
using Xunit;

namespace Tolhuis.Tests.Intake;

/// <summary>Every refusal of the way in has its severity, its ground and a sentence in both languages.</summary>
public sealed class IntakeProblemTests
{
    private static readonly LawOfTheDay Law = LawEdition.BuiltIn.On(new DateOnly(2026, 7, 1));

    public static TheoryData<string> Codes => [.. typeof(IntakeProblems)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(constant => (string)constant.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_problem_has_a_sentence_in_Dutch_and_in_English(string code)
    {
        var catalogue = ProblemCatalogue.Of(Law);
        var problem = catalogue.Make(code, Law.Day, "", "", "first", "second", "third", "fourth");
        var (dutch, english) = (catalogue.Text(problem, "nl", Law.Day), catalogue.Text(problem, "en", Law.Day));

        Assert.True(dutch.Length > 20, dutch);
        Assert.True(english.Length > 20, english);
        Assert.NotEqual(dutch, english);
        Assert.DoesNotContain('{', dutch + english);
    }

    [Fact]
    public void Only_what_the_law_leaves_to_a_person_is_left_to_one()
    {
        var catalogue = ProblemCatalogue.Of(Law);

        Assert.Equal(
            [
                IntakeProblems.MessageQuarantined, IntakeProblems.AmendmentOtherGoods,
                IntakeProblems.AmendmentDetermined,
                IntakeProblems.AmendmentCorrection, IntakeProblems.AmendmentInvalidationAsked,
                IntakeProblems.InvalidationSupplemented,
            ],
            Codes.Select(row => row.Data)
                .Where(code => catalogue.Make(code, Law.Day, "", "").Severity == Severity.Manual));
        Assert.Equal(Severity.Reject, catalogue.Make(IntakeProblems.StoreUnavailable, Law.Day, "", "").Severity);
    }
}
