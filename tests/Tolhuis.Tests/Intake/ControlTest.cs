// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Controls.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Intake.Life;
using Xunit;
using static Tolhuis.Tests.Intake.ControlTestTools;
using static Tolhuis.Tests.Intake.LifeMessages;
using static Tolhuis.Tests.Intake.Parcels;

namespace Tolhuis.Tests.Intake;

/// <summary>A store of its own for each test of controls, with an officer in it.</summary>
public abstract class ControlTest : IAsyncLifetime
{
    private protected TestStore _store = null!;
    private protected Actor _officer = null!;

    private protected IControls Controls => _store.Get<IControls>();

    private protected IActs Acts => _store.Get<IActs>();

    public async ValueTask InitializeAsync()
    {
        _store = await TestStore.Open();
        _officer = await _store.NewOfficer();
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _store.DisposeAsync();
    }

    /// <summary>Fox fur that an officer found to be wrong: the declarant is asked to correct it.</summary>
    private protected async Task<MessageAnswer> FoundWrong(params Particular[] established)
    {
        var lodged = await Find(Fur("12.95"), order => Wrong(order, FollowUpKind.Correction, established));
        _store.Time.Advance(TimeSpan.FromMinutes(1));
        return lodged;
    }

    /// <summary>Lodges and takes it, and saves this finding on its first order.</summary>
    private protected async Task<MessageAnswer> Find(byte[] message, Func<ControlOrder, NewFinding> finding)
    {
        var lodged = await _store.Lodge(message);
        await _store.Take(lodged, _officer);
        Assert.True((await _store.Record(finding(_store.Orders(lodged)[0]), _officer)).IsDone);
        return lodged;
    }

    private protected static byte[] Fur(string value, string additional = "F48") => H7(Numbered("A-1") with
    {
        Code = "430160",
        Description = "Fox fur",
        Value = value,
        Additional = additional,
    });
}
