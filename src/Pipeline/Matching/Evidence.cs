namespace Pipeline.Matching;

/// <summary>What the comparison of two texts found; symmetric.</summary>
internal sealed record Evidence(SharedWords Smaller, SharedWords Larger, Facts InSmaller, Facts InLarger)
{
    /// <summary>Share of a lead that has to be in the other text for the text to count as having it.</summary>
    private const double MinLead = 0.5;

    /// <summary>So many numbers and names tell whether texts agree that lead with different sentences.</summary>
    private const int MinFacts = 5;

    /// <summary>So many numbers and names that the other text lacks make a story of its own.</summary>
    private const int FactsOfAStory = 2;

    /// <summary>So much of two leads agrees where they are one form.</summary>
    private const double FormShare = 0.35;

    /// <summary>Less than this of two leads agrees where one is another top for the same text.</summary>
    private const double NewTopShare = 0.1;

    /// <summary>So much of a text stays where one name in it is only spelt otherwise.</summary>
    private const double MisspeltShare = 0.93;

    /// <summary>So many numbers and names that agree show one report; a notice of a sentence or two has fewer.</summary>
    private const int FactsOfAReport = 10;

    /// <summary>At most so many of a report's facts are mended when it is sent again within hours.</summary>
    private const double MendedShare = 0.125;

    /// <summary>The same on another day, when a form may have been filled in anew.</summary>
    private const double MendedLaterShare = 0.07;

    /// <summary>So many words that two texts share under tops of their own are no footer.</summary>
    private const int LongestFooter = 110;

    /// <summary>So many words of two tops that stand in the shared text as well show that it goes on from them.</summary>
    private const int MinTies = 3;

    /// <summary>The same where a source has the passage under another story: a name or two of a notice are in any story.</summary>
    private const int MinTiesToRepeated = 6;

    /// <summary>So many words that stand in both are a passage and no phrase.</summary>
    private const int MinPassage = 30;

    /// <summary>A notice that goes out daily has fewer numbers and names than this.</summary>
    private const int FactsOfALongNotice = 20;

    /// <summary>So much of a notice stays when the figures of another day are filled in.</summary>
    private const double NoticeShare = 0.8;

    public static Evidence From(SharedWords a, SharedWords b)
    {
        var (smaller, larger) =
            (a.TotalWeight, a.SharedShare, a.LeadShare).CompareTo((b.TotalWeight, b.SharedShare, b.LeadShare)) <= 0 ? (a, b) : (b, a);
        return new Evidence(smaller, larger, Facts.Compare(smaller, larger), Facts.Compare(larger, smaller));
    }

    private double MaxShare => Math.Max(Smaller.SharedShare, Larger.SharedShare);

    private double MinShare => Math.Min(Smaller.SharedShare, Larger.SharedShare);

    private bool SmallerLeads => Smaller.LeadShare >= MinLead;

    private bool LargerLeads => Larger.LeadShare >= MinLead;

    private int Agreeing => Math.Min(InSmaller.Agreeing, InLarger.Agreeing);

    private int Own => Math.Min(InSmaller.Own, InLarger.Own);

    private int Disputed => InSmaller.Disputed;

    private int DisputedNamesInLead => InSmaller.DisputedNamesInLead;

    private int DisputedFiguresInLead => InSmaller.DisputedFiguresInLead;

    /// <summary>Whether one carries the text of the other; of one source, whether the later of the two says nothing new.</summary>
    public bool IsOneStory => !IsOtherFilling && !IsFooter && (IsOneSource ? SaysNothingNew : CarriesText);

    /// <summary>Whether the story of one source stands with other facts in the other, which mends it.</summary>
    public bool IsMended => IsOneSource && Disputed > 0;

    /// <summary>Whether one source filled in its form again on another day.</summary>
    public bool IsIssueOfAnotherDay => IsOneSource && IsOtherDaysFigure(Math.Max(InSmaller.Replaced, InLarger.Replaced));

