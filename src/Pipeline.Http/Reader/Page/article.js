import { articleActions } from './actions.js';
import { call } from './api.js';
import { clusterSection } from './cluster.js';
import { element, outward } from './dom.js';
import { players } from './enclosures.js';
import { facts } from './facts.js';
import { ago, direction, isRecent, languageName, majorityDirection, many, moment, sentence, textDirection, words } from './format.js';
import { outletIcon, outletName } from './outlet.js';
import { revisions } from './revisions.js';
import { safeHtml } from './safe-html.js';
import { showsImages } from './settings.js';

// One article: its head, who else ran it, its text, and what is known of it.
export async function articleView(id, { back, marked }) {
  const article = await call(`api/articles/${encodeURIComponent(id)}`);
  const story = element('div', { class: 'story' });
  clusterSection(article).then(section => section && story.replaceChildren(section),
    error => story.replaceChildren(element('p', { class: 'flag' }, error.message)));
  return element('article', { class: 'article', 'aria-labelledby': 'article-title', 'data-id': article.id, 'data-url': article.url },
    element('a', { class: 'back', href: back }, '← All articles'),
    head(article),
    articleActions(article, marked),
    (article.flags ?? []).map(flag => element('p', { class: 'remark' }, `${sentence(flag.name)}: ${flag.reason}`)),
    article.state === 'withdrawn' && element('p', { class: 'flag' }, 'Its publisher has withdrawn this article. The text is no longer passed on.'),
    story, lead(article), players(article), body(article), facts(article), revisions(article));
}

function head(article) {
  const people = (article.contributors ?? []).map(person => person.role === 'author' ? person.name : `${person.name} (${words(person.role)})`);
  const length = article.wordCount > 0 && `${many(article.readingMinutes, 'minute')} to read`;
  return element('header', { dir: direction(article.language) },
    element('p', { class: 'kicker' }, outletIcon(article), element('span', { class: 'source' }, outletName(article)), article.section && element('span', {}, article.section)),
    element('h2', { id: 'article-title', lang: article.language, dir: textDirection(article.language) }, article.title || 'Untitled'),
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
  const text = element('div', { class: 'text', lang: article.language, dir: textDirection(article.language) });
  text.append(safeHtml(article.html ?? '', showsImages()));
  for (const block of text.querySelectorAll(blocks)) turn(block);
  if (!text.textContent.trim()) text.append(element('p', { class: 'muted' }, 'This article is only a title.'));
  return text;
}

// A paragraph in another language than the article's runs as that does; what its publisher says of it counts first.
const blocks = ['p', 'li', 'blockquote', 'figcaption', 'dd', 'td', 'h3', 'h4', 'h5', 'h6'].map(name => `${name}:not([dir])`).join();

function turn(block) {
  const side = majorityDirection(block.textContent);
  if (side) block.dir = side;
}
