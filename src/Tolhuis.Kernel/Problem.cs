// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Kernel;

/// <summary>What a problem does to the message that has it.</summary>
public enum Severity : byte
{
    /// <summary>Said, and nothing more.</summary>
    Warn,

    /// <summary>A person must look before anything else happens.</summary>
    Manual,

    /// <summary>The message is refused.</summary>
    Reject,
}

/// <summary>
/// Something that is wrong, in a form that a program and a person can use: a stable code (<c>module.noun.what</c>), the
/// data element, the place in the message and the values. Severity, legal ground and the sentences in Dutch and English
/// are
/// dated data, found by the code (see ProblemCatalogue).
/// </summary>
/// <param name="Code">Stable for ever. Example: <c>declarations.element.missing</c>.</param>
/// <param name="Severity">As the law of the day has it.</param>
/// <param name="DataElement">EUCDM number, e.g. <c>18 04 001 000</c>; empty where none applies.</param>
/// <param name="Pointer">Path in the message, e.g.
/// <c>/Declaration/GoodsShipment/GovernmentAgencyGoodsItem[2]</c>.</param>
/// <param name="Arguments">Values that the sentence names, in its order; never text already formatted. At most 200
/// characters each.</param>
public sealed record Problem(
    string Code, Severity Severity, string DataElement = "", string Pointer = "", params string[] Arguments);
