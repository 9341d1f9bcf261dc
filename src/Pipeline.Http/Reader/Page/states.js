import { element } from './dom.js';

// What a list that shows nothing says: what is so, and what to do about it.
export const loading = () => element('div', { class: 'state', 'aria-busy': 'true' }, element('p', { role: 'status' }, 'Loading articles…'),
  Array.from({ length: 4 }, () => element('div', { class: 'bone', 'aria-hidden': 'true' })));

export function nothing(filters, clear) {
  return Object.keys(filters).length
    ? panel('Nothing matches', filters.starred ? 'No article is starred in this browser. Press s on one to keep it here.'
      : 'No article passes these filters. Take a word or a filter away.', ['Clear filters', clear])
    : panel('No article yet', 'Drop a file, or upload one under Files: its articles appear here as soon as they are read.');
}

export function failed(error, again, enterKey) {
  if (error.status === 401) return panel('A key is needed', 'Reading here needs a key, and this tab has none that opens it.', ['Enter a key', enterKey]);
  if (error.status === 0) return panel('No connection', 'The server cannot be reached. Check your network; this page tries again by itself.', ['Try again now', again]);
  if (error.status === 400) return panel('These filters cannot be read', error.message);
  return panel('This could not be read', `${error.message} This page tries again by itself.`, ['Try again now', again]);
}

export function panel(title, text, action) {
  return element('div', { class: 'state', role: 'status' }, element('h2', {}, title), element('p', {}, text),
    action && element('button', { type: 'button', onclick: action[1] }, action[0]));
}
