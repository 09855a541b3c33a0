// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access;
using Tolhuis.Access.Contract;
using Tolhuis.Kernel;
using Xunit;

namespace Tolhuis.Tests.Access;

public sealed class PortalAccountTests : IDisposable
{
    private const string Password = "paard fiets lantaarn";
    private static readonly Actor Administrator = new(ActorKind.Person, 1, "Lotte Smeets");
    private static readonly DateOnly Today = new(2026, 7, 1);
    private readonly AccessStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_trader_acts_for_his_own_company_and_his_mandates_and_may_only_use_the_portal()
    {
        await MakeAdministrator();

        var person = await Create("ilse", "NL001234567", "DE1");
        var submitter = _store.People.SubmitterOf(person)!;

        Assert.Equal([Role.Trader], person.Roles);
        Assert.Equal([Permission.PortalUse], Permission.All.Where(p => Permissions.Allows(person.Roles, p)));
        Assert.Equal("Vos Handel BV", submitter.Name);
        Assert.True(submitter.MayLodgeFor(Number("NL001234567"), Today));
        Assert.True(submitter.MayLodgeFor(Number("DE1"), Today));
        Assert.False(submitter.MayLodgeFor(Number("FR2"), Today));
        Assert.Equal(submitter.Id, _store.Tokens.Find(submitter.TokenId)!.Id);
    }

    [Fact]
    public async Task His_submitter_is_the_one_his_programs_lodge_under()
    {
        await MakeAdministrator();
        var (token, _) = await _store.Tokens.Create(new TokenRequest("Vos", "NL001234567", []), Administrator);

        var person = await Create("ilse", "NL001234567");

        Assert.Equal(token!.Submitter.Id, _store.People.SubmitterOf(person)!.Id);
    }

    [Fact]
    public async Task Ending_the_account_ends_his_session_and_his_mandates_at_once()
    {
        await MakeAdministrator();
        var person = await Create("ilse", "NL001234567");
        var (session, _) = await _store.People.SignIn("ilse", Password, "");

        Assert.True(await _store.People.EndTrader("ilse", Administrator));

        Assert.False(await _store.People.EndTrader("ilse", Administrator));
        Assert.Null(_store.People.SubmitterOf(person));
        Assert.Null(_store.People.Find(session!.Id));
        var (_, refused) = await _store.People.SignIn("ilse", Password, "");
        Assert.Equal(AccessProblems.SignInRefused, refused!.Code);
        Assert.Contains("access:end-trader", _store.Actions());
    }

    [Fact]
    public async Task Revoking_the_token_with_his_mandates_ends_his_access_too()
    {
        await MakeAdministrator();
        var person = await Create("ilse", "NL001234567");
        var (session, _) = await _store.People.SignIn("ilse", Password, "");

        await _store.Tokens.Revoke(person.TokenId!.Value, Administrator);
        _store.Time.Advance(TimeSpan.FromSeconds(6));

        Assert.Null(await _store.People.IssueTraderCode("ilse", Administrator));
        Assert.Null(_store.People.SubmitterOf(person));
        Assert.Null(_store.People.Find(session!.Id));
        Assert.NotNull(_store.Tokens.Find(person.TokenId.Value));
        Assert.NotNull((await _store.People.SignIn("ilse", Password, "")).Problem);
    }

    [Fact]
    public async Task An_account_that_cannot_be_made_says_every_problem_at_once()
    {
        var (_, early) = await Try("ilse", Password);
        await MakeAdministrator();
        await Create("ilse", "NL001234567");
        var (_, taken) = await Try("ilse", Password);
        var (_, wrong) = await _store.People.CreateTrader(
            "I", " ", null, "", Number("NL001234567"), [], Administrator);

        Assert.Equal([AccessProblems.TraderTooEarly], early.Select(p => p.Code));
        Assert.Equal([AccessProblems.SignInNameTaken], taken.Select(p => p.Code));
        Assert.Equal(
            [AccessProblems.SignInName, AccessProblems.PersonName, AccessProblems.SubmitterName],
            wrong.Select(p => p.Code));
    }

