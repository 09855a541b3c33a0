// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;

namespace Tolhuis.Declarations.Rules;

/// <summary>The data sets (columns of Annex B) that a rule is for.</summary>
[Flags]
internal enum RuleSets : byte
{
    None = 0,
    H7 = 1,
    H1 = 2,
    H6 = 4,
    I1 = 8,
    I2 = 16,

    /// <summary>Data sets in which a distance sale of low value can be declared.</summary>
    LowValue = H7 | H1 | H6,

    /// <summary>Data sets with the particulars of a standard or simplified declaration.</summary>
    Full = H1 | I1,
    All = H7 | H1 | H6 | I1 | I2,
}

/// <summary>
/// A rule between elements, named by the sentence that must hold. Its severity, ground, sentences and the days on which
/// it is in force are rows of Law/problems.csv; limits and lists are rows of the law of the day.
/// </summary>
internal abstract class Rule(string code, RuleSets sets = RuleSets.All)
{
    /// <summary>The problem that it gives.</summary>
    public string Code { get; } = code;

    public RuleSets Sets { get; } = sets;

    public bool IsFor(DataSet dataSet) => (Sets & Of(dataSet)) != 0;

    /// <summary>
    /// Looks at one declaration. Values that are missing or ill-formed are empty: they have their own problem.
    /// Allocates nothing where nothing is wrong.
    /// </summary>
    public abstract void Check(RuleSubject subject);

    public static RuleSets Of(DataSet dataSet) => dataSet switch
    {
        DataSet.H7 => RuleSets.H7,
        DataSet.H1 => RuleSets.H1,
        DataSet.H6 => RuleSets.H6,
        DataSet.I1 => RuleSets.I1,
        DataSet.I2 => RuleSets.I2,
        _ => RuleSets.None,
    };
}

/// <summary>A rule for the super-reduced data set only.</summary>
internal abstract class H7Rule(string code) : Rule(code, RuleSets.H7);

/// <summary>A rule for the standard declaration, and for the simplified one as far as it gives the element.</summary>
internal abstract class FullRule(string code) : Rule(code, RuleSets.Full);

/// <summary>A rule for every data set.</summary>
internal abstract class GeneralRule(string code) : Rule(code);
