import { listAddress } from './address.js';
import { call } from './api.js';
import { element } from './dom.js';
import { clock, count, duration, moment } from './format.js';
import { stackedBars } from './plot.js';
import { sourceTable } from './sources.js';
import { subscriptionTable } from './subscriptions.js';

const mostSources = 5;
const leastHours = 24;
const hourLength = 3600000;

// Figures with plots: what came in by the hour, and how each source is doing. Each part is there as soon as it is known.
export function figuresView() {
  return element('section', { class: 'page', 'aria-labelledby': 'figures-title' },
    element('h1', { id: 'figures-title' }, 'Figures'),
    part(call('api/stats', { hours: 48 }), traffic),
    part(call('api/sources'), sources => [sourceTable(sources), subscriptionTable(sources) || '']),
    part(call('api/keywords', { limit: 30 }), keywordList));
}

function part(answer, draw) {
  const place = element('div', {}, element('p', { class: 'muted', role: 'status' }, 'Loading…'));
  answer.then(value => place.replaceChildren(...draw(value)), error => place.replaceChildren(element('p', { class: 'flag', role: 'alert' }, error.message)));
  return place;
}

function traffic(stats) {
  const hours = hoursOf(stats);
  const sum = field => stats.hours.reduce((total, hour) => total + hour[field], 0);
  const named = largest(stats.hours);
  const plot = (title, field) => stackedBars(title, hours.map(label), series(stats.hours, hours, field, named));
  return [
    element('p', { class: 'muted' }, `Since ${moment(stats.from)}, by the hour; ${count(stats.commits)} commits since the beginning.`),
    element('dl', { class: 'totals' }, [['Files', sum('files')], ['Articles', sum('articles')], ['Duplicates', sum('duplicates')],
      ['Revisions', sum('revisions')], ['Errors', sum('errors')]]
      .map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, count(value))))),
    element('div', { class: 'plots' },
      plot('Articles', 'articles'), plot('Duplicates', 'duplicates'), plot('Rejected and failed', 'errors'),
      stackedBars('Lag from publication, median', hours.map(label), [{ name: 'All sources', slot: 'all', values: hours.map(hour => lag(stats.hours, hour)) }], duration)),
  ];
}

function keywordList({ items }) {
  if (!items.length) return [];
  return [element('h2', {}, 'Keywords of the newest 500 articles'),
    element('ul', { class: 'chips' }, items.map(({ keyword, articles }) => element('li', {},
      element('a', { href: listAddress({ keyword }) }, element('bdi', {}, keyword)), ' ', element('span', { class: 'muted' }, count(articles)))))];
}

// Every hour from the first that has anything to this one, a day at least: a quiet hour is a gap in the bars.
function hoursOf({ hours }) {
  const last = Math.floor(Date.now() / hourLength) * hourLength;
  const first = Math.min(last - (leastHours - 1) * hourLength, ...hours.map(row => Date.parse(row.hour)));
  return Array.from({ length: (last - first) / hourLength + 1 }, (_, i) => first + i * hourLength);
}

const day = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric' });
const label = hour => new Date(hour).getHours() < 1 ? day.format(hour) : clock(hour);

// The sources that sent the most keep one colour in every plot; the rest are drawn as one.
function largest(rows) {
  const totals = new Map();
  for (const row of rows) totals.set(row.source, (totals.get(row.source) ?? 0) + row.files + row.articles);
  return [...totals].sort((a, b) => b[1] - a[1]).slice(0, mostSources).map(([source]) => source);
}

function series(rows, hours, field, named) {
  const values = belongs => hours.map(hour => rows.filter(row => Date.parse(row.hour) === hour && belongs(row.source)).reduce((total, row) => total + row[field], 0));
  const all = [...named.map((name, slot) => ({ name, slot, values: values(source => source === name) })),
    { name: 'Others', slot: mostSources, values: values(source => !named.includes(source)) }];
  return all.filter(({ values }) => values.some(value => value > 0));
}

function lag(rows, hour) {
  const lags = rows.filter(row => Date.parse(row.hour) === hour && row.lagSeconds !== undefined).map(row => row.lagSeconds).sort((a, b) => a - b);
  return lags.length ? lags[Math.floor(lags.length / 2)] : 0;
}