    public bool LeadAlike => SmallerLeads && LargerLeads;

    /// <summary>Whether all that they share may be what is printed under any story: only others that have it as well can tell.</summary>
    public bool IsUnderOwnTops =>
        Math.Min(Smaller.SharedWeight, Larger.SharedWeight) >= MinPassage * CharactersOfAWord && (HasOwnTops || HasOwnLeads);

    /// <summary>Whether the tops speak of so much of what is shared that it is most probably what they stand over.</summary>
    public bool AreTopsTied => TiesOfTops >= MinTiesToRepeated;

    private bool IsOneSource => Smaller.Sketch.Publication.IsOneSource(Larger.Sketch.Publication);

    // What both print under a story of their own: neither says anything that the tops speak of.
    private bool IsFooter =>
        Agreeing < MinFacts && Math.Max(Smaller.SharedWeight, Larger.SharedWeight) < LongestFooter * CharactersOfAWord
        && !IsClauseOnTop && HasOwnTops && TiesOfTops < MinTies;

    // Short clauses of Chinese are changed and put on top of copies; there only whole leads tell.
    private bool IsClauseOnTop => Smaller.Sketch.Script == WordScript.EastAsian && (SmallerLeads || LargerLeads);

    private bool HasOwnTops
    {
        get
        {
            var minTop = Lead.MinSentence * CharactersOfAWord;
            return Smaller.CountOwnTop() >= minTop && Larger.CountOwnTop() >= minTop;
        }
    }

    // "Said it intends to" is in many leads, and makes no two of them one.
    private bool HasOwnLeads =>
        Smaller.LeadShare < FormShare && Larger.LeadShare < FormShare
        && Math.Min(Smaller.CountOwnLead(), Larger.CountOwnLead()) >= Lead.MinSentence * CharactersOfAWord;

    private int TiesOfTops => Ties.Count(Smaller) + Ties.Count(Larger);

    private int CharactersOfAWord => Smaller.Sketch.Script.CharactersOfAWord();

    // What a source sends again within hours, with a fact mended and many that stay.
    private bool IsAmendment =>
        IsOneSource && Smaller.Sketch.Publication.IsSameDay(Larger.Sketch.Publication)
        && Agreeing >= FactsOfAReport && Disputed <= MendedShare * Agreeing;

    /// <summary>Whether they are one form filled in twice: in the places where the form has facts, the facts differ.</summary>
    private bool IsOtherFilling => !IsAmendment && (FillsFormAnew || (IsOneSource && IsOtherIssue));

    private bool FillsFormAnew
    {
        get
        {
            // A text that was edited or misread differs in ordinary words as well; a form differs where it has facts.
            var replaced = Math.Max(InSmaller.Replaced, InLarger.Replaced);
            var agreeing = Agreeing + 3 + ((Smaller.SharedWeight + Larger.SharedWeight) / 80);
            if (Disputed > 0.3 * agreeing && Disputed >= 0.35 * replaced)
                return true;
            var agreeingInLead = Math.Min(InSmaller.AgreeingInLead, InLarger.AgreeingInLead);
            if (DisputedNamesInLead + DisputedFiguresInLead > agreeingInLead && Disputed >= 0.5 * replaced && MaxShare < 0.9
                && !HasNewTop)
                return true;
            return IsOtherInLead(replaced) || IsOtherDaysFigure(replaced);
        }
    }

    // Nothing of a lead stands in the other text: then a fact in it is no other filling of what stands there.
    private bool HasNewTop => Smaller.LeadShare < NewTopShare && Larger.LeadShare < NewTopShare;

    // A figure that was corrected, or a name that was misspelt, stands alone among many facts that agree.
    private bool IsOtherInLead(int replaced) =>
        (IsContraryInLead && Disputed > 0.07 * Agreeing)
        || (Disputed >= 0.5 * replaced
        && ((DisputedFiguresInLead > 0 && Disputed > 0.085 * Agreeing)
            || (DisputedNamesInLead > 0 && Disputed > 0.12 * Agreeing && Smaller.SharedShare < MisspeltShare)));

