using System.Text;
using Pipeline.Text;

namespace Pipeline.Storage.Search;

/// <summary>
/// What someone looks for: words, <c>"phrases"</c>, <c>-exclusions</c>, <c>beginnings*</c>, each of them in headlines only where
/// <c>title:</c> stands before it. All that is not excluded must be there.
/// </summary>
public sealed class SearchTerms
{
    private const int MaxTerms = 32;
    private const string TitleOnly = "title:";

    private readonly List<Term> terms = [];

    private SearchTerms()
    {
    }

    /// <summary>The tokens that are looked for, without the excluded ones.</summary>
    public IReadOnlyList<string> Tokens => [.. terms.Where(term => !term.IsExcluded).SelectMany(term => term.Tokens).Distinct()];

    /// <summary>The query in the language of FTS5. Tokens are letters, digits and marks, so none of them is a word of that
    /// language.</summary>
    internal string Expression
    {
        get
        {
            var wanted = string.Join(" AND ", terms.Where(term => !term.IsExcluded).Select(term => term.Expression));
            return terms.Where(term => term.IsExcluded).Aggregate(
                $"({wanted})", (all, term) => $"({all} NOT {term.Expression})");
        }
    }

    /// <summary>Reads a query; <c>null</c> where it looks for nothing, or excludes only, or has more than 32 terms.</summary>
    public static SearchTerms? Parse(string text)
    {
        var parsed = new SearchTerms();
        for (var rest = text.AsSpan().Trim(); rest.Length > 0; rest = rest.TrimStart())
            rest = parsed.Read(rest);
        return parsed.terms.Count <= MaxTerms && parsed.terms.Exists(term => !term.IsExcluded) ? parsed : null;
    }

    private ReadOnlySpan<char> Read(ReadOnlySpan<char> text)
    {
        var isExcluded = text[0] == '-';
        if (isExcluded)
            text = text[1..];
        var isTitle = text.StartsWith(TitleOnly, StringComparison.OrdinalIgnoreCase);
        if (isTitle)
            text = text[TitleOnly.Length..];
        var isPhrase = text.Length > 0 && text[0] is '"' or '“' or '”';
        if (isPhrase)
            text = text[1..];
        var end = isPhrase ? text.IndexOfAny("\"“”") : text.IndexOfAny(" \t\r\n\u3000");
        var words = end < 0 ? text : text[..end];
        Add(words.ToString(), isExcluded, isTitle, isPhrase);
        return end < 0 ? [] : text[(end + 1)..];
    }

    private void Add(string words, bool isExcluded, bool isTitle, bool isPhrase)
    {
        var tokens = SearchTokens.SplitSought(words);
        if (tokens.Count > 0)
            terms.Add(new Term(
                tokens, isExcluded, isTitle,
                IsBeginning: (!isPhrase && words.EndsWith('*')) || SearchTokens.IsLoneCharacter(tokens[^1])));
    }

    private sealed record Term(IReadOnlyList<string> Tokens, bool IsExcluded, bool IsTitle, bool IsBeginning)
    {
        public string Expression
        {
            get
            {
                var expression = new StringBuilder(IsTitle ? "title : " : "").Append('"').AppendJoin(' ', Tokens).Append('"');
                return (IsBeginning ? expression.Append('*') : expression).ToString();
            }
        }
    }
}
