// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Xml;

namespace Tolhuis.Declarations.Amending;

/// <summary>Characters that a value may have in every shape: those of XML 1.0, in whole pairs.</summary>
internal static class MessageCharacters
{
    public static bool AreAllowed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
                continue;
            if (i + 1 == text.Length || !XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                return false;
            i++;
        }

        return true;
    }
}
