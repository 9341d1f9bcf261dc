import { call } from './api.js';
import { element } from './dom.js';
import { ago, count, duration, moment, percent } from './format.js';
import { stackedBars } from './plot.js';
import { subscriptionTable } from './subscriptions.js';

const mostSources = 5;
const leastHours = 24;
const hourLength = 3600000;

// Figures with plots: what came in by the hour, and how each source is doing.
export async function figuresView() {
  const [stats, sources, keywords] = await Promise.all([call('api/stats', { hours: 48 }), call('api/sources'), call('api/keywords', { limit: 30 })]);
  const hours = hoursOf(stats);
  const sum = field => stats.hours.reduce((total, hour) => total + hour[field], 0);
  const named = largest(stats.hours);
  const plot = (title, field) => stackedBars(title, hours.map(label), series(stats.hours, hours, field, named));
  return element('section', { class: 'page', 'aria-labelledby': 'figures-title' },
    element('h1', { id: 'figures-title' }, 'Figures'),
    element('p', { class: 'muted' }, `Since ${moment(stats.from)}, by the hour; ${count(stats.commits)} commits since the beginning.`),
    element('dl', { class: 'totals' }, [['Files', sum('files')], ['Articles', sum('articles')], ['Duplicates', sum('duplicates')],
      ['Revisions', sum('revisions')], ['Errors', sum('errors')]]
      .map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, count(value))))),
    element('div', { class: 'plots' },
      plot('Articles', 'articles'), plot('Duplicates', 'duplicates'), plot('Rejected and failed', 'errors'),
      stackedBars('Lag from publication, median', hours.map(label), [{ name: 'All sources', slot: 'all', values: hours.map(hour => lag(stats.hours, hour)) }], duration)),
    sourceTable(sources),
    subscriptionTable(sources),
    keywords.items.length > 0 && element('section', {}, element('h2', {}, 'Keywords of the newest 500 articles'),
      element('ul', { class: 'chips' }, keywords.items.map(({ keyword, articles }) =>
        element('li', {}, element('bdi', {}, keyword), ' ', element('span', { class: 'muted' }, count(articles)))))));
}

// Every hour from the first that has anything to this one, a day at least: a quiet hour is a gap in the bars.
function hoursOf({ hours }) {
  const last = Math.floor(Date.now() / hourLength) * hourLength;
  const first = Math.min(last - (leastHours - 1) * hourLength, ...hours.map(row => Date.parse(row.hour)));
  return Array.from({ length: (last - first) / hourLength + 1 }, (_, i) => first + i * hourLength);
}

const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const day = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric' });
const label = hour => new Date(hour).getHours() < 1 ? day.format(hour) : time.format(hour);

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

function sourceTable({ from, items }) {
  const columns = ['Source', 'Files', 'Articles', 'Duplicates', 'Errors', 'Lag', 'Last seen'];
  const number = text => element('td', { class: 'number' }, text);
  return element('section', {}, element('h2', {}, 'Sources'), element('p', { class: 'muted' }, `Since ${moment(from)}.`),
    element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Sources' },
      element('table', {}, element('thead', {}, element('tr', {}, columns.map((name, i) => element('th', { scope: 'col', class: i > 0 && i < 6 && 'number' }, name)))),
        element('tbody', {}, items.map(source => element('tr', {},
          element('th', { scope: 'row' }, source.source, ' ', source.isQuiet && element('span', { class: 'pill held' }, 'gone quiet')),
          number(count(source.files)), number(count(source.articles)), number(count(source.duplicates)),
          number(source.errors ? `${count(source.errors)} (${percent(source.errorRate)})` : '0'),
          number(source.lagSeconds === undefined ? '–' : duration(source.lagSeconds)),
          element('td', {}, source.lastSeen ? element('time', { datetime: source.lastSeen, title: moment(source.lastSeen) }, ago(source.lastSeen)) : '–')))))));
}
