import { fileAddress, listAddress } from './address.js';
import { element, outward } from './dom.js';
import { attachment } from './enclosures.js';
import { words } from './format.js';

// What is known of an article beside its text, and where that was found.
export function facts(article) {
  const rows = [
    ['Categories', chips((article.categories ?? []).map(({ name, term }) => narrowing('category', term, name)))],
    ['Keywords', chips((article.keywords ?? []).map(keyword => narrowing('keyword', keyword)))],
    ['Names', chips((article.names ?? []).map(name => narrowing('name', name)))],
    ['Dateline', article.dateline],
    ['First published by', article.originalPublisher && outward(article.originalUrl ?? article.originalPublisher.url, article.originalPublisher.name ?? article.originalUrl)],
    ['Rights', article.rights],
    ['Attachments', list((article.enclosures ?? []).map(attachment))],
    ['Read from', element('a', { href: fileAddress(article.origin.path) }, `${article.origin.path}, entry ${article.origin.index + 1}`)],
    ['Where facts come from', list(Object.entries(article.provenance ?? {}).map(([fact, origin]) => `${words(fact)}: ${origin}`))],
  ].filter(([, value]) => value);
  return element('section', { class: 'facts', 'aria-label': 'Facts' }, element('h3', {}, 'Facts'),
    element('dl', {}, rows.flatMap(([name, value]) => [element('dt', {}, name), element('dd', { dir: 'auto' }, value)])));
}

const narrowing = (name, value, label = value) => element('a', { href: listAddress({ [name]: value }) }, label);
const chips = values => values.length > 0 && element('ul', { class: 'chips' }, values.map(value => element('li', { dir: 'auto' }, value)));
const list = values => values.length > 0 && element('ul', { class: 'plain' }, values.map(value => element('li', {}, value)));
