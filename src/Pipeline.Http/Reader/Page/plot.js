import { element } from './dom.js';
import { count } from './format.js';

const names = 'http://www.w3.org/2000/svg';
const [width, height, left, bottom, top] = [560, 220, 48, 24, 8];

function svg(name, attributes, ...children) {
  const node = document.createElementNS(names, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

// A bar for each label, stacked by series. The same figures stand below it as a table, for whoever cannot see bars.
// series: [{ name, slot, values }], one value for each label; the slot is the colour.
export function stackedBars(title, labels, series, format = count) {
  const totals = labels.map((_, i) => series.reduce((sum, { values }) => sum + values[i], 0));
  const most = niceCeiling(Math.max(1, ...totals));
  const scale = value => value / most * (height - top - bottom);
  const step = (width - left) / Math.max(1, labels.length);
  const chart = svg('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': `${title}: ${series.map(({ name }) => name).join(', ') || 'none'}; the table below has the figures` });
  for (const value of series.length ? [0, most / 2, most] : [0]) chart.append(...gridLine(value, scale, format));
  labels.forEach((label, i) => chart.append(...column(series, i, left + i * step, step, scale, label, format)));
  chart.append(...ticks(labels, step));
  if (series.length === 0) chart.append(svg('text', { x: (left + width) / 2, y: (top + height - bottom) / 2, 'text-anchor': 'middle', class: 'none' }, 'None'));
  return element('figure', { class: 'plot' }, element('figcaption', {}, title), chart, legend(series), table(title, labels, series, format));
}

function gridLine(value, scale, format) {
  const y = height - bottom - scale(value);
  return [svg('line', { x1: left, x2: width, y1: y, y2: y, class: 'axis' }),
    svg('text', { x: left - 6, y: y + 4, 'text-anchor': 'end' }, format(value))];
}

function column(series, index, x, step, scale, label, format) {
  let y = height - bottom;
  return series.flatMap(({ name, slot, values }) => {
    const size = scale(values[index]);
    if (size <= 0) return [];
    y -= size;
    return [svg('rect', { x: x + step * .12, y, width: step * .76, height: size, rx: Math.min(1.5, size / 2), class: `series-${slot}` },
      svg('title', {}, `${label}, ${name}: ${format(values[index])}`))];
  });
}

function ticks(labels, step) {
  const every = Math.ceil(labels.length / 6);
  return labels.flatMap((label, i) => i % every ? [] : [svg('text', { x: left + (i + .5) * step, y: height - 7, 'text-anchor': 'middle' }, label)]);
}

function legend(series) {
  return element('ul', { class: 'legend' }, series.map(({ name, slot }) => element('li', {},
    svg('svg', { viewBox: '0 0 10 10', 'aria-hidden': 'true' }, svg('rect', { width: 10, height: 10, rx: 2, class: `series-${slot}` })), element('bdi', {}, name))));
}

function table(title, labels, series, format) {
  return element('details', {}, element('summary', {}, 'As a table'),
    element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': `${title}, as a table` }, element('table', {},
      element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, 'When'), series.map(({ name }) => element('th', { scope: 'col' }, name)))),
      element('tbody', {}, labels.map((label, i) => element('tr', {}, element('th', { scope: 'row' }, label),
        series.map(({ values }) => element('td', {}, format(values[i])))))))));
}

// The next of 2, 4, 10, 20, 40, 100 …: its half is a whole number.
function niceCeiling(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 4, 10].map(factor => factor * power).find(candidate => candidate >= value && candidate % 2 === 0) ?? 2;
}
