// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Xunit;

namespace Tolhuis.Tests.Intake;

/// <summary>Official messages of another administration, read where they are, over the whole road.</summary>
public sealed class OfficialMessagesTests : IAsyncLifetime
{
    private TestStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await TestStore.Open(demo: true);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_simplified_declaration_is_released_and_supplemented()
    {
        var lodged = await Lodge("I1__Test_Case_-_I1_Standard_v1.2.xml", "DK-1");
        Assert.Equal((DeclarationState.Released, DataSet.I1), Stand(lodged));
        Assert.NotNull(_store.Declaration(lodged).SupplementDueOn);

        var supplement = await Lodge("I1__Test_Case_-_I1_Supplementary_v1.0.xml", "DK-2", lodged.Mrn);

        Assert.Equal(MessageKind.Supplementary, supplement.Kind);
        Assert.Equal(
            (MessageOutcome.Accepted, ""),
            (supplement.Outcome, Rejecting(supplement)));
        Assert.Equal(lodged.DeclarationId, _store.Declaration(supplement).SupplementsId);
        Assert.Null(_store.Declaration(lodged).SupplementDueOn);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_pre_lodged_simplified_declaration_and_an_entry_in_the_records_take_the_same_notice()
    {
        var lodged = await Lodge("I1__Test_Case_-_I1_Pre-lodged_v1.1.xml", "DK-1");
        Assert.Equal((DeclarationState.Received, DataSet.I1), Stand(lodged));
        var entry = await Lodge("I2__Test_Case_-_I2_Entry_Into_Declarants_Records_v1.2.xml", "DK-2");
        Assert.Equal((DeclarationState.Released, DataSet.I2), Stand(entry));

        const string Notice = "I2__Test_Cases_-_I2_Presentation_Notification_Acceptance_v1.1.xml";
        var first = await Lodge(Notice, "DK-3", lodged.Mrn);
        var second = await Lodge(Notice, "DK-4", entry.Mrn);

        Assert.All([first, second], answer => Assert.Equal(RequestState.Granted, answer.RequestState));
        Assert.All([lodged, entry], answer => Assert.NotNull(_store.Declaration(answer).SupplementDueOn));
        Assert.Equal((DeclarationState.Released, DataSet.I1), Stand(lodged));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task Goods_by_post_are_decided_presented_or_pre_lodged()
    {
        var presented = await Lodge("H6__Test_Case_-_H6_Standard_v1.2.xml", "DK-1");
        var before = await Lodge("H6__Test_Case_-_H6_Pre-lodged_v1.1.xml", "DK-2");

        Assert.Equal(DataSet.H6, Stand(presented).Set);
        Assert.Contains(Stand(presented).State, new[] { DeclarationState.Released, DeclarationState.Accepted });
        Assert.Equal((DeclarationState.Received, DataSet.H6), Stand(before));
        Assert.Empty(_store.Verify());
    }

    private (DeclarationState State, DataSet Set) Stand(MessageAnswer answer)
    {
        Assert.Equal("", Rejecting(answer));
        var row = _store.Declaration(answer);
        return (row.State, row.DataSet);
    }

    private static string Rejecting(MessageAnswer answer) => string.Join(", ", answer.Problems
        .Where(problem => problem.Severity == Severity.Reject)
        .Select(problem => $"{problem.Code} {problem.DataElement}"));

    private Task<MessageAnswer> Lodge(string file, string lrn, Mrn mrn = default)
    {
        var text = File.ReadAllText(Shared.Require("data/messages/dk_dms_import_testcases/" + file))
            // One of them has a brace too many.
            .Replace("{{LRN}}}", "{{LRN}}", StringComparison.Ordinal)
            .Replace("{{LRN}}", lrn, StringComparison.Ordinal)
            .Replace("{{MRN}}", mrn.IsEmpty ? "" : mrn.ToString(), StringComparison.Ordinal)
            .Replace("{{CVR}}", "12345678", StringComparison.Ordinal)
            .Replace("{{SDEAuthorisation}}", "DKSDE0001", StringComparison.Ordinal)
            // The supplement leaves out the country of destination, which the column H1 has.
            .Replace("<ns2:TradeTerms>", "<ns2:Destination><ns2:CountryCode>DK</ns2:CountryCode></ns2:Destination>"
                + "<ns2:TradeTerms>", StringComparison.Ordinal)
            .Replace("{{EIRAuthorisation}}", "DKEIR0001", StringComparison.Ordinal);
        for (var at = text.IndexOf("{{", StringComparison.Ordinal); at >= 0;
            at = text.IndexOf("{{", StringComparison.Ordinal))
            text = text[..at] + "DK12345678" + text[(text.IndexOf("}}", at, StringComparison.Ordinal) + 2)..];
        return _store.Lodge(Encoding.UTF8.GetBytes(text.Trim()));
    }
}
