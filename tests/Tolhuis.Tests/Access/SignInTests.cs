// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access;
using Tolhuis.Access.Contract;
using Xunit;

namespace Tolhuis.Tests.Access;

public sealed class SignInTests : IDisposable
{
    private const string Password = "paard fiets lantaarn";
    private readonly AccessStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task The_first_administrator_comes_in_by_a_token_that_works_once()
    {
        var token = await _store.People.IssueFirstToken();

        var (session, problems) = await _store.People.CreateFirst(token!, "lotte", "Lotte Smeets", Password, "::1");
        var (again, refused) = await _store.People.CreateFirst(token!, "mallory", "Mallory", Password, "::1");

        Assert.Empty(problems);
        Assert.Equal([Role.Administrator], session!.Person.Roles);
        Assert.Null(again);
        Assert.Equal([AccessProblems.FirstTokenInvalid], refused.Select(p => p.Code));
        Assert.Null(await _store.People.IssueFirstToken());
    }

    [Fact]
    public async Task A_first_token_lapses_after_a_day_and_when_a_newer_one_is_made()
    {
        var early = await _store.People.IssueFirstToken();
        var later = await _store.People.IssueFirstToken();

        var (_, replaced) = await _store.People.CreateFirst(early!, "lotte", "Lotte", Password, "");
        _store.Time.Advance(TimeSpan.FromHours(25));
        var (_, lapsed) = await _store.People.CreateFirst(later!, "lotte", "Lotte", Password, "");

        Assert.Equal(AccessProblems.FirstTokenInvalid, Assert.Single(replaced).Code);
        Assert.Equal(AccessProblems.FirstTokenInvalid, Assert.Single(lapsed).Code);
    }

    [Fact]
    public async Task A_typing_error_is_answered_with_every_problem_and_does_not_cost_the_token()
    {
        var token = await _store.People.IssueFirstToken();

        var (_, problems) = await _store.People.CreateFirst(token!, "Lo", " ", "kort", "");
        var (session, none) = await _store.People.CreateFirst(token!, "lotte", "Lotte", Password, "");

        Assert.Equal(
            [AccessProblems.SignInName, AccessProblems.PersonName, AccessProblems.PasswordTooShort],
            problems.Select(p => p.Code));
        Assert.Empty(none);
        Assert.NotNull(session);
    }

    [Fact]
    public async Task A_password_beyond_the_limit_is_refused_unhashed()
    {
        var token = await _store.People.IssueFirstToken();

        var (_, problems) = await _store.People.CreateFirst(token!, "lotte", "Lotte", new string('x', 257), "");

        Assert.Equal([AccessProblems.PasswordTooLong], problems.Select(p => p.Code));
    }

    [Fact]
    public async Task A_wrong_name_and_a_wrong_password_get_the_same_answer()
    {
        await MakeLotte();

        var (_, name) = await _store.People.SignIn("nobody", Password, "");
        var (_, password) = await _store.People.SignIn("lotte", "wrong", "");

        Assert.Equal(AccessProblems.SignInRefused, name!.Code);
        Assert.Equal(AccessProblems.SignInRefused, password!.Code);
        Assert.Equal(name.Arguments, password.Arguments);
    }

    [Fact]
    public async Task Five_failures_block_the_name_for_a_quarter_of_an_hour_even_for_the_right_password()
    {
        await MakeLotte();
        for (var i = 0; i < 4; i++)
            Assert.Equal(
                AccessProblems.SignInRefused, (await _store.People.SignIn("lotte", "wrong", "")).Problem!.Code);

        Assert.Equal(AccessProblems.SignInLocked, (await _store.People.SignIn("lotte", "wrong", "")).Problem!.Code);
        Assert.Equal(AccessProblems.SignInLocked, (await _store.People.SignIn("lotte", Password, "")).Problem!.Code);
        _store.Time.Advance(TimeSpan.FromMinutes(15));
        Assert.NotNull((await _store.People.SignIn("lotte", Password, "")).Session);
    }

    [Fact]
    public async Task A_name_that_does_not_exist_is_blocked_in_the_same_words()
    {
        await MakeLotte();
        for (var i = 0; i < 6; i++)
        {
            var known = (await _store.People.SignIn("lotte", "wrong", "192.0.2.1")).Problem!;
            var unknown = (await _store.People.SignIn("nobody", "wrong", "192.0.2.1")).Problem!;
            Assert.Equal(known.Code, unknown.Code);
            Assert.Equal(known.Arguments, unknown.Arguments);
            Assert.Equal(i < 4 ? AccessProblems.SignInRefused : AccessProblems.SignInLocked, known.Code);
        }
    }

    [Fact]
    public async Task A_stranger_at_another_address_locks_no_one_out()
    {
        await MakeLotte();
        for (var i = 0; i < 6; i++)
            await _store.People.SignIn("lotte", "wrong", "192.0.2.66");

        Assert.NotNull((await _store.People.SignIn("lotte", Password, "192.0.2.1")).Session);
        Assert.Null((await _store.People.SignIn("lotte", Password, "192.0.2.66")).Session);
    }

