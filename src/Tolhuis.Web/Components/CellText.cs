// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.RenderTree;
using Tolhuis.Kernel;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Components;

/// <summary>
/// The words of a cell of a worklist, read from the very fragment that the screen shows. A moment alone is a moment, a
/// number alone in a column of numbers a number; everything else is text.
/// </summary>
internal static partial class CellText
{
    public static object Of(RenderFragment cell, bool isNumeric, Language language)
    {
        var words = new StringBuilder();
        var moments = new List<long>();
        Read(cell, words, moments, language);
        var text = Blanks().Replace(words.ToString(), " ").Trim();
        if (moments.Count == 1 && text == language.Moment(moments[0]))
            return DutchTime.ToDutch(DutchTime.FromMicroseconds(moments[0])).DateTime;
        return isNumeric && decimal.TryParse(text, NumberStyles.Number, language.Culture, out var number)
            ? number
            : text;
    }

    [SuppressMessage("Usage", "BL0006", Justification = "One place reads frames, for export; a test holds it.")]
    private static void Read(RenderFragment cell, StringBuilder words, List<long> moments, Language language)
    {
        using var builder = new RenderTreeBuilder();
        cell(builder);
        var frames = builder.GetFrames();
        for (var i = 0; i < frames.Count; i++)
        {
            var frame = frames.Array[i];
            switch (frame.FrameType)
            {
                case RenderTreeFrameType.Text:
                    words.Append(frame.TextContent);
                    break;
                case RenderTreeFrameType.Markup:
                    words.Append(WebUtility.HtmlDecode(Tag().Replace(frame.MarkupContent, " ")));
                    break;
                case RenderTreeFrameType.Element:
                    words.Append(' ');
                    break;
                case RenderTreeFrameType.Attribute when frame.AttributeValue is RenderFragment inner:
                    words.Append(' ');
                    Read(inner, words, moments, language);
                    break;
                case RenderTreeFrameType.Attribute
                    when frame.AttributeName == nameof(When.At) && frame.AttributeValue is long at:
                    moments.Add(at);
                    words.Append(' ').Append(language.Moment(at));
                    break;
            }
        }
    }

    // Blanks of our own making, not the one that holds an amount and its currency together.
    [GeneratedRegex(@"[ \r\n\t]+")]
    private static partial Regex Blanks();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
