// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;

namespace Tolhuis.Access;

/// <summary>The invented people of a demo, one per role of the house.</summary>
internal static class DemoPeople
{
    public static readonly IReadOnlyList<(string SignInName, string Name, Role Role)> All =
    [
        ("demo.officer", "Samira Hendriks", Role.Officer),
        ("demo.analyst", "Joris van Beek", Role.Analyst),
        ("demo.planner", "Femke Postma", Role.Planner),
        ("demo.contact", "Daan Kuipers", Role.ContactAgent),
        ("demo.account", "Esra Yildirim", Role.AccountManager),
        ("demo.recovery", "Willem Terpstra", Role.RecoveryOfficer),
        ("demo.auditor", "Noor Claessen", Role.Auditor),
        ("demo.integrity", "Ruben Martina", Role.IntegrityOfficer),
        ("demo.admin", "Lotte Smeets", Role.Administrator),
    ];
}