    [Fact]
    public void Many_addresses_together_block_a_name_for_all()
    {
        var policy = SignInPolicy.On(new DateOnly(2026, 7, 1));
        var failures = new SignInFailures();
        for (var i = 0; i < 99; i++)
            Assert.Equal(0, failures.Add("lotte", $"address {i}", policy, 1));

        Assert.Equal(0, failures.BlockedFor("lotte", "her own", policy, 1));
        Assert.True(failures.Add("lotte", "address 99", policy, 1) > 0);
        Assert.True(failures.BlockedFor("lotte", "her own", policy, 1) > 0);
        Assert.Equal(0, failures.BlockedFor("pieter", "her own", policy, 1));
    }

    [Fact]
    public void The_memory_of_failures_is_bounded_and_forgets_the_oldest_first()
    {
        var policy = SignInPolicy.On(new DateOnly(2026, 7, 1));
        var failures = new SignInFailures(bound: 100);
        for (var i = 0; i < 1_000; i++)
        {
            failures.Add($"name {i}", "", policy, i);
            Assert.InRange(failures.Count, 1, 101);
        }

        for (var i = 0; i < 4; i++)
            failures.Add("name 999", "", policy, 1_000);
        Assert.True(failures.BlockedFor("name 999", "", policy, 1_000) > 0);
    }

    [Fact]
    public async Task Refusals_of_unknown_names_fill_the_trail_no_faster_than_the_set_number_a_minute()
    {
        await MakeLotte();
        for (var i = 0; i < RefusalsInTrail.PerMinute + 3; i++)
            await _store.People.SignIn($"nobody{i}", "wrong", "192.0.2.1");
        await _store.People.SignIn("lotte", "wrong", "192.0.2.1");

        var minute = _store.Trail.List().Where(r => r.Outcome == "refused").ToList();
        Assert.Equal(RefusalsInTrail.PerMinute + 1, minute.Count);
        Assert.Contains(minute, r => r.ActorId > 0);

        _store.Time.Advance(TimeSpan.FromMinutes(1));
        await _store.People.SignIn("nobody", "wrong", "192.0.2.1");
        Assert.Equal("not recorded before: 3", _store.Trail.List(1)[0].Details);
    }

    [Fact]
    public async Task A_session_ends_at_sign_out_and_after_ten_hours()
    {
        await MakeLotte();
        var first = (await _store.People.SignIn("lotte", Password, "")).Session!;
        var second = (await _store.People.SignIn("Lotte ", Password, "")).Session!;

        await _store.People.SignOut(first.Id, "");

        Assert.Null(_store.People.Find(first.Id));
        Assert.NotNull(_store.People.Find(second.Id));
        _store.Time.Advance(TimeSpan.FromHours(10));
        Assert.Null(_store.People.Find(second.Id));
        Assert.Contains("access:sign-out", _store.Actions());
    }

    [Fact]
    public async Task Demo_accounts_exist_only_in_a_demo_and_only_over_loopback()
    {
        Assert.Empty(_store.People.DemoAccounts(isLoopback: true));

        Assert.True(await _store.People.MarkDemo());
        var officer = _store.People.DemoAccounts(isLoopback: true).First(p => p.Roles.Contains(Role.Officer));

        Assert.Empty(_store.People.DemoAccounts(isLoopback: false));
        Assert.Equal(
            AccessProblems.DemoRefused,
            (await _store.People.SignInDemo(officer.Id, isLoopback: false, "")).Problem!.Code);
        Assert.NotNull((await _store.People.SignInDemo(officer.Id, isLoopback: true, "")).Session);
        Assert.Equal(
            AccessProblems.SignInRefused, (await _store.People.SignIn(officer.SignInName, "", "")).Problem!.Code);
        Assert.False(await _store.People.MarkDemo());
    }

    [Fact]
    public async Task A_demo_gets_further_accounts_up_to_a_bound_and_a_real_store_none()
    {
        Assert.Null(await _store.People.AddDemoAccount("second", "Second Officer", Role.Officer));
        await _store.People.MarkDemo();
        var there = _store.People.DemoAccounts(isLoopback: true).Count;

        var second = await _store.People.AddDemoAccount("second", "Second Officer", Role.Officer);

        Assert.NotNull((await _store.People.SignInDemo(second!.Id, isLoopback: true, "")).Session);
        Assert.Null(await _store.People.AddDemoAccount("second", "Other Name", Role.Officer));
        for (var i = 0; i < 100; i++)
            await _store.People.AddDemoAccount($"more.{i}", "More", Role.Planner);
        Assert.Equal(90, _store.People.DemoAccounts(isLoopback: true).Count);
        Assert.True(there < 90);
    }

    [Fact]
    public async Task A_store_with_people_never_becomes_a_demo()
    {
        await MakeLotte();

        Assert.False(await _store.People.MarkDemo());
        Assert.Empty(_store.People.DemoAccounts(isLoopback: true));
    }

    [Fact]
    public async Task Every_attempt_is_in_the_trail()
    {
        await MakeLotte();
        await _store.People.SignIn("lotte", "wrong", "192.0.2.1");
        await _store.People.SignIn("nobody", "wrong", "192.0.2.1");

        Assert.Equal(
            ["access:issue-first-token", "access:create-first-administrator", "access:sign-in",
                "access:sign-in refused", "access:sign-in refused"],
            _store.Actions());
    }

    private async Task MakeLotte()
    {
        var token = await _store.People.IssueFirstToken();
        await _store.People.CreateFirst(token!, "lotte", "Lotte Smeets", Password, "");
    }
}
