// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;

namespace Tolhuis.Simulator.Life;

/// <summary>
/// An invoice as the seller would have sent it, as a PDF of one page that says large that it is a simulation. Written
/// by hand: a few lines of text need no library.
/// </summary>
public static class SimulatedInvoice
{
    private const int MostCharacters = 90;

    /// <param name="lines">At most 30; longer ones are cut.</param>
    public static byte[] Pdf(string number, IReadOnlyList<string> lines)
    {
        var content = new StringBuilder("BT /F1 30 Tf 60 770 Td (SIMULATIE) Tj ET\n");
        content.Append(CultureInfo.InvariantCulture, $"BT /F1 12 Tf 60 730 Td (Factuur {Escaped(number)}) Tj ET\n");
        for (var i = 0; i < Math.Min(30, lines.Count); i++)
        {
            content.Append(
                CultureInfo.InvariantCulture, $"BT /F1 10 Tf 60 {700 - (18 * i)} Td ({Escaped(lines[i])}) Tj ET\n");
        }

        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
                + "/Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {content.Length} >>\nstream\n{content}endstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        return Assemble(objects);
    }

    private static byte[] Assemble(string[] objects)
    {
        var pdf = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            places.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
            pdf.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        pdf.Append(
            CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }

    // Only ASCII, so that a character is a byte and the places in the table are right.
    private static string Escaped(string text)
    {
        var safe = new StringBuilder();
        foreach (var letter in text.Take(MostCharacters))
        {
            if (letter is '(' or ')' or '\\')
                safe.Append('\\');
            safe.Append(letter is >= ' ' and <= '~' ? letter : '?');
        }

        return safe.ToString();
    }
}
