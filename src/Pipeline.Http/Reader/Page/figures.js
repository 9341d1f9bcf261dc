import { call } from './api.js';
import { element } from './dom.js';
import { ago, count, many, moment, percent } from './format.js';
import { stackedBars } from './plot.js';

const mostSources = 5;
const mostHours = 48;

// Figures with plots: what came in by the hour, and how each source is doing.
export async function figuresView() {
  const [stats, sources, keywords] = await Promise.all([call('api/stats'), call('api/sources'), call('api/keywords', { limit: 30 })]);
  const hours = hoursOf(stats.hours);
  const sum = field => stats.hours.reduce((total, hour) => total + hour[field], 0);
  const bySource = field => series(stats.hours, hours, field);
  return element('section', { class: 'page', 'aria-labelledby': 'figures-title' },
    element('h1', { id: 'figures-title' }, 'Figures'),
    element('dl', { class: 'totals' }, [['Files', sum('files')], ['Articles', sum('articles')], ['Duplicates', sum('duplicates')],
      ['Revisions', sum('revisions')], ['Errors', sum('errors')], ['Commits ever', stats.commits]]
      .map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, count(value))))),
    hours.length > 0 && element('div', { class: 'plots' },
      stackedBars('Articles an hour, by source', hours.map(label), bySource('articles')),
      stackedBars('Duplicates an hour, by source', hours.map(label), bySource('duplicates')),
      stackedBars('Errors an hour, by source', hours.map(label), bySource('errors')),
      stackedBars('Lag from publication, median hours', hours.map(label), [{ name: 'Lag', values: hours.map(hour => lag(stats.hours, hour)) }], value => count(Math.round(value)))),
    sourceTable(sources.items),
    keywords.items.length > 0 && element('section', {}, element('h2', {}, 'Keywords'),
      element('ul', { class: 'chips' }, keywords.items.map(({ keyword, articles }) => element('li', { dir: 'auto' }, `${keyword} ${count(articles)}`)))));
}

// Every hour from the first to the last that has anything, the newest few of them: a quiet hour is a gap in the bars.
function hoursOf(rows) {
  const starts = rows.map(row => Date.parse(row.hour));
  if (starts.length === 0) return [];
  const last = Math.max(...starts);
  const first = Math.max(Math.min(...starts), last - (mostHours - 1) * 3600000);
  return Array.from({ length: (last - first) / 3600000 + 1 }, (_, i) => first + i * 3600000);
}

const label = hour => new Date(hour).toLocaleString(undefined, { day: 'numeric', hour: '2-digit', minute: '2-digit' });

// The sources with the most, and the rest as one.
function series(rows, hours, field) {
  const totals = new Map();
  for (const row of rows) totals.set(row.source, (totals.get(row.source) ?? 0) + row[field]);
  const named = [...totals].filter(([, total]) => total > 0).sort((a, b) => b[1] - a[1]).slice(0, mostSources).map(([source]) => source);
  const values = belongs => hours.map(hour => rows.filter(row => Date.parse(row.hour) === hour && belongs(row.source)).reduce((total, row) => total + row[field], 0));
  const rest = values(source => !named.includes(source));
  const all = named.map(name => ({ name, values: values(source => source === name) }));
  return rest.some(value => value > 0) ? [...all, { name: 'Others', values: rest }] : all;
}

function lag(rows, hour) {
  const lags = rows.filter(row => Date.parse(row.hour) === hour && row.lagSeconds !== undefined).map(row => row.lagSeconds).sort((a, b) => a - b);
  return lags.length ? lags[Math.floor(lags.length / 2)] / 3600 : 0;
}

function sourceTable(sources) {
  const columns = ['Source', 'Files', 'Entries', 'Duplicates', 'Errors', 'Last seen', 'Lag'];
  return element('section', {}, element('h2', {}, 'Sources'), element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Sources' },
    element('table', {}, element('thead', {}, element('tr', {}, columns.map(name => element('th', { scope: 'col' }, name)))),
      element('tbody', {}, sources.map(source => element('tr', {},
        element('th', { scope: 'row' }, source.source, ' ', source.isQuiet && element('span', { class: 'pill held' }, 'gone quiet')),
        element('td', {}, count(source.files)), element('td', {}, count(source.entries)), element('td', {}, count(source.duplicates)),
        element('td', {}, `${count(source.errors)} (${percent(source.errorRate)})`),
        element('td', {}, element('time', { datetime: source.lastSeen, title: moment(source.lastSeen) }, ago(source.lastSeen))),
        element('td', {}, source.lagSeconds === undefined ? '–' : many(Math.round(source.lagSeconds / 3600), 'hour'))))))));
}
