// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Access.Contract;

/// <summary>What a person is in the house or towards it. Kept as its word; a person may have several.</summary>
public enum Role
{
    Officer,
    Analyst,
    Planner,
    ContactAgent,
    AccountManager,
    RecoveryOfficer,
    Auditor,
    IntegrityOfficer,
    Administrator,
    Trader,
    Supplier,
}

/// <summary>What can be allowed: the word of a module and a verb. The same word stands in the audit trail.</summary>
public static class Permission
{
    /// <summary>See the start page and one's own account; everyone of the house.</summary>
    public const string HouseEnter = "house:enter";

    public const string DeclarationsRead = "declarations:read";

    /// <summary>
    /// See a message as it came, with all that it says of the consignee: to control it or to look into its handling.
    /// </summary>
    public const string DeclarationsMessage = "declarations:message";

    /// <summary>
    /// Grant or deny what a declarant asks about his declaration (UCC 173 and 174): a decision in law, and so another
    /// thing than the control of goods.
    /// </summary>
    public const string DeclarationsDecide = "declarations:decide";

    /// <summary>See received files and their counts; their receipts only together with declarations:read.</summary>
    public const string IntakeRead = "intake:read";

    public const string ControlsRead = "controls:read";
    public const string ControlsWork = "controls:work";
    public const string RiskRead = "risk:read";

    /// <summary>See parties and their picture: who they are, what they declare, what was found.</summary>
    public const string ClientsRead = "clients:read";

    /// <summary>Use the portal as a trader: his own declarations, and what is asked of him.</summary>
    public const string PortalUse = "portal:use";
    public const string TariffRead = "tariff:read";

    /// <summary>Load official files into a draft of the next edition of the law, and withdraw a draft.</summary>
    public const string TariffLoad = "tariff:load";

    /// <summary>
    /// Make a draft that someone else loaded the law that decisions are made on (docs/decisions/0010).
    /// </summary>
    public const string TariffPublish = "tariff:publish";

    /// <summary>See how the house is set: law in use, store, keys by their number and age. No secret.</summary>
    public const string SettingsRead = "settings:read";

    public const string AccessTokens = "access:tokens";
    public const string AccessTrail = "access:trail";

    public static IReadOnlyList<string> All { get; } =
    [
        HouseEnter, DeclarationsRead, DeclarationsMessage, DeclarationsDecide, IntakeRead, ControlsRead, ControlsWork,
        RiskRead, ClientsRead, PortalUse, TariffRead, TariffLoad, TariffPublish, AccessTokens, AccessTrail,
        SettingsRead,
    ];
}

/// <summary>Who may do what: the one table. A role that is not in it may do nothing.</summary>
public static class Permissions
{
    private static readonly Dictionary<Role, string[]> ByRole = new()
    {
        [Role.Officer] =
        [
            Permission.HouseEnter, Permission.DeclarationsRead, Permission.DeclarationsMessage,
            Permission.DeclarationsDecide, Permission.IntakeRead, Permission.ControlsRead, Permission.ControlsWork,
            Permission.ClientsRead, Permission.TariffRead,
        ],
        [Role.Analyst] =
        [
            Permission.HouseEnter, Permission.DeclarationsRead, Permission.IntakeRead, Permission.ControlsRead,
            Permission.RiskRead, Permission.ClientsRead, Permission.TariffRead, Permission.TariffLoad,
        ],
        [Role.Planner] = [Permission.HouseEnter, Permission.ControlsRead],
        [Role.ContactAgent] =
        [
            Permission.HouseEnter, Permission.DeclarationsRead, Permission.ClientsRead, Permission.TariffRead,
        ],
        [Role.AccountManager] =
        [
            Permission.HouseEnter, Permission.DeclarationsRead, Permission.ClientsRead, Permission.ControlsRead,
            Permission.TariffRead,
        ],

        // Who levies by the law decides that it is the law; who loads it is another. An administrator does neither.
        [Role.RecoveryOfficer] =
        [
            Permission.HouseEnter, Permission.DeclarationsRead, Permission.ClientsRead, Permission.ControlsRead,
            Permission.TariffRead, Permission.TariffPublish,
        ],
        [Role.Auditor] =
        [
            Permission.HouseEnter, Permission.DeclarationsRead, Permission.DeclarationsMessage, Permission.IntakeRead,
            Permission.ControlsRead, Permission.ClientsRead, Permission.AccessTrail, Permission.TariffRead,
            Permission.SettingsRead,
        ],
        [Role.IntegrityOfficer] = [Permission.HouseEnter, Permission.AccessTrail],

        // An administrator runs the system and sees no declarations: keeping it going is no reason to look at traders.
        // Of received files he sees the counts.
        [Role.Administrator] =
        [
            Permission.HouseEnter, Permission.AccessTokens, Permission.IntakeRead, Permission.SettingsRead,
        ],
        [Role.Trader] = [Permission.PortalUse],
        [Role.Supplier] = [],
    };

    public static bool Allows(Role role, string permission) =>
        ByRole.TryGetValue(role, out var allowed) && allowed.Contains(permission);

    public static bool Allows(IEnumerable<Role> roles, string permission) =>
        roles.Any(role => Allows(role, permission));

    public static IReadOnlyList<string> Of(Role role) => ByRole.TryGetValue(role, out var allowed) ? allowed : [];
}
