import { filesAddress, listAddress } from './address.js';
import { element } from './dom.js';
import { ago, count, duration, moment, percent } from './format.js';

const columns = ['Source', 'Files', 'Articles', 'Duplicates', 'Errors', 'Lag', 'Last seen'];

// How each source is doing; its name leads to its articles, its files to the ledger.
export function sourceTable({ from, items }) {
  return element('section', {}, element('h2', {}, 'Sources'), element('p', { class: 'muted' }, `Since ${moment(from)}.`),
    element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Sources' },
      element('table', {}, element('thead', {}, element('tr', {}, columns.map((name, i) => element('th', { scope: 'col', class: i > 0 && i < 6 && 'number' }, name)))),
        element('tbody', {}, items.map(row)))));
}

function row(source) {
  const number = text => element('td', { class: 'number' }, text);
  const { source: name } = source;
  return element('tr', {},
    element('th', { scope: 'row' }, element('a', { href: listAddress({ source: name }) }, element('bdi', {}, name)), ' ',
      source.isQuiet && element('span', { class: 'pill held' }, 'gone quiet')),
    number(element('a', { href: filesAddress({ source: name }), 'aria-label': `${count(source.files)} files of ${name}` }, count(source.files))),
    number(count(source.articles)), number(count(source.duplicates)),
    number(source.errors ? `${count(source.errors)} (${percent(source.errorRate)})` : '0'),
    number(source.lagSeconds === undefined ? '–' : duration(source.lagSeconds)),
    element('td', {}, source.lastSeen ? element('time', { datetime: source.lastSeen, title: moment(source.lastSeen) }, ago(source.lastSeen)) : '–'));
}
