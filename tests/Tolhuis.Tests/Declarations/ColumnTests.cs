// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Xml.Linq;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;
using Xunit;

namespace Tolhuis.Tests.Declarations;

/// <summary>The columns H1, H6, H7, I1 and I2 against Annex B and against official messages.</summary>
public sealed class ColumnTests
{
    private const string PreLodged = "re-lodge";
    private static readonly LawOfTheDay Law = LawEdition.BuiltIn.On(new DateOnly(2026, 6, 15));
    private static readonly string[] Columns = ["H1", "H6", "H7", "I1", "I2"];

    // Number, columns, reason.
    private static readonly (string Number, string Columns, string Reason)[] Departures =
    [
        ("11 01 001 000", "H7", "stands in one value with the additional type"),
        ("11 09 001 000", "H7", "is given as 4000 all the same, and a rule checks that"),
        ("11 09 002 000", "H7", "is given as 4000 all the same, and a rule checks that"),
        ("13 01 017 000", "H7", "an exporter's number is forgiven where there is one"),
        ("13 16 000 000", "H6 H7", "the annex has it at the shipment and not at the item; one row is both"),
        ("13 16 031 000", "H6 H7", "the annex has it at the shipment and not at the item; one row is both"),
        ("13 16 034 000", "H6 H7", "the annex has it at the shipment and not at the item; one row is both"),
        ("18 04 001 000", "H6", "the annex has it at the shipment and not at the item; one row is both"),
        ("14 03 000 000", "H6 I1", "holds the method of payment, the preference or the quota"),
        ("16 08 000 000", "H1 H6 I1", "only a group of our table: its member has the presence"),
        ("18 09 000 000", "H1 H6 H7 I1", "only a group of our table: its members have the presence"),
        ("19 06 061 000", "H1", "its group is optional for Member States"),
        ("19 06 017 000", "H1", "its group is optional for Member States"),
    ];

    public static TheoryData<string, string> Messages => new()
    {
        { "H1", "H1__Test_Case_-_H1_Standard_v1.4.xml" },
        { "H1", "H1__Test_Case_-_H1_Pre-lodge_v1.2.xml" },
        { "H6", "H6__Test_Case_-_H6_Standard_v1.2.xml" },
        { "H6", "H6__Test_Case_-_H6_Pre-lodged_v1.1.xml" },
        { "H7", "H7__Test_Case_-_H7_Standard_v2.1.xml" },
        { "H7", "H7__Test_Case_-_H7_pre-lodged_v2.1.xml" },
        { "I1", "I1__Test_Case_-_I1_Standard_v1.2.xml" },
        { "I1", "I1__Test_Case_-_I1_Pre-lodged_v1.1.xml" },
        { "I2", "I2__Test_Case_-_I2_Entry_Into_Declarants_Records_v1.2.xml" },
    };

