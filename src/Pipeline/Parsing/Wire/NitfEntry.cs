using System.Xml.Linq;
using Pipeline.Articles;
using Pipeline.Parsing.Dates;
using Pipeline.Parsing.Formats;
using Pipeline.Parsing.Html;
using Pipeline.Parsing.People;

namespace Pipeline.Parsing.Wire;

/// <summary>Reads an NITF 3 document, alone or inside another item.</summary>
internal static class NitfEntry
{
    public static Entry Read(XElement nitf, ParserInput input)
    {
        var head = nitf.Child("head");
        var (docdata, bodyHead) = (head.Child("docdata"), nitf.Child("body").Child("body.head"));
        var hedline = bodyHead.Child("hedline") ?? bodyHead;
        return new Entry
        {
            SourceId = docdata.Child("doc-id").Fact("id-string") ?? docdata.Child("du-key").Fact("key"),
            SourceIdIsGlobal = true,
            Title = Title(nitf, head, hedline),
            SummaryHtml = NitfBody.Html(bodyHead.Children("abstract").Nodes()) ?? NitfBody.Html(hedline.Children("hl2").Nodes()),
            ContentHtml = NitfBody.Html(nitf),
            Published = Date(docdata.Child("date.issue").Fact("norm")) ?? Date(bodyHead.Child("dateline").Child("story.date").Fact("norm"))
                ?? Date(head.Child("pubdata").Fact("date.publication")),
            Updated = head.Children("revision-history").Select(revision => Date(revision.Fact("norm"))).OfType<PublishedDate>().MaxBy(
                date => date.At),
            Language = nitf.Fact("lang") ?? nitf.Fact("baselang") ?? nitf.Child("body").Fact("lang"),
            Contributors = [.. bodyHead.Children("byline").SelectMany(Byline).Distinct()],
            Categories = [.. Subjects(head)],
            Publisher = (bodyHead.Child("distributor").Text() ?? head.Child("pubdata").Fact("name")) is { } name ? new Publisher(name)
                : null,
            Section = head.Child("pubdata").Fact("position.section"),
            Dateline = WireDateline.Clean(bodyHead.Child("dateline").Text()),
            Rights = bodyHead.Child("rights").Text() ?? docdata.Child("doc.copyright").Fact("holder"),
            Wire = NitfManagement.Read(docdata, bodyHead, input.Zone),
        };

        PublishedDate? Date(string? text) => DateParser.Parse(text ?? "", input.Zone);
    }

    // A document without a headline has the next best: the title in its head, its second headline, a heading in its text, its slug.
    private static string? Title(XElement nitf, XElement? head, XElement? hedline) =>
        new[] { hedline.Child("hl1"), head.Child("title"), hedline.Child("hl2") }.Concat(nitf.Child("body").Within("hl1").Take(1)).Select(
            WireElements.Text)
            .Append(head.Child("docdata").Child("fixture").Fact("fix-id")).Append(head.Child("docdata").Child("du-key").Fact("key"))
            .FirstOrDefault(title => title is not null);

    // byttl is a title ("Sports Writer"), unless the byline has nothing else.
    private static IEnumerable<Contributor> Byline(XElement byline)
    {
        var people = byline.Within("person").Select(WireElements.Text).OfType<string>().ToList();
        if (people.Count > 0)
            return people.SelectMany(person => Bylines.From(person));
        var name = new XElement(byline);
        name.Within("byttl").Concat(name.Within("location")).Remove();
        return Bylines.From(name.Text() ?? byline.Text());
    }

    private static IEnumerable<Category> Subjects(XElement? head) =>
        head.Child("tobject").Children("tobject.subject").Select(
            subject => Subject(subject.Fact("tobject.subject.refnum"), SubjectName(subject)))
            .Concat(head.Child("docdata").Child("identified-content").Within("classifier").Select(
                classifier => Subject(classifier.Fact("value"), classifier.Text())))
            .Concat(head.Child("docdata").Child("key-list").Children("keyword").Select(keyword => Subject(keyword.Fact("key"), null)))
            .OfType<Category>().Distinct();

    private static string? SubjectName(XElement subject) =>
        subject.Fact("tobject.subject.detail") ?? subject.Fact("tobject.subject.matter") ?? subject.Fact("tobject.subject.type");

    private static Category? Subject(string? code, string? name) =>
        PlainText.From(name) is var shown && (PlainText.From(code) ?? shown) is { } term
            ? new Category(term, code is null ? null : shown) : null;
}
