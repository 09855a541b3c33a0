// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Intake;

/// <summary>Every refusal of this module. Severity, validity, legal ground and sentences are rows of Law/problems.csv.</summary>
internal static class IntakeProblems
{
    // The file as a whole is refused.
    public const string FileTooLarge = "intake.file.too-large";
    public const string FileNotZip = "intake.file.not-zip";
    public const string FileDamaged = "intake.file.damaged";
    public const string FileTooManyEntries = "intake.file.too-many-entries";
    public const string FileExpandsTooFar = "intake.file.expands-too-far";

    // One entry is refused, the rest of the file goes on.
    public const string EntryName = "intake.entry.name";
    public const string EntryNameTwice = "intake.entry.name-twice";
    public const string EntryEncrypted = "intake.entry.encrypted";
    public const string EntryNested = "intake.entry.nested";
    public const string EntryTooLarge = "intake.entry.too-large";
    public const string EntryExpandsTooFar = "intake.entry.expands-too-far";
    public const string EntryDamaged = "intake.entry.damaged";
}
