// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Site;

/// <summary>One stop of the tour: its address, what one sees there, and the part of the page that shows it.</summary>
/// <param name="Word">Last part of its address.</param>
/// <param name="Part">A component without parameters; it asks the permissions of what it shows.</param>
public sealed record TourStop(string Word, Text Title, Text Lead, Type Part)
{
    public string Url => $"{TourStops.Address}/{Word}";
}

/// <summary>The stops of the tour, in their order. A later one is a row here and a component.</summary>
public static class TourStops
{
    public const string Address = "/rondleiding";

    public static readonly IReadOnlyList<TourStop> All =
    [
        new("recht", TourTexts.LawTitle, TourTexts.LawLead, typeof(TourLaw)),
        new("waarom", TourTexts.WhyTitle, TourTexts.WhyLead, typeof(TourWhy)),
        new("stekker", TourTexts.PlugTitle, TourTexts.PlugLead, typeof(TourPlug)),
        new("steekproef", TourTexts.SampleTitle, TourTexts.SampleLead, typeof(TourSample)),
        new("geld", TourTexts.MoneyTitle, TourTexts.MoneyLead, typeof(TourMoney)),
    ];
}
