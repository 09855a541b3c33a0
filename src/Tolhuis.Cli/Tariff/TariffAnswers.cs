// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Cli.Tariff;

internal sealed record RateAnswer(
    string Currency, string UnitsPerEuro, string ValidFrom, string ValidUntil, string Ground);

internal sealed record ListAnswer(string List, int Codes);

internal sealed record ListedCodeAnswer(string Code, string Text, string ValidFrom, string ValidUntil);

internal sealed record EditionAnswer(int Number, string Source, string RecordedAt, string Sha256);

internal sealed record FaultAnswer(string Table, string What, string Row);

internal sealed record StepAnswer(string Step, string Amount, string Text, string Ground);

internal sealed record TaxAnswer(
    bool IsDetermined, decimal ValueEuro, decimal DutyEuro, decimal VatEuro, IReadOnlyList<StepAnswer> Steps);
