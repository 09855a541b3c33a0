// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Intake;

/// <summary>
/// Problem codes of this module, in order of precedence. Severity, ground and sentences: Law/problems.csv.
/// </summary>
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

    /// <summary>The file cannot be opened or read where it lies.</summary>
    public const string FileNotRead = "intake.file.not-read";

    /// <summary>The file is empty, or is a pipe, socket or device.</summary>
    public const string FileNotOrdinary = "intake.file.not-ordinary";

    /// <summary>The file begins like a zip file and is none.</summary>
    public const string FileNotZip = "intake.file.not-zip";

    /// <summary>The directory of the zip file cannot be read.</summary>
    public const string FileDamaged = "intake.file.damaged";

    /// <summary>The zip file has more messages than allowed.</summary>
    public const string FileTooManyEntries = "intake.file.too-many-entries";

    /// <summary>Unpacked, the messages together would be longer than their bound.</summary>
    public const string FileExpandsTooFar = "intake.file.expands-too-far";

    // One entry of a zip file is refused, the rest of the file goes on.

    /// <summary>The name is a path elsewhere, too long, or has characters that no name has.</summary>
    public const string EntryName = "intake.entry.name";

    /// <summary>An earlier entry has the same name.</summary>
    public const string EntryNameTwice = "intake.entry.name-twice";

    /// <summary>The entry needs a password.</summary>
    public const string EntryEncrypted = "intake.entry.encrypted";

    /// <summary>The entry is itself an archive.</summary>
    public const string EntryNested = "intake.entry.nested";

    /// <summary>Unpacked, the entry would be longer than its bound.</summary>
    public const string EntryTooLarge = "intake.entry.too-large";

    /// <summary>Unpacked, the entry would grow beyond all reason.</summary>
    public const string EntryExpandsTooFar = "intake.entry.expands-too-far";

    /// <summary>The entry cannot be unpacked, or is not what its checksum says.</summary>
    public const string EntryDamaged = "intake.entry.damaged";

    /// <summary>The archive has reached its stated bound.</summary>
    public const string ArchiveFull = "intake.archive.full";

    /// <summary>The disk of the archive has less free space than its stated reserve.</summary>
    public const string DiskReserve = "intake.disk.reserve";
}
