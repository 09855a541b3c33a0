// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Clients.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tests.Intake;
using Xunit;

namespace Tolhuis.Tests.Clients;

/// <summary>What is agreed with declarants on the version of their messages.</summary>
public sealed class MessageVersionTests : IAsyncLifetime
{
    private static readonly DateOnly July = new(2026, 7, 1);
    private TestStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await TestStore.Open();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task An_agreement_holds_from_its_day_for_its_declarant_and_survives_a_restart()
    {
        _ = Eori.TryParse("NL001234567".AsSpan(), out var declarant, out _);
        _ = Eori.TryParse("NL007654321".AsSpan(), out var other, out _);
        var versions = _store.Get<IAgreeVersions>();
        Assert.False(versions.HasAny);
        await versions.Agree(new VersionAgreement(declarant, 7, July), Actor.System, 1);
        await versions.Agree(new VersionAgreement(declarant, 6, July.AddDays(31)), Actor.System, 2);
        Assert.True(versions.HasAny);
        Assert.Null(versions.AgreedWith(declarant, July.AddDays(-1)));
        Assert.Equal(7, versions.AgreedWith(declarant, July));
        Assert.Equal(6, versions.AgreedWith(declarant, July.AddDays(31)));
        Assert.Null(versions.AgreedWith(other, July));

        await versions.Agree(new VersionAgreement(declarant, 6, July), Actor.System, 3);
        await _store.Restart();
        var again = _store.Get<IMessageVersions>();
        Assert.Equal(6, again.AgreedWith(declarant, July));
        Assert.Equal(2, _store.Get<IAgreeVersions>().All.Count);
    }

    [Fact]
    public async Task Each_agreement_is_in_the_trail()
    {
        _ = Eori.TryParse("NL001234567".AsSpan(), out var declarant, out _);
        await _store.Get<IAgreeVersions>().Agree(new VersionAgreement(declarant, 7, July), Actor.System, 1);
        var row = Assert.Single(_store.Get<IAuditTrail>().List(), row => row.Action == "clients:agree-version");
        Assert.Equal(("NL001234567", "version 7 from 2026-07-01"), (row.ObjectId, row.Details));
    }
}
