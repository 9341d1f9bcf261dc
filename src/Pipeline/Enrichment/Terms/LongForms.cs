namespace Pipeline.Enrichment.Terms;

/// <summary>Counts a surname with the full name that it stands for: whoever is "Neumann" after the first paragraph was "Adam Neumann" in
/// it.</summary>
internal static class LongForms
{
    public static IEnumerable<(string Name, int Count)> FindIn(IEnumerable<(string Name, int Count)> names, string text)
    {
        var found = names.ToDictionary(name => name.Name, name => name.Count, StringComparer.Ordinal);
        foreach (var shorter in found.Keys.Where(name => !name.Contains(' ')).ToArray())
        {
            if (!shorter.Any(char.IsLower))
                continue;
            var longer = found.Keys.Where(name => IsPersonCalled(name, shorter, found) && ComesFirst(name, shorter, text)).ToArray();
            if (longer.Length != 1)
                continue;
            found[longer[0]] += found[shorter];
            found.Remove(shorter);
        }

        return found.Select(name => (name.Key, name.Value));
    }

    private static bool ComesFirst(string name, string surname, string text) =>
        text.IndexOf(name, StringComparison.Ordinal) is >= 0 and var at
            && at + name.Length - surname.Length == text.IndexOf(surname, StringComparison.Ordinal);

    // A first word that also stands alone is a maker or a place, not a first name: "Google Stadia".
    private static bool IsPersonCalled(string name, string surname, Dictionary<string, int> found) =>
        name.Length > surname.Length && name[^(surname.Length + 1)] == ' ' && name.EndsWith(surname, StringComparison.Ordinal)
            && name.Count(c => c == ' ') <= 3
            && !found.ContainsKey(name[..name.IndexOf(' ')]);
}
