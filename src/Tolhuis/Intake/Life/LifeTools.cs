// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Calendar.Contract;

namespace Tolhuis.Intake.Life;

/// <summary>What the life of a declaration asks beside the decider's own state.</summary>
internal sealed record LifeTools(ICalendar Calendar, ContentReader Content, Preparation Preparation);
