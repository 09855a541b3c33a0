// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Declarations.Rules;

/// <summary>Every rule between elements, in the order in which its problems are given.</summary>
internal static class AllRules
{
    public static IReadOnlyList<Rule> List { get; } =
    [
        new LrnHasItsForm(),
        new PartyNumbersHaveTheirForm(),
        new CommodityCodeHasItsForm(),
        new ItemNumbersAreUnique(),
        new H7HasProcedure4000(),
        new H7HasOnlyItsAdditionalProcedures(),
        new H7HasNoSpecialChapter(),
        new IossProcedureHasNumber(),
        new IossNumberHasProcedure(),
        new IossNumberHasItsForm(),
        new IossImporterIsInTheUnion(),
        new GiftHasNoVatScheme(),
        new SupplementaryUnitsOnlyForGifts(),
        new NetMassNotAboveGrossMass(),
        new ValuesAreConvertible(),
        new IntrinsicValueWithinLimit(),
        new GiftWithinLimit(),
    ];
}
