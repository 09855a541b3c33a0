// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Checking;

namespace Tolhuis.Declarations.Rules;

/// <summary>
/// Goods of several items may share a package, which one of them counts (18 06 004 000): then some number is above
/// zero.
/// </summary>
internal sealed class SomePackageIsCounted() : GeneralRule(DeclarationsProblems.PackageNoneCounted)
{
    public override void Check(RuleSubject subject)
    {
        var lines = subject.Declaration.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Packages > 0)
                return;
        }

        var isDeclared = false;
        foreach (var package in subject.Groups(Field.Packaging))
        {
            var number = package.Text(Field.Packages);
            if (number.IsEmpty || number.ContainsAnyExcept('0'))
                return;
            isDeclared = true;
        }

        if (isDeclared)
            subject.Report(Code, Field.Packages, 1);
    }
}

/// <summary>Goods in bulk (types of the list <c>bulk-package-type</c>) have no packages to count (18 06 004 000).
/// </summary>
internal sealed class BulkIsNotCounted() : FullRule(DeclarationsProblems.PackageBulkCounted)
{
    public override void Check(RuleSubject subject)
    {
        foreach (var package in subject.Groups(Field.Packaging))
        {
            var type = package.Text(Field.PackageType);
            if (package.Text(Field.Packages).ContainsAnyExcept('0') && subject.IsInList("bulk-package-type", type))
                package.Report(Code, Field.Packages, package.Text(Field.Packages).ToString(), type.ToString());
        }
    }
}

/// <summary>Goods in containers (19 01 001 000 is 1) name at least one container (19 07 063 000).</summary>
internal sealed class ContainersAreNamed() : FullRule(DeclarationsProblems.ContainerNumberMissing)
{
    public override void Check(RuleSubject subject)
    {
        if (subject.Text(Field.ContainerIndicator, 0) is not "1")
            return;
        foreach (var equipment in subject.Groups(Field.TransportEquipment))
        {
            if (equipment.Has(Field.Container))
                return;
        }

        subject.Report(Code, Field.Container, 0);
    }
}

/// <summary>
/// A container is named only where the indicator says that goods are in containers (19 01 and 19 07).
/// </summary>
internal sealed class NamedContainersAreIndicated() : FullRule(DeclarationsProblems.ContainerNotIndicated)
{
    public override void Check(RuleSubject subject)
    {
        if (subject.Text(Field.ContainerIndicator, 0) is not "0")
            return;
        foreach (var equipment in subject.Groups(Field.TransportEquipment))
        {
            if (!equipment.Has(Field.Container))
                continue;
            equipment.Report(Code, Field.Container, ProblemList.Cut(equipment.Text(Field.Container)));
            return;
        }
    }
}

/// <summary>
/// A container number is four letters, six digits and their check digit (ISO 6346): one that does not fit is mistyped.
/// A warning, for not all transport equipment is an ISO container.
/// </summary>
internal sealed class ContainerNumberHasCheckDigit() : FullRule(DeclarationsProblems.ContainerForm)
{
    private const int Length = 11;

    public override void Check(RuleSubject subject)
    {
        foreach (var equipment in subject.Groups(Field.TransportEquipment))
        {
            var number = equipment.Text(Field.Container);
            if (!number.IsEmpty && !IsContainer(number))
                equipment.Report(Code, Field.Container, ProblemList.Cut(number));
        }
    }

    private static bool IsContainer(ReadOnlySpan<char> number)
    {
        if (number.Length != Length || number[..4].ContainsAnyExceptInRange('A', 'Z')
            || number[4..].ContainsAnyExceptInRange('0', '9'))
            return false;
        var sum = 0;
        for (var i = 0; i < Length - 1; i++)
            sum += Iso6346.ValueOf(number[i]) << i;
        return sum % 11 % 10 == number[^1] - '0';
    }
}
