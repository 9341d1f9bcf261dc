// Reads the feed on standard input with every foreign parser that knows its format, and prints the facts that each one found.
// Usage: node read-feed.cjs FOLDER, where FOLDER/node_modules has the parsers.
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { text } = require('node:stream/consumers');

const load = createRequire(join(process.argv[2], 'package.json'));

const moment = value => value ? new Date(value).toISOString() : undefined;
const fact = ({ id, title, link, published, updated, authors, categories, content, outlet, image, files }) =>
  ({ id, title, link, published: moment(published), updated: moment(updated), authors, categories, content, outlet, image, files });

// It keeps one author of an entry, and of Atom no category and no second date.
async function rssParser(feed) {
  const { items } = await new (load('rss-parser'))({ customFields: { item: ['source'] } }).parseString(feed);
  return items.map(item => fact({ id: item.guid ?? item.id, title: item.title, link: item.link, published: item.isoDate,
    authors: [item.creator ?? item.author].filter(Boolean), categories: item.categories, content: item['content:encoded'] ?? item.content,
    outlet: item.source?.title?.[0] ?? item.source }));
}

// It takes the publication of an RSS item for its change too.
function feedParser(feed) {
  const { meta, items } = load('@rowanmanning/feed-parser').parseFeed(feed);
  return items.map(item => fact({ id: item.id, title: item.title, link: item.url, published: item.published,
    updated: meta.type === 'atom' ? item.updated : undefined, authors: item.authors.map(({ name }) => name),
    categories: item.categories.map(({ term }) => term), content: item.content, image: item.image?.url,
    files: item.media.filter(({ type }) => type !== 'image').map(({ url }) => url) }));
}

const media = item => ({ image: item.media?.thumbnails?.[0].url,
  files: (item.media?.contents ?? []).filter(({ medium }) => medium !== 'image').map(({ url }) => url) });
const files = (first, { image, files }) => ({ image, files: [...first, ...files] });

const feedsmith = {
  rss: item => ({ id: item.guid.value, title: item.title, link: item.link, published: item.pubDate, updated: item.atom?.updated ?? item.pubDate,
    authors: item.dc?.creators ?? [], categories: (item.categories ?? []).map(({ name }) => name), content: item.content.encoded,
    outlet: item.source?.title, ...files((item.enclosures ?? []).map(({ url }) => url), media(item)) }),
  atom: entry => ({ id: entry.id, title: entry.title.value, link: entry.links.find(({ rel }) => rel === 'alternate').href, published: entry.published,
    updated: entry.updated, authors: entry.authors.map(({ name }) => name), categories: (entry.categories ?? []).map(({ term }) => term), content: entry.content.value,
    outlet: entry.source?.title.value, ...files(entry.links.filter(({ rel }) => rel === 'enclosure').map(({ href }) => href), media(entry)) }),
  json: item => ({ id: item.id, title: item.title, link: item.url, published: item.date_published, updated: item.date_modified,
    authors: (item.authors ?? []).map(({ name }) => name), categories: item.tags ?? [], content: item.content_html,
    image: item.image, files: (item.attachments ?? []).map(({ url }) => url) }),
};

function feedSmith(feed) {
  const { format, feed: parsed } = load('feedsmith').parseFeed(feed);
  return (parsed.items ?? parsed.entries).map(item => fact(feedsmith[format](item)));
}

// These two hand on whatever stands in an item, the outlet's extension too, which feedsmith leaves out.
function feedMe(feed) {
  const parser = new (load('feedme'))(true);
  parser.end(feed);
  return parser.done().items.map(item => fact({ ...feedsmith.json(item), outlet: item._outlet?.name }));
}

// It has facts of its own, id, title, link without what stands behind a #, and publication; the others it hands on.
function feedExtractor(feed) {
  const { entries } = load('@extractus/feed-extractor').extractFromJson(JSON.parse(feed),
    { getExtraEntryFields: item => { const { updated, authors, categories, content, image, files } = feedsmith.json(item);
      return { updated, authors, categories, content, image, files, outlet: item._outlet?.name }; } });
  return entries.map(fact);
}

text(process.stdin).then(async feed => {
  const facts = { feedsmith: feedSmith(feed) };
  Object.assign(facts, feed.startsWith('{')
    ? { feedme: feedMe(feed), '@extractus/feed-extractor': feedExtractor(feed) }
    : { 'rss-parser': await rssParser(feed), '@rowanmanning/feed-parser': feedParser(feed) });
  console.log(JSON.stringify(facts));
});
