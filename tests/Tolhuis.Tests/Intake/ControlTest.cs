// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Controls.Contract;
using Tolhuis.Intake.Contract;
using Xunit;

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
}
