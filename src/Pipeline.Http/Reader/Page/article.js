import { call } from './api.js';
import { clusterSection } from './cluster.js';
import { difference } from './difference.js';
import { element, outward } from './dom.js';
import { ago, direction, isRecent, languageName, many, moment, sentence, words } from './format.js';
import { safeHtml } from './safe-html.js';
import { showsImages } from './settings.js';

export async function articleView(id) {
  const article = await call(`api/articles/${encodeURIComponent(id)}`);
  const root = element('article', { class: 'article', 'aria-labelledby': 'article-title' },
    element('a', { class: 'back', href: '#/' }, '← All articles'),
    head(article),
    (article.flags ?? []).map(flag => element('p', { class: 'remark' }, `${sentence(flag.name)}: ${flag.reason}`)),
    article.state === 'withdrawn' && element('p', { class: 'flag' }, 'Its publisher has withdrawn this article. The text is no longer passed on.'),
    lead(article), body(article), facts(article));
  root.append(revisions(article));
  clusterSection(article).then(section => section && root.querySelector('.facts').before(section), error => root.append(element('p', { class: 'flag' }, error.message)));
  return root;
}

function head(article) {
  const people = (article.contributors ?? []).map(person => person.role === 'author' ? person.name : `${person.name} (${words(person.role)})`);
  const length = article.wordCount > 0 && `${many(article.readingMinutes, 'minute')} to read`;
  return element('header', { dir: direction(article.language) },
    element('p', { class: 'kicker' }, element('span', { class: 'source' }, article.source), article.section && element('span', {}, article.section)),
    element('h2', { id: 'article-title', lang: article.language, dir: 'auto' }, article.title || 'Untitled'),
    element('p', { class: 'byline' },
      people.length > 0 && element('span', { dir: 'auto' }, people.join(', ')),
      element('time', { datetime: article.published ?? article.firstSeen, title: `First seen ${moment(article.firstSeen)}` },
        article.published ? [moment(article.published), isRecent(article.published) && ago(article.published)].filter(Boolean).join(' · ') : `undated, first seen ${ago(article.firstSeen)}`),
      length && element('span', {}, length),
      article.language && element('span', {}, languageName(article.language)),
      article.url && outward(article.url, 'Original')));
}

function lead(article) {
  if (!article.leadImage || !showsImages() || article.html?.includes(article.leadImage.url)) return null;
  const { url, alt, caption, credit } = article.leadImage;
  if (!/^https?:/i.test(url)) return null;
  const note = [caption, credit].filter(Boolean).join(' · ');
  return element('figure', { class: 'lead' },
    element('img', { src: url, alt: alt ?? '', loading: 'lazy', referrerpolicy: 'no-referrer' }), note && element('figcaption', { dir: 'auto' }, note));
}

function body(article) {
  const text = element('div', { class: 'text', lang: article.language, dir: 'auto' });
  text.append(safeHtml(article.html ?? '', showsImages()));
  if (!text.textContent.trim()) text.append(element('p', { class: 'muted' }, 'This article is only a title.'));
  return text;
}

function facts(article) {
  const rows = [
    ['Categories', chips((article.categories ?? []).map(({ name, term }) => narrowing('category', term, name)))],
    ['Keywords', chips((article.keywords ?? []).map(keyword => narrowing('keyword', keyword)))],
    ['Names', chips(article.names ?? [])],
    ['Dateline', article.dateline],
    ['First published by', article.originalPublisher && outward(article.originalUrl ?? article.originalPublisher.url, article.originalPublisher.name ?? article.originalUrl)],
    ['Rights', article.rights],
    ['Attachments', list((article.enclosures ?? []).map(enclosure => outward(enclosure.url, enclosure.mediaType ?? enclosure.url)))],
    ['Read from', element('a', { href: `#/file/${encodeURIComponent(article.origin.path)}` }, `${article.origin.path}, entry ${article.origin.index + 1}`)],
    ['Where facts come from', list(Object.entries(article.provenance ?? {}).map(([fact, origin]) => `${words(fact)}: ${origin}`))],
  ].filter(([, value]) => value);
  return element('section', { class: 'facts', 'aria-label': 'Facts' }, element('h3', {}, 'Facts'),
    element('dl', {}, rows.flatMap(([name, value]) => [element('dt', {}, name), element('dd', { dir: 'auto' }, value)])));
}

const narrowing = (name, value, label = value) => element('a', { href: `#/?${new URLSearchParams({ [name]: value })}` }, label);
const chips = values => values.length > 0 && element('ul', { class: 'chips' }, values.map(value => element('li', { dir: 'auto' }, value)));
const list = values => values.length > 0 && element('ul', { class: 'plain' }, values.map(value => element('li', {}, value)));

function revisions(article) {
  if (article.revision < 2) return '';
  const place = element('div', { 'aria-live': 'polite' });
  const compare = async to => {
    const answer = await call(`api/articles/${article.id}/diff`, { from: to - 1, to });
    const former = answer.revision?.formerTitle;
    place.replaceChildren(element('p', {}, `Revision ${to}: ${words(answer.revision?.kind ?? '')}`),
      former ? element('p', {}, 'Headline before: ', element('del', { dir: 'auto' }, former)) : '', difference(answer.runs, article.language));
  };
  const buttons = Array.from({ length: article.revision - 1 }, (_, i) => i + 2).reverse()
    .map(to => element('button', { type: 'button', onclick: () => compare(to) }, `What revision ${to} changed`));
  return element('section', { class: 'revisions' }, element('h3', {}, 'Revisions'), element('p', { class: 'actions' }, buttons), place);
}
