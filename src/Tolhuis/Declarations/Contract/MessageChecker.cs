// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Clients.Contract;
using Tolhuis.Declarations.Checking;
using Tolhuis.Declarations.Reading;
using Tolhuis.Declarations.Rules;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Declarations.Contract;

/// <summary>
/// Reads one message, WCO DEC-DMS XML or JSON with the names of the EUCDM, and checks it against the law of a day: form
/// by the element table, then the rules between elements. Pure: no store, no clock. Reuses its memory from
/// message to message, so one instance per thread; never throws for what a message holds.
/// </summary>
public sealed partial class MessageChecker
{
    private readonly MessageScan _scan = new();
    private readonly MessageContent _content;
    private readonly ProblemList _problems = new();
    private readonly FormCheck _form;
    private readonly FollowUpCheck _followUp;
    private readonly Binder _binder;
    private readonly RuleSubject _subject;
    private string _contentLrn = "";
    private string _contentDeclarant = "";

    public MessageChecker()
    {
        _content = new MessageContent(_scan);
        var values = new ValueCheck(_content, _problems);
        _form = new FormCheck(_content, _problems, values);
        _followUp = new FollowUpCheck(_content, _problems, values);
        _binder = new Binder(_content);
        _subject = new RuleSubject(_content, _problems);
    }

    /// <summary>Reads and checks one message.</summary>
    /// <param name="message">The message as it came: XML in any encoding that its declaration or byte order mark
    /// names, or JSON in UTF-8; at most 16 MB.</param>
    /// <param name="law">The law of the day that counts for the message: that of acceptance.</param>
    /// <param name="versions">What was agreed with declarants; without it the version of the law of the day holds.
    /// </param>
    /// <exception cref="InvalidDataException">The edition's own tables cannot be read; never because of the
    /// message.</exception>
    public CheckedMessage Check(ReadOnlyMemory<byte> message, LawOfTheDay law, IMessageVersions? versions = null)
    {
        var book = RuleBook.Of(law);
        _problems.Begin(book);
        var fault = _scan.Scan(message, book.Trie);
        _content.Resolve();
        var lrn = HeaderText(book, Field.Lrn);
        var declarant = HeaderText(book, Field.DeclarantId);
        if (fault is not null)
        {
            _problems.Add(fault.Code, fault.DataElement, fault.Pointer, fault.Arguments);
            return new CheckedMessage
            {
                IsReadable = false,
                IsJson = _scan.IsJson,
                LrnText = lrn,
                DeclarantText = declarant,
                Problems = _problems.Take(),
            };
        }

        AddNotes();
        var version = VersionFor(declarant, book, versions);
        var recognised = Recognition.Of(_content, book) with { Version = version };
        if (book.FollowUpOf(recognised.Kind) is { } plan)
            return CheckFollowUp(book, plan, recognised, lrn, declarant);
        var isSupported = IsSupported(book, recognised);
        if (isSupported && recognised.IsSupplementary && DaysOfGoods(book) is { } days)
            return CheckByDays(message, law, days, recognised);
        var declaration = isSupported
            ? CheckDeclaration(book, recognised, isTypeGiven: false)
            : null;
        return new CheckedMessage
        {
            IsReadable = true,
            IsJson = _scan.IsJson,
            Kind = recognised.Kind,
            DataSet = recognised.DataSet,
            AdditionalType = recognised.TypeLetter,
            MessageVersion = version,
            LrnText = lrn,
            DeclarantText = declarant,
            Declaration = _problems.HasReject ? null : declaration,
            Problems = _problems.Take(),
        };
    }

    /// <summary>
    /// Reads the goods of a message as the content of a declaration that is decided on now: an amendment, a correction,
    /// a supplement, or a pre-lodged declaration whose goods are presented.
    /// </summary>
    /// <param name="law">Law of the day that the law names for that declaration, not of the day of this
    /// message.</param>
    /// <param name="dataSet">Column to check against: that of the declaration, H1 for a supplement.</param>
    /// <param name="additionalType">Type it is decided as: A for a pre-lodged D once presented.</param>
    /// <param name="version">Version that the message was read as at lodging (see
    /// <see cref="CheckedMessage.MessageVersion"/>); where the law of that day does not take it, its standard.</param>
    public CheckedMessage CheckContent(
        ReadOnlyMemory<byte> message, LawOfTheDay law, DataSet dataSet, char additionalType, int version = 0)
    {
        var declaration = ReadContent(message, law, dataSet, additionalType, version);
        return AnswerTo(declaration, _problems.HasReject, _problems.Take());
    }

    private Declaration ReadContent(
        ReadOnlyMemory<byte> message, LawOfTheDay law, DataSet dataSet, char additionalType, int version)
    {
        var book = RuleBook.Of(law);
        _problems.Begin(book);
        var fault = _scan.Scan(message, book.Trie);
        Invariant.Holds(fault is null, "Content is read of messages that were readable at lodging.");
        _content.Resolve();
        AddNotes();
        _contentLrn = HeaderText(book, Field.Lrn);
        _contentDeclarant = HeaderText(book, Field.DeclarantId);
        var isFollowUp = Recognition.IsKindByType(Recognition.Header(_content, "TypeCode"));
        return CheckDeclaration(
            book,
            new Recognised(MessageKind.NewDeclaration, dataSet, additionalType == '\0' ? "" : additionalType.ToString())
            {
                Version = book.Versions.IsTaken(version) ? version : book.Versions.Standard,
            },
            isFollowUp);
    }

