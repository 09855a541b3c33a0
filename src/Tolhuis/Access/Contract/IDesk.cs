// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Access.Contract;

/// <summary>How a person likes the screen. Words that the pages know; an unknown one is as if nothing was chosen.
/// </summary>
/// <param name="Language">nl or en.</param>
/// <param name="Theme">auto, light or dark.</param>
/// <param name="Shortcuts">on or off.</param>
/// <param name="Density">compact or comfortable.</param>
public sealed record DeskChoices(string Language, string Theme, string Shortcuts, string Density);

/// <summary>A view of a list that a person keeps.</summary>
/// <param name="List">Path of the list, e.g. <c>/declarations</c>.</param>
/// <param name="Query">What stands behind the path, with its question mark; may be empty.</param>
/// <param name="IsFirst">True if the list opens with it.</param>
public sealed record SavedView(long Id, string List, string Name, string Query, bool IsFirst);

/// <summary>What a person arranged for himself. Nothing of it is about traders; nobody else sees it.</summary>
public interface IDesk
{
    /// <summary>Most views of one person.</summary>
    const int MostViews = 20;

    /// <summary>Longest name of a view, in characters.</summary>
    const int NameLength = 40;

    /// <summary>Longest query of a view, in characters.</summary>
    const int QueryLength = 500;

    /// <summary>Null as long as he chose nothing.</summary>
    DeskChoices? ChoicesOf(long personId);

    Task Choose(long personId, DeskChoices choices);

    /// <summary>In the order in which they were made.</summary>
    IReadOnlyList<SavedView> Views(long personId);

    /// <summary>
    /// Keeps a view; one of that name of the same list takes its place. False if a text is empty or too long, or he has
    /// as many as he may.
    /// </summary>
    Task<bool> Keep(long personId, string list, string name, string query);

    /// <summary>False if it is not his, or the name is empty or too long.</summary>
    Task<bool> Rename(long personId, long viewId, string name);

    /// <summary>Makes it the view with which its list opens, or no longer; false if it is not his.</summary>
    Task<bool> SetFirst(long personId, long viewId, bool isFirst);

    /// <summary>False if it is not his.</summary>
    Task<bool> Remove(long personId, long viewId);
}
