import { articleAddress } from './address.js';
import { call, filePath } from './api.js';
import { element } from './dom.js';
import { bytes, moment, words } from './format.js';

// One file's receipt.
export async function fileView(path) {
  const receipt = await call(filePath(path));
  const outcome = element('p', { role: 'status' });
  const replay = async () => {
    outcome.textContent = 'Asking…';
    try {
      await call(`${filePath(path)}/replay`, {}, { method: 'POST' });
      outcome.textContent = 'It is read again from its blob. Its fates appear here as they are settled.';
    } catch (error) {
      outcome.textContent = error.message;
    }
  };
  return element('section', { class: 'page', 'aria-labelledby': 'file-title' },
    element('a', { class: 'back', href: '#/files' }, '← All files'),
    element('h1', { id: 'file-title', dir: 'auto' }, receipt.file.path),
    receiptHead(receipt),
    element('p', { class: 'actions' }, element('button', { type: 'button', onclick: replay }, 'Replay this file')), outcome,
    entryTable(receipt));
}

export function receiptHead({ file }) {
  return element('div', {},
    element('p', { class: 'byline' }, element('span', { class: `pill ${file.state}` }, words(file.state)), element('span', {}, file.format ?? 'no known format'),
      element('span', {}, bytes(file.bytes)), element('time', { datetime: file.receivedAt }, `received ${moment(file.receivedAt)}`)),
    file.reason && element('p', { class: 'flag' }, file.reason),
    (file.notes ?? []).map(note => element('p', { class: 'muted' }, note)));
}

export function entryTable({ entries }) {
  return entries.length > 0 && element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Entries' },
    element('table', {}, element('thead', {}, element('tr', {}, ['Entry', 'Fate', 'Why'].map(name => element('th', { scope: 'col' }, name)))),
      element('tbody', {}, entries.map(entry => element('tr', {},
        element('th', { scope: 'row', dir: 'auto' }, entry.articleId ? element('a', { href: articleAddress(entry.articleId) }, entry.title || 'Untitled') : entry.title || `Entry ${entry.origin.index + 1}`),
        element('td', {}, element('span', { class: `pill ${entry.fate}` }, entry.fate)),
        element('td', { dir: 'auto' }, entry.reason ?? ''))))));
}
