// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Extensions.DependencyInjection;
using Tolhuis.Access.Contract;
using Tolhuis.Intake;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Cli.Platform;

/// <summary>A store that a command opened for itself, with all modules on it.</summary>
internal sealed class OpenedStore : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private OpenedStore(ServiceProvider services, Store store, Submitter house)
    {
        _services = services;
        Store = store;
        House = house;
    }

    public Store Store { get; }

    /// <summary>
    /// The house as submitter: files on the command line are carried in by the house for whoever they name.
    /// </summary>
    public Submitter House { get; }

    public IIntake Intake => Get<IIntake>();

    /// <summary>Opens a store, or makes it.</summary>
    /// <exception cref="CommandRefusedException">The folder cannot be made, read or written.</exception>
    /// <exception cref="StoreInUseException">Another process holds the store.</exception>
    public static Store Hold(string path, TimeProvider time, bool demo = false, string? holder = null)
    {
        try
        {
            return Store.Open(path, time, demo, holder);
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException
            && StoreWriter.FaultOf(fault) is not StoreFault.Full)
        {
            throw new CommandRefusedException(CommandLine.Say(
                $"De map {path} kan niet als opslag worden geopend of gemaakt. "
                + "Geef met --store een map waarin u mag schrijven, of herstel de rechten.",
                $"The folder {path} cannot be opened or made as a store. "
                + "Name with --store a folder where you may write, or mend the rights."));
        }
    }

    /// <exception cref="CommandRefusedException">The folder cannot be made, read or written.</exception>
    /// <exception cref="StoreInUseException">Another process holds the store.</exception>
    public static async Task<OpenedStore> Open(string path, TimeProvider time, bool demo = false,
        IntakeSettings? settings = null)
    {
        var store = Hold(path, time, demo);
        var services = new ServiceCollection().AddLogging().AddTolhuis(store, time, settings).BuildServiceProvider();
        try
        {
            var house = await services.GetRequiredService<ITokens>().House();
            return new OpenedStore(services, store, house);
        }
        catch
        {
            await services.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens a store that is there: a question must not make one.</summary>
    /// <exception cref="CommandRefusedException">It is no store, or cannot be read or written.</exception>
    /// <exception cref="StoreInUseException">Another process holds the store.</exception>
    public static Task<OpenedStore> OpenExisting(string path, TimeProvider time)
    {
        MustExist(path);
        return Open(path, time);
    }

    /// <exception cref="CommandRefusedException">The folder is no store.</exception>
    public static void MustExist(string path)
    {
        if (!StoreFolder.Exists(path))
            throw new CommandRefusedException(CommandLine.Say($"{path} is geen opslag.", $"{path} is no store."));
    }

    /// <summary>Says why something is refused.</summary>
    /// <returns>The exit code of the command.</returns>
    public int Refuse(IReadOnlyList<Problem> problems, DateOnly today)
    {
        var catalogue = ProblemCatalogue.Of(Get<ITariff>().Current.On(today));
        foreach (var problem in problems)
            CommandLine.Complain($"{problem.Code}: {catalogue.Text(problem, CommandLine.Language, today)}");
        return ExitCode.Usage;
    }

    public IServiceProvider Services => _services;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
