// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;

namespace Tolhuis.Access.Contract;

/// <summary>A person who may sign in.</summary>
/// <param name="SignInName">Short name in lower case.</param>
/// <param name="Name">Name as colleagues know it.</param>
public sealed record Person(long Id, string SignInName, string Name, IReadOnlyList<Role> Roles, bool IsDemo)
{
    public Actor AsActor() => new(ActorKind.Person, Id, Name);
}

/// <summary>
/// A person signed in: the number of the session stands in the cookie and is checked at every request.
/// </summary>
public sealed record Session(long Id, Person Person, long StartedAt);

/// <summary>Signing in, and how the first person comes in. Every attempt is in the audit trail.</summary>
public interface IPeople
{
    /// <summary>
    /// Signs in by name and password. One answer for a wrong name and a wrong password, in the same time.
    /// </summary>
    Task<(Session? Session, Problem? Problem)> SignIn(string name, string password, string origin);

    /// <summary>
    /// Signs in a demo account; refused unless the store is marked demo and the request came over loopback.
    /// </summary>
    Task<(Session? Session, Problem? Problem)> SignInDemo(long personId, bool isLoopback, string origin);

    /// <summary>
    /// The session if it is open, not too old and its person may still sign in; null otherwise. Kept in memory for
    /// seconds.
    /// </summary>
    Session? Find(long sessionId);

    Task SignOut(long sessionId, string origin);

    /// <summary>
    /// Demo accounts to show at sign-in; none unless the store is marked demo and the request came over loopback.
    /// </summary>
    IReadOnlyList<Person> DemoAccounts(bool isLoopback);

    /// <summary>
    /// Marks a store that has no people as demo and makes one account per role. False if there are people already.
    /// </summary>
    Task<bool> MarkDemo();

    /// <summary>True until there is a person.</summary>
    bool IsEmpty();

    /// <summary>
    /// A new one-time token for the first administrator, to be shown once; null if there are people already. Earlier
    /// ones lapse.
    /// </summary>
    Task<string?> IssueFirstToken();

    /// <summary>
    /// Makes the first administrator by the one-time token and signs him in, or says every problem at once.
    /// </summary>
    Task<(Session? Session, IReadOnlyList<Problem> Problems)> CreateFirst(
        string token, string signInName, string name, string password, string origin);
}
