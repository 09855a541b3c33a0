// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Declarations.Checking;

/// <summary>The elements that the typed declaration has a place for.</summary>
internal enum Field : byte
{
    None,
    AdditionalType,
    ItemNumber,
    RequestedProcedure,
    PreviousProcedure,
    AdditionalProcedure,
    TransportDocument,
    Lrn,
    ExporterName,
    ExporterId,
    ExporterStreet,
    ExporterCountry,
    ExporterPostcode,
    ExporterCity,
    ImporterName,
    ImporterId,
    ImporterStreet,
    ImporterCountry,
    ImporterPostcode,
    ImporterCity,
    DeclarantName,
    DeclarantId,
    DeclarantStreet,
    DeclarantCountry,
    DeclarantPostcode,
    DeclarantCity,
    RepresentativeId,
    RepresentativeStatus,
    FiscalRole,
    FiscalId,
    InvoiceCurrency,
    ItemAmount,
    IntrinsicCurrency,
    IntrinsicAmount,
    FreightCurrency,
    FreightAmount,
    Preference,
    Destination,
    Dispatch,
    Origin,
    LocationQualifier,
    LocationLocode,
    LocationAuthorisation,
    LocationOffice,
    LocationLatitude,
    LocationLongitude,
    LocationOperator,
    LocationStreet,
    LocationCountry,
    LocationPostcode,
    LocationCity,
    LocationPostcodeOnly,
    LocationHouseNumber,
    PresentationOffice,
    NetMass,
    SupplementaryUnits,
    GrossMass,
    Description,
    Packages,
    Hs6,
    Cn,
    Taric,
}

/// <summary>Which data element each field is.</summary>
internal static class Fields
{
    public static int Count { get; } = Enum.GetValues<Field>().Length;

    private static readonly Dictionary<string, Field> ByNumber = new(StringComparer.Ordinal)
    {
        ["11 02 001 000"] = Field.AdditionalType,
        ["11 03 001 000"] = Field.ItemNumber,
        ["11 09 001 000"] = Field.RequestedProcedure,
        ["11 09 002 000"] = Field.PreviousProcedure,
        ["11 10 001 000"] = Field.AdditionalProcedure,
        ["12 05 001 000"] = Field.TransportDocument,
        ["12 09 001 000"] = Field.Lrn,
        ["13 01 016 000"] = Field.ExporterName,
        ["13 01 017 000"] = Field.ExporterId,
        ["13 01 018 019"] = Field.ExporterStreet,
        ["13 01 018 020"] = Field.ExporterCountry,
        ["13 01 018 021"] = Field.ExporterPostcode,
        ["13 01 018 022"] = Field.ExporterCity,
        ["13 04 016 000"] = Field.ImporterName,
        ["13 04 017 000"] = Field.ImporterId,
        ["13 04 018 019"] = Field.ImporterStreet,
        ["13 04 018 020"] = Field.ImporterCountry,
        ["13 04 018 021"] = Field.ImporterPostcode,
        ["13 04 018 022"] = Field.ImporterCity,
        ["13 05 016 000"] = Field.DeclarantName,
        ["13 05 017 000"] = Field.DeclarantId,
        ["13 05 018 019"] = Field.DeclarantStreet,
        ["13 05 018 020"] = Field.DeclarantCountry,
        ["13 05 018 021"] = Field.DeclarantPostcode,
        ["13 05 018 022"] = Field.DeclarantCity,
        ["13 06 017 000"] = Field.RepresentativeId,
        ["13 06 030 000"] = Field.RepresentativeStatus,
        ["13 16 031 000"] = Field.FiscalRole,
        ["13 16 034 000"] = Field.FiscalId,
        ["14 05 001 000"] = Field.InvoiceCurrency,
        ["14 08 001 000"] = Field.ItemAmount,
        ["14 11 001 000"] = Field.Preference,
        ["14 14 012 000"] = Field.IntrinsicCurrency,
        ["14 14 014 000"] = Field.IntrinsicAmount,
        ["14 15 012 000"] = Field.FreightCurrency,
        ["14 15 014 000"] = Field.FreightAmount,
        ["16 03 001 000"] = Field.Destination,
        ["16 06 001 000"] = Field.Dispatch,
        ["16 08 001 000"] = Field.Origin,
        ["16 15 046 000"] = Field.LocationQualifier,
        ["16 15 036 000"] = Field.LocationLocode,
        ["16 15 052 000"] = Field.LocationAuthorisation,
        ["16 15 047 001"] = Field.LocationOffice,
        ["16 15 048 049"] = Field.LocationLatitude,
        ["16 15 048 050"] = Field.LocationLongitude,
        ["16 15 051 017"] = Field.LocationOperator,
        ["16 15 018 019"] = Field.LocationStreet,
        ["16 15 018 020"] = Field.LocationCountry,
        ["16 15 018 021"] = Field.LocationPostcode,
        ["16 15 018 022"] = Field.LocationCity,
        ["16 15 081 021"] = Field.LocationPostcodeOnly,
        ["16 15 081 025"] = Field.LocationHouseNumber,
        ["17 09 001 000"] = Field.PresentationOffice,
        ["18 01 001 000"] = Field.NetMass,
        ["18 02 001 000"] = Field.SupplementaryUnits,
        ["18 04 001 000"] = Field.GrossMass,
        ["18 05 001 000"] = Field.Description,
        ["18 06 004 000"] = Field.Packages,
        ["18 09 056 000"] = Field.Hs6,
        ["18 09 057 000"] = Field.Cn,
        ["18 09 058 000"] = Field.Taric,
    };

    public static Field Of(string number) => ByNumber.GetValueOrDefault(number);

    public static string NumberOf(Field field)
    {
        foreach (var (number, its) in ByNumber)
        {
            if (its == field)
                return number;
        }

        return "";
    }
}