    // Whoever copies a notice of every day copies that of the day; within the day another figure may be a slip.
    private bool IsOtherDaysFigure(int replaced) =>
        IsAnotherDay && InSmaller.DisputedFigures > 0 && Disputed >= replaced && Agreeing < FactsOfALongNotice
        && LeadAlike && MinShare >= NoticeShare;

    private bool IsContraryInLead =>
        Smaller.LeadShare >= FormShare && Larger.LeadShare >= FormShare && Facts.AreContraryInLead(InSmaller, InLarger);

    private bool IsAnotherDay => Smaller.Sketch.Publication.IsAnotherDay(Larger.Sketch.Publication);

    // A source that fills in its own form again (a daily report) differs in less than two outlets do, and a misspelt name is no other
    // name.
    private bool IsOtherIssue
    {
        get
        {
            var numbers = InSmaller.Numbers <= InLarger.Numbers ? InSmaller : InLarger;
            return (numbers.Numbers >= 2 && numbers.KnownNumbers < 0.5 * numbers.Numbers)
                || Disputed > (IsAnotherDay ? MendedLaterShare : 0.3) * (Agreeing + 2)
                || (DisputedFiguresInLead > 0 && Disputed > MendedLaterShare * Agreeing)
                || (IsAnotherDay && InSmaller.Inserted + InLarger.Inserted > MendedLaterShare * Agreeing)
                || (IsAnotherDay && InSmaller.OwnNumbersInLead + InLarger.OwnNumbersInLead > 0)
                || (DisputedNamesInLead > 0 && Smaller.SharedShare < MisspeltShare);
        }
    }

    /// <summary>Whether one is the other, abridged, extended, edited or under another top.</summary>
    private bool CarriesText => (SmallerLeads, LargerLeads) switch
    {
        // Below half it is the same lead over other text, unless what the smaller one adds is words and no facts: a footer.
        (true, true) => MinShare >= 0.1
            && ((MaxShare >= 0.5 && MaxShare + MinShare >= 0.75) || (MaxShare >= 0.3 && MinShare >= 0.3 && Own <= Agreeing)),
        (false, true) => (MaxShare >= 0.6 && MinShare >= 0.5) || (MaxShare >= 0.7 && MinShare >= 0.3),
        // The smaller one's lead deep within the larger is an item of a round-up, or background.
        (true, false) => MaxShare >= 0.6
            && (MinShare >= 0.7 || (MinShare >= 0.6 && Smaller.LeadPlace < 0.5)
                || (MaxShare >= 0.7 && MinShare >= 0.35 && Smaller.LeadPlace < 0.25)),
        _ => MaxShare >= 0.6 && MinShare >= 0.5 && MaxShare + MinShare >= 1.2 && AgreesWithoutLead,
    };

    // Texts in scripts without capitals have hardly any names, so that it is words alone that count.
    private bool AgreesWithoutLead =>
        Agreeing >= MinFacts || Own >= FactsOfAStory ? Agreeing >= Own : MaxShare >= 0.72 && MinShare >= 0.65;

    /// <summary>Whether the larger one adds no new top to the smaller, and no other wording.</summary>
    private bool SaysNothingNew =>
        Runs.ShareOfSmaller(Smaller.Sketch, Larger.Sketch) >= 0.55
        && (LeadAlike || MinShare >= 0.9 || (LargerLeads && MaxShare >= 0.8) || IsContinued);

    // The smaller one whole, and more below it: what stands above the first sentence of a table of figures is no lead.
    private bool IsContinued => Smaller.SharedShare >= 0.95 && Larger.ShareOfTop(Smaller.Sketch.Words.Length) >= 0.9;
}
