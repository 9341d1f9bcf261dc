using AngleSharp.Dom;
using Pipeline.Parsing.Pages.Markup;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>The part of a page that is being cleaned. Each remover asks for its lines and its prose, and most find nothing to remove: what
/// was read is kept until something is taken out.</summary>
internal sealed class CleanedBody(IElement element)
{
    private IReadOnlyList<Line>? lines;
    private Prose? prose;

    public IElement Element => element;

    public IReadOnlyList<Line> Lines => lines ??= Markup.Lines.FromElement(element);

    public Prose Prose => prose ??= new Prose(element, Lines);

    public void Remove(IEnumerable<IElement> clutter)
    {
        foreach (var found in clutter.ToList())
            Remove(found);
    }

    public void Remove(IElement clutter)
    {
        clutter.Remove();
        Forget();
    }

    /// <summary>Removes the text of some elements; what else is in them stays.</summary>
    public void RemoveTextOf(IEnumerable<IElement> clutter)
    {
        foreach (var line in clutter.SelectMany(Markup.Lines.FromElement).ToList())
        {
            line.Remove();
            Forget();
        }
    }

    /// <summary>Removes some of its lines; the others stay the lines that they are, as what parts them is still there.</summary>
    public void Remove(IEnumerable<Line> clutter)
    {
        var removed = clutter.ToHashSet<Line>(ReferenceEqualityComparer.Instance);
        if (removed.Count == 0)
            return;
        foreach (var line in removed)
            line.Remove();
        (lines, prose) = (lines?.Where(line => !removed.Contains(line)).ToList(), null);
    }

    private void Forget() => (lines, prose) = (null, null);
}
