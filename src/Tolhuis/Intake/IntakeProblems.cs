// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Intake;

/// <summary>Problem codes of this module, in order of precedence. Severity, ground and sentences: Law/problems.csv.</summary>
public static class IntakeProblems
{
    /// <summary>The submitter has no mandate for the declarant on the day of receipt (UCC Art. 18 and 19).</summary>
    public const string MandateMissing = "intake.mandate.missing";

    /// <summary>The same submitter used this local reference number before, for a message with other content.</summary>
    public const string LrnInUse = "intake.lrn.in-use";

    /// <summary>The program failed on this message; it is kept and looked at.</summary>
    public const string MessageQuarantined = "intake.message.quarantined";

    /// <summary>The store takes no messages now: disk full, failed sync or stopping.</summary>
    public const string StoreUnavailable = "intake.store.unavailable";

    /// <summary>The file is longer than its bound.</summary>
    public const string FileTooLarge = "intake.file.too-large";

    /// <summary>The archive has reached its stated bound.</summary>
    public const string ArchiveFull = "intake.archive.full";
}
