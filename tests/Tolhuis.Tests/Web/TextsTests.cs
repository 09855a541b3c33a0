// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;
using Tolhuis.Web;
using Tolhuis.Web.Access;
using Tolhuis.Web.Declarations;
using Tolhuis.Web.Intake;
using Tolhuis.Web.Platform;
using Xunit;

namespace Tolhuis.Tests.Web;

public sealed partial class TextsTests
{
    /// <summary>Texts that are rightly the same in both languages.</summary>
    private static readonly string[] Same = ["Tolhuis", "sim.", "Filters", "Planner", "MRN", "LRN", "Set", "SHA-256",
        "Code", "Codes", "{0} s", "{0} min"];

    [Fact]
    public void Every_text_is_there_in_both_languages_and_differs()
    {
        foreach (var (name, text) in All())
        {
            Assert.False(string.IsNullOrWhiteSpace(text.Nl) || string.IsNullOrWhiteSpace(text.En), name);
            Assert.True(
                text.Nl != text.En || Same.Contains(text.Nl), $"{name} is the same in both languages: {text.Nl}");
            Assert.Equal(Holes(text.Nl), Holes(text.En));
        }
    }

    [Fact]
    public void Every_role_and_permission_has_a_name()
    {
        foreach (var role in Enum.GetValues<Role>())
            Assert.NotEmpty(AccessTexts.Of(role).Nl);
        foreach (var permission in Permission.All)
            Assert.NotEmpty(AccessTexts.OfPermission(permission).En);
    }

    [Fact]
    public void Every_state_outcome_and_event_has_a_word()
    {
        foreach (var state in Enum.GetValues<DeclarationState>())
            Assert.NotEmpty(DeclarationsTexts.Of(state).Word.Nl);
        foreach (var outcome in Enum.GetValues<LineOutcome>())
            Assert.NotEmpty(DeclarationsTexts.Of(outcome).Word.Nl);
        foreach (var kind in Enum.GetValues<HistoryKind>())
            Assert.NotEmpty(DeclarationsTexts.Of(kind).Word.Nl);
        foreach (var outcome in Enum.GetValues<MessageOutcome>())
            Assert.NotEmpty(IntakeTexts.Of(outcome).Word.Nl);
        foreach (var state in Enum.GetValues<FileState>())
            Assert.NotEmpty(IntakeTexts.Of(state).Word.Nl);
        foreach (var state in Enum.GetValues<RequestState>())
            Assert.NotEmpty(RequestsTexts.Of(state).Word.En);
        foreach (var kind in Enum.GetValues<MessageKind>())
            Assert.NotEmpty(DossierTexts.Of(kind).En);
        foreach (var kind in Enum.GetValues<ClaimKind>())
            Assert.NotEmpty(RequestsTexts.Of(kind).En);
    }

    [Fact]
    public void Every_problem_of_access_has_sentences_with_the_same_holes()
    {
        foreach (var field in typeof(Tolhuis.Access.AccessProblems).GetFields())
        {
            var day = new DateOnly(2026, 7, 1);
            var catalogue = ProblemCatalogue.Of(LawEdition.BuiltIn.On(day));
            var row = catalogue.Row((string)field.GetValue(null)!, day);
            Assert.True(row is not null, field.Name);
            Assert.Equal(Holes(row!.TextNl), Holes(row.TextEn));
            Assert.NotEmpty(row.Ground);
        }
    }

    [Fact]
    public void Numbers_dates_and_amounts_follow_the_language()
    {
        Assert.Equal("1.234.567", Language.Dutch.Number(1_234_567));
        Assert.Equal("1,234,567", Language.English.Number(1_234_567));
        Assert.Equal("1.234,50\u00A0EUR", Language.Dutch.Amount(Money.Euro(123_450)));
        Assert.Equal("1 jul 2026", Language.Dutch.Day(new DateOnly(2026, 7, 1)));
        Assert.Equal("0,25\u00A0kg", Language.Dutch.Kilograms(250_000));
    }

    [Theory]
    [InlineData("2026-06-30T22:30:00Z", "1 jul 2026 00:30:00")]
    [InlineData("2026-12-31T23:00:00Z", "1 jan 2027 00:00:00")]
    [InlineData("2026-10-25T00:30:00Z", "25 okt 2026 02:30:00 (CEST, UTC+2)")]
    [InlineData("2026-10-25T01:30:00Z", "25 okt 2026 02:30:00 (CET, UTC+1)")]
    public void Moments_are_Dutch_local_time_with_the_zone_where_an_hour_comes_twice(string utc, string expected) =>
        Assert.Equal(
            expected,
            Language.Dutch.Moment(DutchTime.ToMicroseconds(DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData(5, "zojuist", "just now")]
    [InlineData(61, "1 min geleden", "1 min ago")]
    [InlineData(7_200, "2 uur geleden", "2 hours ago")]
    [InlineData(-86_400, "over 1 dag", "in 1 day")]
    public void Relative_times_are_one_unit(long secondsAgo, string dutch, string english)
    {
        const long Now = 1_800_000_000_000_000;
        Assert.Equal(dutch, Language.Dutch.Relative(Now - secondsAgo * 1_000_000, Now));
        Assert.Equal(english, Language.English.Relative(Now - secondsAgo * 1_000_000, Now));
    }

    private static IEnumerable<(string Name, Text Text)> All()
    {
        var types = typeof(TolhuisWeb).Assembly.GetTypes()
            .Where(t => t.Name.EndsWith("Texts", StringComparison.Ordinal));
        foreach (var field in types.SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public)))
        {
            var name = $"{field.DeclaringType!.Name}.{field.Name}";
            if (field.GetValue(null) is Text text)
                yield return (name, text);
            if (field.GetValue(null) is CountedText counted)
            {
                yield return (name, counted.One);
                yield return (name, counted.Many);
            }
        }

        foreach (var text in AccessTexts.Named.Concat(DeclarationsTexts.Named).Concat(IntakeTexts.Named)
            .Concat(DossierTexts.Named).Concat(RequestsTexts.Named).Concat(Tolhuis.Web.Site.SiteTexts.Named)
            .Concat(Tolhuis.Web.Clients.ClientsTexts.Named).Concat(Tolhuis.Web.Controls.ControlsTexts.Named)
            .Concat(Tolhuis.Web.Controls.FindingTexts.Named).Concat(Tolhuis.Web.Controls.DecisionTexts.Named)
            .Concat(Tolhuis.Web.Portal.PortalStates.Named).Concat(Tolhuis.Web.Portal.AnswerTexts.Named)
            .Concat(Tolhuis.Web.Site.SettingsTexts.Named))
            yield return ("Named", text);
    }

    private static string Holes(string text) =>
        string.Concat(Hole().Matches(text).Select(m => m.Value).Distinct().Order());

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Hole();
}
