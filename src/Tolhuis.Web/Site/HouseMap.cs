// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Web.Access;
using Tolhuis.Web.Clients;
using Tolhuis.Web.Controls;
using Tolhuis.Web.Declarations;
using Tolhuis.Web.Intake;
using Tolhuis.Web.Platform;
using Tolhuis.Web.Tariff;

namespace Tolhuis.Web.Site;

/// <summary>Places that belong together; in the rail there is room between groups.</summary>
public enum PlaceGroup
{
    Overview,
    Work,
    Law,
    House,
}

/// <summary>An entry of the left rail: its page, who sees it, its picture and the letter after <c>g</c>.</summary>
public sealed record Place(string Url, Text Name, string Permission, string Icon, char Key, PlaceGroup Group);

/// <summary>The places of the back office, in the order of the rail, group by group. A new module adds one row.
/// </summary>
public static class HouseMap
{
    public static readonly IReadOnlyList<Place> Places =
    [
        new("/", PlatformTexts.Overview, Permission.HouseEnter, "overview", 'o', PlaceGroup.Overview),
        new("/declarations", DeclarationsTexts.Declarations, Permission.DeclarationsRead, "declarations", 'd',
            PlaceGroup.Work),
        new("/requests", RequestsTexts.Requests, Permission.DeclarationsRead, "requests", 'v', PlaceGroup.Work),
        new("/controls", ControlsTexts.Controls, Permission.ControlsRead, "controls", 'k', PlaceGroup.Work),
        new("/findings", OutcomeTexts.Short, Permission.ControlsRead, "findings", 'b', PlaceGroup.Work),
        new("/clients", ClientsTexts.Clients, Permission.ClientsRead, "clients", 'p', PlaceGroup.Work),
        new("/intake", IntakeTexts.Files, Permission.IntakeRead, "intake", 'i', PlaceGroup.Work),
        new("/tariff", TariffTexts.Tariff, Permission.TariffRead, "law", 'w', PlaceGroup.Law),
        new("/rules", RulesTexts.Short, Permission.TariffRead, "rules", 'r', PlaceGroup.Law),
        new("/access/tokens", AccessTexts.Tokens, Permission.AccessTokens, "key", 't', PlaceGroup.House),
    ];

    /// <summary>Where the search of the top bar goes, and who may search.</summary>
    public static readonly (string Url, string Permission) Search = ("/declarations", Permission.DeclarationsRead);
}
