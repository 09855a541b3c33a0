// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Cli.Platform;
using Tolhuis.Platform;
using Tolhuis.Tariff;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Cli.Tariff;

/// <summary>The editions of a store that a command names; the store is closed when the program ends.</summary>
internal sealed class StoredEditions : IDisposable
{
    private Store? _store;
    private OpenedStore? _opened;

    /// <exception cref="CommandRefusedException">There is no store: a question must not make one.</exception>
    /// <exception cref="StoreInUseException">Another process holds the store.</exception>
    public ITariff Open(string path)
    {
        OpenedStore.MustExist(path);
        _store = OpenedStore.Hold(path, TimeProvider.System);
        return TariffModule.Open(_store, TimeProvider.System).GetAwaiter().GetResult();
    }

    /// <summary>The drafts of a store, with the audit trail that every act on them goes into.</summary>
    /// <exception cref="CommandRefusedException">There is no store.</exception>
    /// <exception cref="StoreInUseException">Another process holds the store.</exception>
    public ILawDrafts OpenDrafts(string path)
    {
        _opened = OpenedStore.OpenExisting(path, TimeProvider.System).GetAwaiter().GetResult();
        return _opened.Get<ILawDrafts>();
    }

    public void Dispose()
    {
        _store?.Dispose();
        // The program ends here; nothing else waits.
        _opened?.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