    [Fact]
    public async Task He_chooses_his_password_once_by_a_code_and_no_one_signs_in_before()
    {
        await MakeAdministrator();
        var (person, _) = await Try("ilse", null);
        var code = await _store.People.IssueTraderCode("ilse", Administrator);

        Assert.NotNull((await _store.People.SignIn("ilse", "", "")).Problem);
        Assert.NotNull((await _store.People.SignIn("ilse", code!, "")).Problem);
        foreach (var (name, typed, password, expected) in ((string, string, string, string)[])
        [
            ("lotte", code!, Password, AccessProblems.TraderCodeInvalid),
            ("ilse", "tolhuis_x", Password, AccessProblems.TraderCodeInvalid),
            ("ilse", code!, "short", AccessProblems.PasswordTooShort),
        ])
        {
            var (none, problems) = await _store.People.ChoosePassword(name, typed, password, "");
            Assert.Null(none);
            Assert.Equal([expected], problems.Select(p => p.Code));
        }

        var (session, fine) = await _store.People.ChoosePassword("ilse", code!, Password, "");
        var (_, again) = await _store.People.ChoosePassword("ilse", code!, "another long password", "");

        Assert.Empty(fine);
        Assert.Equal(person!.Id, session!.Person.Id);
        Assert.Equal([AccessProblems.TraderCodeInvalid], again.Select(p => p.Code));
        Assert.NotNull((await _store.People.SignIn("ilse", Password, "")).Session);
        Assert.Contains("access:choose-password", _store.Actions());
    }

    [Fact]
    public async Task A_new_code_ends_his_password_and_his_sessions_and_lapses_unused()
    {
        await MakeAdministrator();
        await Create("ilse", "NL001234567");
        var (session, _) = await _store.People.SignIn("ilse", Password, "");

        var code = await _store.People.IssueTraderCode("ilse", Administrator);

        Assert.Null(await _store.People.IssueTraderCode("lotte", Administrator));
        Assert.Null(await _store.People.IssueTraderCode("nobody", Administrator));
        Assert.Null(_store.People.Find(session!.Id));
        Assert.NotNull((await _store.People.SignIn("ilse", Password, "")).Problem);
        _store.Time.Advance(TimeSpan.FromDays(4));
        Assert.Equal(
            [AccessProblems.TraderCodeInvalid],
            (await _store.People.ChoosePassword("ilse", code!, Password, "")).Problems.Select(p => p.Code));
    }

    [Fact]
    public async Task Someone_of_the_house_has_no_mandates()
    {
        await _store.People.MarkDemo();

        Assert.All(_store.People.DemoAccounts(true), p => Assert.Null(_store.People.SubmitterOf(p)));
    }

    [Fact]
    public async Task A_trader_of_a_demo_is_chosen_at_sign_in_on_this_computer_only()
    {
        await _store.People.MarkDemo();

        var (person, problems) = await Try("demo.vos", null);

        Assert.Empty(problems);
        Assert.Contains(_store.People.DemoAccounts(true), p => p.Id == person!.Id);
        Assert.NotNull((await _store.People.SignInDemo(person!.Id, true, "")).Session);
        Assert.NotNull((await _store.People.SignInDemo(person.Id, false, "")).Problem);
    }

    [Fact]
    public async Task A_simulated_person_is_made_once_in_a_demo_and_no_one_signs_in_as_him()
    {
        await _store.People.MarkDemo();

        var first = await _store.People.Simulated("Bram de Wit", Role.Officer);
        var again = await _store.People.Simulated("Bram de Wit", Role.Officer);
        var other = await _store.People.Simulated("Bram de Wit", Role.Trader);

        Assert.True(first!.IsSimulated);
        Assert.Equal(first.Id, again!.Id);
        Assert.NotEqual(first.Id, other!.Id);
        Assert.DoesNotContain(_store.People.DemoAccounts(true), p => p.IsSimulated);
        Assert.NotNull((await _store.People.SignInDemo(first.Id, true, "")).Problem);
        Assert.NotNull((await _store.People.SignIn(first.SignInName, "", "")).Problem);
    }

    [Fact]
    public async Task A_real_store_knows_no_simulated_people()
    {
        await MakeAdministrator();

        Assert.Null(await _store.People.Simulated("Bram de Wit", Role.Officer));
    }

    private async Task MakeAdministrator()
    {
        var code = await _store.People.IssueFirstToken();
        Assert.Empty((await _store.People.CreateFirst(code!, "lotte", "Lotte Smeets", Password, "")).Problems);
    }

    private async Task<Person> Create(string signInName, string eori, params string[] mandates)
    {
        var (person, problems) = await _store.People.CreateTrader(
            signInName, "Ilse Vos", Password, "Vos Handel BV", Number(eori), [.. mandates.Select(Number)],
            Administrator);
        Assert.Empty(problems);
        return person!;
    }

    private Task<(Person? Person, IReadOnlyList<Problem> Problems)> Try(string signInName, string? password) =>
        _store.People.CreateTrader(
            signInName, "Ilse Vos", password, "Vos Handel BV", Number("NL001234567"), [], Administrator);

    private static Eori Number(string text) =>
        Eori.TryParse(text, out var eori, out _) ? eori : throw new ArgumentException(text);
}
