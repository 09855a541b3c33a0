// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.AspNetCore.Http;
using Tolhuis.Kernel;

namespace Tolhuis.Web.Platform.Api;

/// <summary>One query parameter: declared once, for reading and for the description.</summary>
internal abstract record QueryParameter(string Name, string Description);

/// <summary>A whole number between bounds.</summary>
internal sealed record NumberParameter(string Name, string Description, long Min, long Max, long? Default = null)
    : QueryParameter(Name, Description);

/// <summary>One word of a list.</summary>
internal sealed record ChoiceParameter(string Name, string Description, params string[] Words)
    : QueryParameter(Name, Description);

/// <summary>A civil date, <c>2026-07-01</c>.</summary>
internal sealed record DayParameter(string Name, string Description) : QueryParameter(Name, Description);

/// <summary>Text of bounded length.</summary>
internal sealed record TextParameter(string Name, string Description, int MaxLength)
    : QueryParameter(Name, Description);

/// <summary>The MRN of a declaration.</summary>
internal sealed record MrnParameter(string Name, string Description) : QueryParameter(Name, Description);

/// <summary>An instant, RFC 3339, with any offset: <c>2026-07-01T08:00:00+02:00</c>.</summary>
internal sealed record InstantParameter(string Name, string Description) : QueryParameter(Name, Description);

/// <summary>The query parameters of an endpoint. What is not among them is refused: a filter with a typing error would
/// lie.</summary>
internal sealed record QueryParameters(params QueryParameter[] All);

/// <summary>Reads the query of one request and collects all that is wrong with it.</summary>
internal sealed class QueryReading
{
    private static readonly Wording Unknown = new(
        "De parameter {0} bestaat hier niet. Laat hem weg of verbeter de naam.",
        "The parameter {0} does not exist here. Leave it out or mend its name.");

    private static readonly Wording Twice = new("Geef {0} één keer.", "Give {0} once.");

    private static readonly Wording NotNumber = new(
        "{0} moet een geheel getal van {1} tot en met {2} zijn.", "{0} must be a whole number from {1} to {2}.");

    private static readonly Wording NotWord = new("{0} moet een van deze zijn: {1}.", "{0} must be one of these: {1}.");

    private static readonly Wording NotDay = new(
        "{0} moet een datum zijn in de vorm 2026-07-01.", "{0} must be a date in the form 2026-07-01.");

    private static readonly Wording NotMrn = new(
        "{0} moet een MRN zijn: 18 tekens met een kloppend controleteken.",
        "{0} must be an MRN: 18 characters with a right check character.");

    private static readonly Wording NotInstant = new(
        "{0} moet een ogenblik zijn in de vorm 2026-07-01T08:00:00Z of met een afstand tot UTC, +02:00 als %2B02:00.",
        "{0} must be an instant in the form 2026-07-01T08:00:00Z or with an offset, +02:00 as %2B02:00.");

    private static readonly Wording NotText = new("{0} mag hoogstens {1} tekens hebben.",
        "{0} may have at most {1} characters.");

    private static readonly string[] InstantForms = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    private readonly IQueryCollection _query;
    private readonly string _language;
    private readonly List<ProblemItem> _problems = [];

    public QueryReading(HttpContext context)
    {
        _query = context.Request.Query;
        _language = ApiLanguage.Of(context);
        var declared = context.GetEndpoint()?.Metadata.GetMetadata<QueryParameters>()?.All ?? [];
        foreach (var (name, values) in _query.Take(100))
        {
            if (!declared.Any(parameter => parameter.Name == name))
                Add(Unknown, name.Length <= 60 ? name : name[..60]);
            else if (values.Count > 1)
                Add(Twice, name);
        }
    }

    /// <summary>The answer if anything was wrong; null if all is well.</summary>
    public ApiProblem? Refusal =>
        _problems.Count == 0 ? null : new ApiProblem(ApiFaults.QueryInvalid) { Problems = _problems };

    public long? Number(NumberParameter parameter)
    {
        if (Value(parameter) is not { } text)
            return parameter.Default;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= parameter.Min && number <= parameter.Max)
            return number;
        Add(NotNumber, parameter.Name, Text(parameter.Min), Text(parameter.Max));
        return null;
    }

    public string? Word(ChoiceParameter parameter)
    {
        var text = Value(parameter);
        if (text is null || parameter.Words.Contains(text, StringComparer.Ordinal))
            return text;
        Add(NotWord, parameter.Name, string.Join(", ", parameter.Words));
        return null;
    }

    public DateOnly? Day(DayParameter parameter)
    {
        if (Value(parameter) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Add(NotDay, parameter.Name);
        return null;
    }

    public Mrn? Mrn(MrnParameter parameter)
    {
        if (Value(parameter) is not { } text)
            return null;
        if (Kernel.Mrn.TryParse(text.AsSpan(), out var mrn, out _))
            return mrn;
        Add(NotMrn, parameter.Name);
        return null;
    }

    /// <summary>Microseconds UTC.</summary>
    public long? Instant(InstantParameter parameter)
    {
        if (Value(parameter) is not { } text)
            return null;
        if (text.Length <= 40 && DateTimeOffset.TryParseExact(
                text, InstantForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
            return DutchTime.ToMicroseconds(instant);
        Add(NotInstant, parameter.Name);
        return null;
    }

    public string? Text(TextParameter parameter)
    {
        var text = Value(parameter);
        if (text is null || text.Length <= parameter.MaxLength)
            return text;
        Add(NotText, parameter.Name, Text(parameter.MaxLength));
        return null;
    }

    private string? Value(QueryParameter parameter) =>
        _query[parameter.Name] is [{ } text] && text.Trim() is { Length: > 0 } value ? value : null;

    private void Add(Wording wording, params string[] arguments) => _problems.Add(new ProblemItem(
        ApiFaults.QueryInvalid.Code, "reject", null, "?" + arguments[0],
        string.Format(CultureInfo.InvariantCulture, wording.In(_language), [.. arguments]), null));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
