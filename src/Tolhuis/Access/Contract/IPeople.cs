// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;

namespace Tolhuis.Access.Contract;

/// <summary>A person who may sign in.</summary>
/// <param name="SignInName">Short name in lower case.</param>
/// <param name="Name">Name as colleagues know it.</param>
public sealed record Person(long Id, string SignInName, string Name, IReadOnlyList<Role> Roles, bool IsDemo)
{
    /// <summary>An actor of the demo's simulation: no one signs in as him, and what he did is marked so.</summary>
    public bool IsSimulated { get; init; }

    /// <summary>The token whose mandates are his, of a trader who uses the portal; null for others.</summary>
    public long? TokenId { get; init; }

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

    /// <summary>
    /// A further account of a demo, chosen at sign-in like those of the roles; at most 90. Null in a real store, beyond
    /// that number, and if the sign-in name is taken.
    /// </summary>
    Task<Person?> AddDemoAccount(string signInName, string name, Role role);

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

    /// <summary>
    /// Makes an account of the portal for a trader: a person with the role of trader, and a token without a known
    /// secret that holds his mandates. Either a person or every problem of the request.
    /// </summary>
    /// <param name="password">
    /// Null for an account of a demo, which is chosen at sign-in, and for one that gets a code
    /// (<see cref="IssueTraderCode"/>): no one else ever knows its password.
    /// </param>
    /// <param name="declarant">EORI of the company he works for: the submitter under which he lodges.</param>
    /// <param name="mandates">EORIs of the declarants he may act for, his own included.</param>
    Task<(Person? Person, IReadOnlyList<Problem> Problems)> CreateTrader(
        string signInName, string name, string? password, string company, Eori declarant,
        IReadOnlyList<Eori> mandates, Actor by);

    /// <summary>
    /// A new one-time code with which a trader chooses his password, to be shown once. Earlier codes, his password and
    /// his sessions end. Null if there is no such trader with an account.
    /// </summary>
    Task<string?> IssueTraderCode(string signInName, Actor by);

    /// <summary>
    /// Keeps the password that a trader chose and signs him in, once by that code. One answer for a wrong name, a wrong
    /// code and one that was used or has lapsed.
    /// </summary>
    Task<(Session? Session, IReadOnlyList<Problem> Problems)> ChoosePassword(
        string signInName, string code, string password, string origin);

    /// <summary>
    /// Ends the access of a trader for good: his account and the token with his mandates. False if there is no such
    /// trader or it was ended before.
    /// </summary>
    Task<bool> EndTrader(string signInName, Actor by);

    /// <summary>Under which submitter and mandates a trader acts; null if he has none or it was revoked.</summary>
    Submitter? SubmitterOf(Person person);

    /// <summary>
    /// The simulated person of that name and role in a demo store, made if he is not there; null in a real store.
    /// </summary>
    Task<Person?> Simulated(string name, Role role);
}