    [Fact]
    public void Presence_is_that_of_the_annex_except_where_a_reason_is_given()
    {
        var lines = File.ReadAllLines(Shared.Require("data/messages/eucdm/eucdm6_presence_levels.csv"));
        var header = lines[0].Split(',');
        var ours = Law.Rows("declarations.elements").Where(row => row["number"].Length > 0)
            .ToDictionary(row => row["number"]);
        var theirs = lines.Skip(1).Select(line => LawCells(line)).ToLookup(cells => cells[0]);
        var found = new HashSet<(string Number, string Column)>();
        foreach (var rows in theirs)
        {
            foreach (var column in Columns)
            {
                var at = Array.IndexOf(header, column);
                var letters = rows.Select(cells => cells[at].ToUpperInvariant()).ToList();
                // A group of one element has no row of its own with us.
                var isMissing = !ours.TryGetValue(rows.Key, out var row);
                if (isMissing && letters.TrueForAll(letter => letter.Length == 0 || IsGroupOfOne(rows.Key)))
                    continue;
                if (isMissing || letters.Exists(letter => letter != row![column.ToLowerInvariant()]))
                    found.Add((rows.Key, column));
            }
        }

        var expected = Departures.SelectMany(d => d.Columns.Split(' ').Select(column => (d.Number, column)));
        Assert.Equal(expected.Order(), found.Order());
        Assert.All(Departures, departure => Assert.NotEmpty(departure.Reason));
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void Official_messages_of_each_column_are_accepted(string column, string file)
    {
        var answer = Check(Official(file));
        Assert.DoesNotContain(answer.Problems, problem => problem.Severity == Severity.Reject);
        Assert.Equal(Enum.Parse<DataSet>(column), answer.Declaration!.DataSet);
        var letter = column switch { "I1" => 'C', "I2" => '\0', _ => 'A' };
        Assert.Equal(file.Contains(PreLodged, StringComparison.Ordinal) ? (char)(letter + 3) : letter,
            answer.Declaration.AdditionalType);
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void Each_mandatory_element_taken_away_is_named(string column, string file) =>
        TakeAway(Official(file), column);

    [Theory]
    [InlineData("h7.xml", "H7")]
    [InlineData("h7-enveloped.xml", "H7")]
    [InlineData("h1.xml", "H1")]
    public void Each_mandatory_element_taken_away_from_our_own_message_is_named(string file, string column) =>
        TakeAway(XDocument.Load(Path.Combine(AppContext.BaseDirectory, "corpus", file)), column);

    /// <summary>
    /// Takes away every element in turn. Exempt is what is optional by the table, alone or with its whole group, what
    /// stands in another place too, what a rule sees to, what another qualifier of the location asks, and the category
    /// of the procedure, which is no data element: without it the message is one of another data set.
    /// </summary>
    private static void TakeAway(XDocument message, string column)
    {
        var when = Law.Rows("declarations.elements").Where(row => row["number"].Length > 0).ToDictionary(
            row => row["number"],
            row => row[column.ToLowerInvariant()] == "A" ? row[column.ToLowerInvariant() + "_when"] : "optional");
        var qualifier = "location-" + MessageReader.Read(SampleMessages.Bytes(message), Law).Elements
            .FirstOrDefault(e => e.Number == "16 15 046 000")?.Value;
        var mandatory = Law.Rows("declarations.elements").Where(row =>
            row[column.ToLowerInvariant()] == "A" && row["number"].Length > 0
            && row[column.ToLowerInvariant() + "_when"] is not ("optional" or "ioss" or "either-not-ioss"));
        var numbers = mandatory.Select(row => row["number"]).Where(number =>
            !when[number].StartsWith("location-", StringComparison.Ordinal) || when[number] == qualifier).ToHashSet();
        var before = Read(message);
        var isPreLodged = Check(message).Declaration!.AdditionalType is 'D' or 'E' or 'F';
        var items = before.Max(at => at.Item);
        var tried = 0;
        var count = message.Root!.DescendantsAndSelf().Count();
        for (var i = 1; i < count; i++)
        {
            var changed = new XDocument(message);
            var element = changed.Root!.DescendantsAndSelf().ElementAt(i);
            var name = element.Name.LocalName;
            if (name is "GoodsShipment" or "GovernmentAgencyGoodsItem" or "Declaration" or "ProcedureCategory")
                continue;
            var asked = element.HasElements
                ? numbers.Where(number => !IsInOptionalGroup(number, when, items)).ToHashSet()
                : numbers;
            element.Remove();
            tried += Expect(before, changed, asked, isPreLodged, name);
        }

        Assert.True(tried > 15, $"{tried} elements were tried");
    }

    private static bool IsInOptionalGroup(string number, Dictionary<string, string> when, int items) =>
        // The type of a guarantee stands in the group of its references.
        when.GetValueOrDefault((number[..5] is "99 02" ? "99 03" : number[..5]) + " 000 000") is "optional" or "ioss"
        || when.GetValueOrDefault(number[..9] + " 000") == "optional"
        // Goods of several items can be packed together: one package at one item is enough.
        || items > 1 && when.GetValueOrDefault(number[..5] + " 000 000") == "some-item";

    private static int Expect(
        List<(string Number, int Item)> before,
        XDocument changed,
        HashSet<string> numbers,
        bool isPreLodged,
        string name)
    {
        var after = Read(changed);
        var items = before.Max(at => at.Item);
        var lost = before.Select(at => at.Number).Distinct().Where(numbers.Contains).Where(number =>
            after.All(at => at.Number != number)
            || after.All(at => at.Number != number || at.Item > 0)
                && Enumerable.Range(1, items).Any(item => !after.Contains((number, item)))
                && before.Any(at => at.Number == number && at.Item > 0)
                && !after.Contains((number, 0))).ToList();
        // The place of the goods is for the presentation to tell.
        if (isPreLodged && lost.Count > 0 && lost.TrueForAll(n => n.StartsWith("16 15", StringComparison.Ordinal)))
            lost = name is "GoodsLocation" or "Consignment" ? [] : lost;
        if (lost.Count == 0)
            return 0;
        var answer = Check(changed);
        var named = answer.Problems.Where(problem => problem.Code == "declarations.element.missing")
            .Select(problem => problem.DataElement).ToHashSet();
        Assert.True(answer.Declaration is null, $"without {name} ({string.Join(", ", lost)}) it is accepted");
        // Where a whole group went, the group is named; of its members those that hang on nothing else.
        Assert.True(
            lost.Exists(number => named.Contains(number) || named.Contains(number[..5] + " 000 000")),
            $"without {name}: {string.Join(", ", lost)} is lost, {string.Join(", ", named)} is named");
        if (lost.Count == 1)
            Assert.Contains(named, number => number == lost[0] || number == lost[0][..5] + " 000 000");
        return 1;
    }

    private static List<(string Number, int Item)> Read(XDocument message) =>
        [.. MessageReader.Read(SampleMessages.Bytes(message), Law).Elements.Select(e => (e.Number, e.Item))];

    private static CheckedMessage Check(XDocument message) =>
        new MessageChecker().Check(SampleMessages.Bytes(message), Law);

    private static XDocument Official(string file)
    {
        var text = File.ReadAllText(Shared.Require("data/messages/dk_dms_import_testcases/" + file));
        var at = text.IndexOf("{{", StringComparison.Ordinal);
        for (var number = 1; at >= 0; number++, at = text.IndexOf("{{", StringComparison.Ordinal))
        {
            var end = text.IndexOf("}}", at, StringComparison.Ordinal) + 2;
            text = text[..at] + $"DK1234567{number % 10}" + text[end..];
        }

        return XDocument.Parse(text.Trim());
    }

    private static bool IsGroupOfOne(string number) =>
        number.EndsWith(" 000", StringComparison.Ordinal);

    /// <summary>Cells of a line; the format is the only one with a comma in it.</summary>
    private static string[] LawCells(string line)
    {
        var quote = line.IndexOf('"', StringComparison.Ordinal);
        if (quote >= 0)
        {
            var end = line.IndexOf('"', quote + 1);
            line = line[..quote] + line[(quote + 1)..end].Replace(',', ';') + line[(end + 1)..];
        }

        return line.Split(',');
    }
}
