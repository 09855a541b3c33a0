// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Tolhuis.Intake.Contract;

namespace Tolhuis.Web.Platform;

/// <summary>
/// The road of intake once it is open. Pages look here and never wait for it: after a start it first rebuilds what the
/// decider must know. Written once by the host, read by every page.
/// </summary>
public sealed class OpenRoad
{
    private volatile IIntake? _intake;
    private volatile IActs? _acts;

    /// <summary>Null while the road is still being opened.</summary>
    public IIntake? Intake
    {
        get => _intake;
        set => _intake = value;
    }

    /// <summary>What people decide; null while the road is still being opened.</summary>
    public IActs? Acts
    {
        get => _acts;
        set => _acts = value;
    }

    /// <summary>
    /// True if people can decide now. Otherwise the answer gets status 503 and the page says that the road is being
    /// opened; nothing was done.
    /// </summary>
    public bool IsOpen(HttpContext context, [NotNullWhen(true)] out IActs? acts)
    {
        acts = _acts;
        if (acts is null)
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return acts is not null;
    }
}
