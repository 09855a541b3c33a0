// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;

namespace Tolhuis.Declarations.Rules;

/// <summary>
/// A rule between elements, named by the sentence that must hold. Its severity, ground, sentences and the days on which
/// it is in force are rows of Law/problems.csv; limits and lists are rows of the law of the day.
/// </summary>
internal abstract class Rule(string code)
{
    /// <summary>The problem that it gives.</summary>
    public string Code { get; } = code;

    public abstract bool IsFor(DataSet dataSet);

    /// <summary>
    /// Looks at one declaration. Values that are missing or ill-formed are empty: they have their own problem.
    /// </summary>
    public abstract void Check(RuleSubject subject);
}

/// <summary>A rule for the super-reduced data set only.</summary>
internal abstract class H7Rule(string code) : Rule(code)
{
    public override bool IsFor(DataSet dataSet) => dataSet == DataSet.H7;
}

/// <summary>A rule for every data set.</summary>
internal abstract class GeneralRule(string code) : Rule(code)
{
    public override bool IsFor(DataSet dataSet) => true;
}
