// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Xml.Linq;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Tests.Declarations;

/// <summary>
/// One rule: a message in which it holds, and the one change after which it does not. Paths and fragments are as in the
/// message, without prefixes.
/// </summary>
internal sealed class RuleCase(string code, string message)
{
    public const string Item = "GoodsShipment/GovernmentAgencyGoodsItem[1]";
    public const string Item2 = "GoodsShipment/GovernmentAgencyGoodsItem[2]";
    private readonly List<Action<XDocument>> _first = [];
    private readonly List<Action<XDocument>> _breaking = [];
    private bool _isBreaking;
    private char _type = 'A';

    public string Code { get; } = code;
    public LawOfTheDay Law { get; private set; } = SampleMessages.Law;

    /// <summary>What follows is the change that breaks the rule.</summary>
    public RuleCase Then()
    {
        _isBreaking = true;
        return this;
    }

    public RuleCase On(int year, int month, int day) => Under(LawEdition.BuiltIn, year, month, day);

    public RuleCase Under(LawEdition edition, int year, int month, int day)
    {
        Law = edition.On(new DateOnly(year, month, day));
        return this;
    }

    /// <summary>Checks the content as that of a declaration of another type than A.</summary>
    public RuleCase OfType(char type)
    {
        _type = type;
        return this;
    }

    public RuleCase Set(string path, string value) => Do(document => SampleMessages.At(document, path).Value = value);

    public RuleCase SetAttribute(string path, string name, string? value) =>
        Do(document => SampleMessages.At(document, path).SetAttributeValue(name, value));

    public RuleCase Remove(string path) => Do(document => SampleMessages.At(document, path).Remove());

    public RuleCase Add(string path, string fragment) => Do(document =>
        (path.Length == 0 ? document.Root! : SampleMessages.At(document, path)).Add(Parse(fragment)));

    public RuleCase RemoveProcedure(string procedure) => Do(document => document
        .Descendants(SampleMessages.Wco + "GovernmentProcedure").Where(e => e.Value == procedure).ToList()
        .ForEach(e => e.Remove()));

    public RuleCase ReplaceProcedure(string procedure, string by) => Do(document => document
        .Descendants(SampleMessages.Wco + "CurrentCode").Where(e => e.Value == procedure).ToList()
        .ForEach(e => e.Value = by));

    /// <summary>H7 without a VAT scheme.</summary>
    public RuleCase WithoutIoss() => RemoveProcedure("F48").Remove("GoodsShipment/DomesticDutyTaxParty");

    public RuleCase AsGift() => WithoutIoss().ReplaceProcedure("C07", "C08");

    public RuleCase AddFiscal(string role, string number) => Add(
        "GoodsShipment", $"<DomesticDutyTaxParty><ID>{number}</ID><RoleCode>{role}</RoleCode></DomesticDutyTaxParty>");

    public RuleCase AddDocument(string item, string type, string number) => Add(
        item, $"<SupportingDocument><ID>{number}</ID><TypeCode>{type}</TypeCode></SupportingDocument>");

    public IReadOnlyList<Problem> Problems(bool isBroken)
    {
        var document = XDocument.Parse(message);
        foreach (var change in isBroken ? _first.Concat(_breaking) : _first)
            change(document);
        var bytes = SampleMessages.Bytes(document);
        return _type == 'A'
            ? new MessageChecker().Check(bytes, Law).Problems
            : new MessageChecker().CheckContent(bytes, Law, DataSet.H1, _type).Problems;
    }

    private RuleCase Do(Action<XDocument> change)
    {
        (_isBreaking ? _breaking : _first).Add(change);
        return this;
    }

    private static XElement Parse(string fragment)
    {
        var element = XElement.Parse(fragment);
        foreach (var each in element.DescendantsAndSelf())
            each.Name = SampleMessages.Wco + each.Name.LocalName;
        return element;
    }
}
