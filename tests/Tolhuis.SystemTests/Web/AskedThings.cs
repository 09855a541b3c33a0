// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using System.Xml.Linq;
using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Simulator;
using Tolhuis.Simulator.Life;
using Xunit;

namespace Tolhuis.SystemTests.Web;

/// <summary>What declarants ask about what they lodged, made from messages that the house has.</summary>
internal static class AskedThings
{
    /// <summary>
    /// One of each: amendments and invalidations that wait, a claim, a pre-lodged declaration, a version.
    /// </summary>
    /// <returns>The declaration that has two versions.</returns>
    public static async Task<long> AskThings(this House house)
    {
        var released = house.Released(6);
        await house.Amend(released[0], "The seller gave a discount", 80);
        await house.Invalidate(released[1], "The customer sent the goods back");
        await house.Amend(released[2], "The invoice came later and shows another price", 120);
        await house.Claim(released[3]);
        var decided = await house.Amend(released[4], "Wrong price of the first line", 90);
        var answer = await house.Get<IActs>().DecideRequest(decided.RequestId, true, "", Officer(house).AsActor());
        Assert.True(answer.IsDone, string.Join(' ', answer.Problems.Select(p => p.Code)));
        await house.Prelodge();
        return released[4].Id;
    }

    /// <summary>Released declarations with duty or VAT, newest first.</summary>
    public static IReadOnlyList<DeclarationRow> Released(this House house, int count)
    {
        var rows = house.Get<IDeclarations>().List(new DeclarationFilter(State: DeclarationState.Released, Limit: 200))
            .Where(row => row.VatCents > 0 && house.Get<IDeclarations>().Requests(row.Id).Count == 0)
            .Take(count).ToList();
        Assert.Equal(count, rows.Count);
        return rows;
    }

    public static Task<MessageAnswer> Amend(this House house, DeclarationRow row, string reason, int percent) =>
        house.Ask(row, RequestState.Pending, (original, lrn) => FollowUpMessages.Amended(
            original, row.Mrn.ToString(), lrn, "5", reason, percent));

    public static Task<MessageAnswer> Invalidate(
        this House house, DeclarationRow row, string reason, RequestState expected = RequestState.Pending) =>
        house.Ask(row, expected, (original, lrn) => FollowUpMessages.Invalidation(
            original, row.Mrn.ToString(), lrn, "122", reason));

    public static Task<MessageAnswer> Claim(this House house, DeclarationRow row) =>
        house.Ask(row, RequestState.Pending, (original, lrn) => FollowUpMessages.Repayment(
            original, row.Mrn.ToString(), lrn, "B00", row.VatCents, 'A', "Too much VAT was charged"));

    /// <summary>A parcel lodged before it is there.</summary>
    public static async Task<MessageAnswer> Prelodge(this House house)
    {
        var row = house.Released(1)[0];
        var document = XDocument.Parse(Encoding.UTF8.GetString(Raw(house, row)));
        XNamespace wco = document.Root!.Name.Namespace;
        document.Root.Element(wco + "TypeCode")!.Value = "IMD";
        document.Root.Element(wco + "FunctionalReferenceID")!.Value = $"PRE{row.Id}";
        var answer = await house.Get<IIntake>().Lodge(
            Encoding.UTF8.GetBytes(document.ToString()), await house.Tokens.House());
        Assert.Equal((MessageOutcome.Accepted, DeclarationState.Received), (answer.Outcome, answer.State));
        return answer;
    }

    private static async Task<MessageAnswer> Ask(
        this House house, DeclarationRow row, RequestState expected, Func<ReadOnlyMemory<byte>, string, byte[]> message)
    {
        var answer = await house.Get<IIntake>().Lodge(
            message(Raw(house, row), $"ASK{row.Id}"), await house.Tokens.House());
        Assert.True(
            answer.RequestState == expected,
            $"{answer.RequestState}: {string.Join(' ', answer.Problems.Select(p => p.Code))}");
        return answer;
    }

    private static Person Officer(House house) =>
        house.People.DemoAccounts(isLoopback: true).First(p => p.Roles.Contains(Role.Officer));

    private static byte[] Raw(House house, DeclarationRow row) =>
        house.Get<IReceivedFiles>().RawMessage(row.RawFileId, row.RawEntry)!;
}