    private CheckedMessage AnswerTo(Declaration declaration, bool isRejected, IReadOnlyList<Problem> problems) => new()
    {
        IsReadable = true,
        IsJson = _scan.IsJson,
        Kind = MessageKind.NewDeclaration,
        DataSet = declaration.DataSet,
        AdditionalType = declaration.AdditionalType,
        MessageVersion = declaration.MessageVersion,
        LrnText = _contentLrn,
        DeclarantText = _contentDeclarant,
        Declaration = isRejected ? null : declaration,
        Problems = problems,
    };

    private void AddNotes()
    {
        foreach (var note in _scan.Notes)
            _problems.Add(note.Code, note.DataElement, note.Pointer, note.Arguments);
    }

    /// <summary>The subject of the last declaration checked, to measure what rules cost.</summary>
    internal RuleSubject LastSubject => _subject;

    /// <summary>Leaves out the rules between elements, to measure what they cost.</summary>
    internal bool IsWithoutRules { get; init; }

    private CheckedMessage CheckFollowUp(
        RuleBook book, FollowUpPlan plan, in Recognised recognised, string lrn, string declarant)
    {
        var followUp = _followUp.Check(book, plan, recognised);
        return new CheckedMessage
        {
            IsReadable = true,
            IsJson = _scan.IsJson,
            Kind = recognised.Kind,
            DataSet = recognised.DataSet,
            MessageVersion = recognised.Version,
            LrnText = lrn,
            DeclarantText = declarant,
            MrnText = HeaderText(book, Field.Mrn),
            FollowUp = followUp,
            Problems = _problems.Take(),
        };
    }

    private Declaration CheckDeclaration(RuleBook book, in Recognised recognised, bool isTypeGiven)
    {
        _problems.IsPreLodged = recognised.IsPreLodged;
        var column = book.Column(recognised.DataSet, recognised.Version);
        Invariant.Holds(column is not null, "Only data sets that have a column are checked.");
        _form.Check(book, column!, recognised, isTypeGiven);
        var declaration = _binder.Bind(book, recognised);
        if (IsWithoutRules)
            return declaration;
        _subject.Begin(book, declaration, _binder.IossReference);
        _subject.CheckRules(recognised.DataSet);
        return declaration;
    }

    /// <summary>Exactly one problem for what is recognised but not handled yet.</summary>
    private bool IsSupported(RuleBook book, in Recognised message)
    {
        if (message.Kind != MessageKind.NewDeclaration)
        {
            var (dutch, english) = Recognition.WordsFor(message.Kind);
            Refuse(DeclarationsProblems.KindNotSupported, Telling.OfKind(_content, book), dutch, english);
            return false;
        }

        // Without additional type the form check says that it is missing.
        var isKnown = message.AdditionalType.Length == 0
            || message.IsPresented || message.IsPreLodged || message.IsSupplementary;
        if (message.DataSet == DataSet.Unknown && isKnown)
        {
            Refuse(DeclarationsProblems.DataSetUnknown, Telling.OfDataSet(_content, book, message.DataSet));
            return false;
        }

        if (!book.Versions.IsTaken(message.Version))
        {
            var number = Fields.NumberOf(Field.DeclarantId);
            var at = Pointer.ToMissing(_content.Scan, book.Trie, book.ElementOf(number), item: 0);
            _problems.Add(
                DeclarationsProblems.VersionNotTaken,
                number,
                at,
                message.Version.ToString(CultureInfo.InvariantCulture),
                string.Join(", ", book.Versions.All));
            return false;
        }

        if (message.DataSet != DataSet.Unknown && book.Column(message.DataSet, message.Version) is null)
        {
            Refuse(
                DeclarationsProblems.DataSetNotSupported,
                Telling.OfDataSet(_content, book, message.DataSet),
                message.DataSet.ToString());
            return false;
        }

        if (!isKnown)
        {
            _problems.Add(
                DeclarationsProblems.TypeNotSupported,
                "11 02 001 000",
                Pointer.ToHeader(_scan, book.Trie, "TypeCode"),
                message.AdditionalType);
            return false;
        }

        return true;
    }

    /// <summary>The last value of the sentence is the element that told it.</summary>
    private void Refuse(string code, Telling telling, params string[] arguments) =>
        _problems.Add(code, telling.DataElement, telling.Pointer, [.. arguments, telling.Words]);

    private static int VersionFor(string declarant, RuleBook book, IMessageVersions? versions) =>
        versions is { HasAny: true } && Eori.TryParse(declarant.AsSpan(), out var eori, out _)
            ? versions.AgreedWith(eori, book.Law.Day) ?? book.Versions.Standard
            : book.Versions.Standard;

    private string HeaderText(RuleBook book, Field field)
    {
        var text = _content.FirstText(book.ElementOf(Fields.NumberOf(field)));
        return text.IsEmpty ? "" : text[..Math.Min(text.Length, Bounds.Argument)].ToString();
    }
}
