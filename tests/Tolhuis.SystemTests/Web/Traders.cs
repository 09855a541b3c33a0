// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Text;
using System.Xml.Linq;
using Tolhuis.Access.Contract;
using Tolhuis.Clients.Contract;
using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Simulator;
using Xunit;

namespace Tolhuis.SystemTests.Web;

/// <summary>Traders with an account of the portal, and what customs asks of them.</summary>
internal static class Traders
{
    public const string Reason = "De waarde past niet bij de factuur. Vul de prijs in die is betaald.";
    public const string Grounds = "Wij vonden bont van een beschermde diersoort.";
    private static readonly Actor Administrator = new(ActorKind.Person, 1, "Lotte Smeets");

    /// <summary>A trader of a demo; the first mandate is his own company.</summary>
    public static async Task<Person> MakeTrader(this House house, string signInName, params Eori[] mandates)
    {
        var (person, problems) = await house.People.CreateTrader(
            signInName, $"Trader {signInName}", null, $"Company {signInName}", mandates[0], mandates, Administrator);
        Assert.Empty(problems);
        return person!;
    }

    /// <summary>A browser without script in which he has signed in.</summary>
    public static async Task<HttpClient> SignIn(this House house, Person trader)
    {
        var client = house.Stranger();
        var answer = await House.Post(
            client, "/aanmelden", "/aanmelden/demo", ("persoon", $"{trader.Id}"), ("terug", "/declarations"));
        Assert.Equal(
            (HttpStatusCode.Redirect, "/portaal"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        return client;
    }

    public static Eori DeclarantOf(this House house, DeclarationRow row) =>
        house.Get<IParties>().Find(row.DeclarantId)!.Eori;

    /// <summary>
    /// A declaration of one line that the law holds for a control, about which a correction is asked; and one of
    /// another declarant that is held too.
    /// </summary>
    public static async Task<DeclarationRow> AskOne(this House house)
    {
        await house.TakeMessages(seed: 3, count: 60);
        var parcels = house.Get<IDeclarations>()
            .List(new DeclarationFilter(State: DeclarationState.Released, DataSet: DataSet.H7, Limit: 200))
            .Where(row => row.LineCount == 1).ToList();
        var first = await house.LodgeHeld(parcels[0]);
        await house.LodgeHeld(parcels.First(row => row.DeclarantId != parcels[0].DeclarantId));
        await house.AskCorrection(first);
        return first;
    }

    /// <summary>Parcels of one line that the law holds, whatever the sample draws; nothing else comes in.</summary>
    public static async Task Hold(this House house, int count)
    {
        var plan = new SimulationPlan { Seed = 3, Day = house.Today, H1Share = 0, BadMessageRate = 0 };
        var parcels = new TrafficSimulator(plan).Messages()
            .Select(message => Encoding.UTF8.GetString(message.Content.Span))
            .Where(text => text.Split("</GovernmentAgencyGoodsItem>").Length == 2).Take(count).ToList();
        Assert.Equal(count, parcels.Count);
        for (var i = 0; i < count; i++)
            await house.LodgeHeld(parcels[i], $"FURPARCEL{i}");
    }

    private static Task<DeclarationRow> LodgeHeld(this House house, DeclarationRow row) => house.LodgeHeld(
        Encoding.UTF8.GetString(house.Get<IReceivedFiles>().RawMessage(row.RawFileId, row.RawEntry)!), $"FUR{row.Id}");

    // The same parcel with fur of a protected species in it: the law demands a control.
    private static async Task<DeclarationRow> LodgeHeld(this House house, string parcel, string lrn)
    {
        var document = XDocument.Parse(parcel);
        XNamespace wco = document.Root!.Name.Namespace;
        document.Root.Element(wco + "FunctionalReferenceID")!.Value = lrn;
        document.Descendants(wco + "Classification").First().Element(wco + "ID")!.Value = "430160";
        var answer = await house.Get<IIntake>().Lodge(
            Encoding.UTF8.GetBytes(document.ToString()), await house.Tokens.House());
        Assert.Equal(DeclarationState.UnderControl, answer.State);
        return house.Get<IDeclarations>().Find(answer.DeclarationId)!;
    }

    public static IEnumerable<DeclarationRow> Held(this House house) => house.Get<IDeclarations>()
        .List(new DeclarationFilter(State: DeclarationState.UnderControl, Limit: 200));

    public static async Task AskCorrection(this House house, DeclarationRow row) =>
        Done(await house.Get<IActs>().AskCorrection(row.Id, Reason, house.Officer().AsActor()));

    /// <summary>Examined, and told that the goods will not be released.</summary>
    public static async Task AnnounceNoRelease(this House house, DeclarationRow row)
    {
        var acts = house.Get<IActs>();
        Done(await acts.TakeControl(row.Id, house.Officer().AsActor()));
        foreach (var order in house.Get<IControls>().Of(row))
        {
            Done(await acts.RecordFinding(
                new NewFinding(
                    order.Id, "not-in-order", "prohibited", "documents", "", Grounds, FollowUpKind.NoRelease, [], []),
                house.Officer().AsActor()));
        }

        Done(await acts.AnnounceDecision(row.Id, IntendedKind.NoRelease, Grounds, [], house.Officer().AsActor()));
    }

    private static void Done(ActAnswer answer) =>
        Assert.True(answer.IsDone, string.Join(' ', answer.Problems.Select(p => p.Code)));
}
