// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Components;

/// <summary>Words of lists: choosing rows, acting on them, exporting and keeping a view.</summary>
public static class ListTexts
{
    public static readonly Text SelectRow = new("Kies deze regel", "Select this row");
    public static readonly Text SelectPage = new("Kies alles op deze pagina", "Select everything on this page");
    public static readonly Text SelectNone = new("Niets kiezen", "Select nothing");
    public static readonly Text WithSelected = new("Met wat is gekozen", "With what is selected");
    public static readonly Text SelectedCount = new("{0} gekozen", "{0} selected");
    public static readonly Text PreviewTitle = new("Nakijken: {0}", "Check: {0}");
    public static readonly CountedText WillBeDone = new(
        new("Dit gebeurt met 1 regel", "This happens to 1 row"),
        new("Dit gebeurt met {0} regels", "This happens to {0} rows"));
    public static readonly CountedText WillNotBeDone = new(
        new("Met 1 regel gebeurt niets", "Nothing happens to 1 row"),
        new("Met {0} regels gebeurt niets", "Nothing happens to {0} rows"));
    public static readonly CountedText Done = new(
        new("1 regel gedaan.", "1 row done."), new("{0} regels gedaan.", "{0} rows done."));
    public static readonly CountedText NotDone = new(
        new("1 regel kon niet: die was intussen veranderd.", "1 row could not be done: it had changed meanwhile."),
        new("{0} regels konden niet: ze waren intussen veranderd.",
            "{0} rows could not be done: they had changed meanwhile."));
    public static readonly Text Undo = new("Ongedaan maken", "Undo");
    public static readonly Text Cancel = new("Annuleren", "Cancel");

    public static readonly Text OwnViews = new("Uw weergaven", "Your views");
    public static readonly Text KeepView = new("Bewaar deze weergave", "Keep this view");
    public static readonly Text ViewName = new("Naam van de weergave", "Name of the view");
    public static readonly Text Keep = new("Bewaar", "Keep");
    public static readonly Text CopyLink = new("Koppeling naar deze weergave", "Link to this view");
    public static readonly Text ManageViews = new("Weergaven beheren", "Manage views");
    public static readonly Text Export = new("Exporteer wat u ziet", "Export what you see");
    public static readonly Text ExportList = new("Lijst", "List");
    public static readonly Text ExportFilter = new("Filters", "Filtered by");
    public static readonly Text ExportNoFilter = new("Geen", "Nothing");
    public static readonly Text ExportAt = new("Gemaakt op", "Made at");
    public static readonly Text ExportTimes = new("Tijden zijn Nederlandse tijd.", "Times are Dutch local time.");
    public static readonly Text ExportBy = new("Gemaakt door", "Made by");
    public static readonly Text ExportPurpose = new("Doel", "Purpose");
    public static readonly Text ExportNoPurpose = new("Geen taak genomen", "No task taken");
    public static readonly Text ExportAddress = new("Adres", "Address");
    public static readonly Text ExportCut = new(
        "Afgekapt na {0} regels: er is meer. Verfijn het filter en exporteer opnieuw.",
        "Cut after {0} rows: there is more. Narrow the filter and export again.");
}
