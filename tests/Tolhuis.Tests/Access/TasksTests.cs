// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Xunit;

namespace Tolhuis.Tests.Access;

public sealed class TasksTests : IDisposable
{
    private readonly AccessStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Tasks_of_a_role_come_with_the_nearest_term_first()
    {
        await Open(Role.Officer, "no term", null);
        await Open(Role.Officer, "later", 2_000);
        await Open(Role.Officer, "soon", 1_000);
        await Open(Role.Planner, "not hers", 1);

        Assert.Equal(["soon", "later", "no term"], _store.Tasks.ListOpen([Role.Officer]).Select(t => t.Subject));
        Assert.Equal(3, _store.Tasks.CountOpen()[Role.Officer]);
        Assert.Empty(_store.Tasks.ListOpen([]));
    }

    [Fact]
    public async Task A_task_has_one_holder()
    {
        await _store.People.MarkDemo();
        var people = _store.People.DemoAccounts(isLoopback: true);
        var id = await Open(Role.Officer, "control", null);

        Assert.True(await _store.Tasks.Take(id, people[0].AsActor()));
        Assert.True(await _store.Tasks.Take(id, people[0].AsActor()));
        Assert.False(await _store.Tasks.Take(id, people[1].AsActor()));
        Assert.Equal(people[0].Name, _store.Tasks.ListOpen([Role.Officer])[0].TakenByName);
    }

    [Fact]
    public async Task A_task_is_given_back_by_its_holder_or_by_another_with_a_reason()
    {
        await _store.People.MarkDemo();
        var people = _store.People.DemoAccounts(isLoopback: true);
        var id = await Open(Role.Officer, "control", null);

        Assert.False(await _store.Tasks.GiveBack(id, people[0].AsActor()));
        await _store.Tasks.Take(id, people[0].AsActor());
        Assert.False(await _store.Tasks.GiveBack(id, people[1].AsActor(), "  "));
        Assert.Equal(people[0].Name, _store.Tasks.ListOpen([Role.Officer])[0].TakenByName);
        Assert.True(await _store.Tasks.GiveBack(id, people[1].AsActor(), "On leave"));
        Assert.Null(_store.Tasks.ListOpen([Role.Officer])[0].TakenBy);
        Assert.Contains(
            _store.Trail.List(), r => r.Action == "access:give-back-task"
                && r.Details!.Contains("On leave", StringComparison.Ordinal));
        Assert.True(await _store.Tasks.Take(id, people[1].AsActor()));
        Assert.True(await _store.Tasks.GiveBack(id, people[1].AsActor()));
    }

    [Fact]
    public async Task A_closed_task_is_gone_and_cannot_be_taken()
    {
        var id = await Open(Role.Officer, "control", null);

        var closed = await _store.Write((c, t) => _store.Tasks.Close(c, t, "controls", "declaration", "control"));

        Assert.Equal(1, closed);
        Assert.Empty(_store.Tasks.ListOpen([Role.Officer]));
        Assert.False(await _store.Tasks.Take(id, new Actor(ActorKind.Person, 1, "x")));
    }

    [Fact]
    public async Task Open_tasks_are_found_by_what_they_are_about()
    {
        var id = await Open(Role.Officer, "7", null);
        await Open(Role.Officer, "8", null);
        await _store.Write((c, t) => _store.Tasks.Close(c, t, "controls", "declaration", "8"));

        var found = _store.Tasks.FindOpen("controls", "declaration", ["7", "8", "9"]);

        Assert.Equal((1, id), (found.Count, found["7"].Id));
        Assert.Empty(_store.Tasks.FindOpen("declarations", "declaration", ["7"]));
        Assert.Empty(_store.Tasks.FindOpen("controls", "declaration", []));
    }

    private Task<long> Open(Role role, string subject, long? dueAt) => _store.Write((connection, transaction) =>
        _store.Tasks.Open(connection, transaction, new TaskRequest(
            "controls", "control", role, "control-before-release", "declaration", subject, subject, dueAt)));
}
