import { element } from './dom.js';
import { ago, count, duration, moment } from './format.js';

const columns = ['Feed', 'Source', 'Last success', 'Next', 'Changes every', 'Files', 'Entries'];
const firstNumber = 4;
const pills = { failing: 'failed', dead: 'dead', gone: 'gone for good', moved: 'moved', waiting: 'not fetched yet' };

// The feeds that are followed; those that fail come first, each with its error in words.
export function subscriptionTable({ subscriptions, subscriptionCount }) {
  if (subscriptionCount === 0) return false;
  const shown = subscriptions.length < subscriptionCount ? `, of which ${count(subscriptions.length)} are shown` : '';
  return element('section', {}, element('h2', {}, 'Subscriptions'), element('p', { class: 'muted' }, `${count(subscriptionCount)} feeds are followed${shown}.`),
    element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Subscriptions' },
      element('table', {}, element('thead', {}, element('tr', {}, columns.map((name, i) => element('th', { scope: 'col', class: i >= firstNumber && 'number' }, name)))),
        element('tbody', {}, subscriptions.map(row)))));
}

function row(feed) {
  const number = text => element('td', { class: 'number' }, text);
  const pill = pills[feed.health];
  return element('tr', {},
    element('th', { scope: 'row', title: feed.feed ?? feed.address }, element('bdi', {}, feed.title ?? feed.address), ' ',
      pill && element('span', { class: 'pill held' }, pill),
      feed.feed && element('div', { class: 'muted' }, `at ${feed.feed}`),
      feed.lastError && element('div', { class: 'muted' }, feed.lastError)),
    element('td', {}, feed.source), element('td', {}, time(feed.lastSuccess)), element('td', {}, feed.next ? moment(feed.next) : 'never'),
    number(feed.changesEverySeconds === undefined ? '–' : duration(feed.changesEverySeconds)),
    number(count(feed.files)), number(count(feed.entries)));
}

function time(at) {
  return at ? element('time', { datetime: at, title: moment(at) }, ago(at)) : 'never';
}
