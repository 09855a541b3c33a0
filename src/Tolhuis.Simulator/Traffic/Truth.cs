// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Simulator.Traffic;

/// <summary>Writes down what is true about a message that a declarant made.</summary>
internal static class Truth
{
    public static void Collect(DeclarantTraffic traffic, string file, string entry, List<TruthRow> rows)
    {
        var consignment = traffic.Consignment;
        if (consignment.Fault != Fault.None)
        {
            var kind = $"bad:{Faults.CodeOf(consignment.Fault)}";
            rows.Add(new TruthRow(file, entry, traffic.Lrn, 0, kind, 0, "", ""));
            return;
        }

        if (consignment.Mechanism != Mechanism.None)
        {
            var total = 0L;
            for (var i = 0; i < consignment.LineCount; i++)
                total += consignment[i].TrueEuroCents;
            var code = Mechanisms.CodeOf(consignment.Mechanism);
            rows.Add(new TruthRow(file, entry, traffic.Lrn, 0, code, total, "", consignment.Note));
        }

        for (var i = 0; i < consignment.LineCount; i++)
        {
            var line = consignment[i];
            if (line.Mechanism == Mechanism.None)
                continue;
            rows.Add(new TruthRow(
                file, entry, traffic.Lrn, i + 1, Mechanisms.CodeOf(line.Mechanism), line.TrueEuroCents,
                System.Text.Encoding.ASCII.GetString(line.TrueCode), line.Note));
        }
    }
}
