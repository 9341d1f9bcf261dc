import { call, filePath } from './api.js';
import { element } from './dom.js';
import { ago, bytes, count, many, moment, words } from './format.js';

const fates = ['stored', 'revised', 'duplicate', 'unchanged', 'withdrawn', 'rejected', 'failed'];

// The ledger: every dropped file and what became of it.
export async function filesView() {
  const rows = element('tbody');
  const more = element('button', { type: 'button', class: 'more', onclick: () => load(cursor) }, 'Load older files');
  const status = element('p', { class: 'list-status', role: 'status' });
  const state = choice('State', ['', 'parsed', 'settled', 'rejected', 'unpacked', 'failed']);
  const fate = choice('With an entry that was', ['', ...fates]);
  let cursor = null;

  async function load(from) {
    const page = await call('api/files', { state: state.box.value, fate: fate.box.value, cursor: from, limit: 100 });
    rows.append(...page.items.map(fileRow));
    cursor = page.next;
    more.hidden = !cursor;
    status.textContent = rows.children.length ? many(rows.children.length, 'file') : 'No file here.';
  }

  const reload = () => {
    rows.replaceChildren();
    return load();
  };
  const view = element('section', { class: 'page', 'aria-labelledby': 'files-title' },
    element('h1', { id: 'files-title' }, 'Files'),
    element('form', { class: 'inline-filters', onchange: reload, onsubmit: event => event.preventDefault() }, state.label, fate.label), status,
    element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Files, newest first' },
      element('table', {}, element('thead', {}, element('tr', {}, ['File', 'Received', 'Format', 'State', 'Entries'].map(name => element('th', { scope: 'col' }, name)))), rows)),
    more);
  await load();
  return view;
}

function choice(label, values) {
  const box = element('select', {}, values.map(value => element('option', { value }, value ? words(value) : 'Any')));
  return { box, label: element('label', {}, label, box) };
}

function fileRow(file) {
  return element('tr', {},
    element('th', { scope: 'row' }, element('a', { href: `#/file/${encodeURIComponent(file.path)}`, dir: 'auto' }, file.path),
      file.reason && element('p', { class: 'reason' }, file.reason)),
    element('td', {}, element('time', { datetime: file.receivedAt, title: moment(file.receivedAt) }, ago(file.receivedAt))),
    element('td', {}, file.format ?? '–'),
    element('td', {}, element('span', { class: `pill ${file.state}` }, words(file.state))),
    element('td', {}, fateCounts(file)));
}

function fateCounts(file) {
  const met = fates.filter(fate => file.fates?.[fate]);
  if (!met.length) return file.entryCount ? many(file.entryCount, 'entry', 'entries') : '–';
  return element('ul', { class: 'chips' }, met.map(fate => element('li', { class: fate }, `${count(file.fates[fate])} ${fate}`)));
}

// One file's receipt.
export async function fileView(path) {
  const { file, entries } = await call(filePath(path));
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
    element('h1', { id: 'file-title', dir: 'auto' }, file.path),
    element('p', { class: 'byline' }, element('span', { class: `pill ${file.state}` }, words(file.state)), element('span', {}, file.format ?? 'no known format'),
      element('span', {}, bytes(file.bytes)), element('time', { datetime: file.receivedAt }, `received ${moment(file.receivedAt)}`)),
    file.reason && element('p', { class: 'flag' }, file.reason),
    (file.notes ?? []).map(note => element('p', { class: 'muted' }, note)),
    element('p', { class: 'actions' }, element('button', { type: 'button', onclick: replay }, 'Replay this file')), outcome,
    entries.length > 0 && entryTable(entries));
}

function entryTable(entries) {
  return element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Entries' },
    element('table', {}, element('thead', {}, element('tr', {}, ['Entry', 'Fate', 'Why'].map(name => element('th', { scope: 'col' }, name)))),
      element('tbody', {}, entries.map(entry => element('tr', {},
        element('th', { scope: 'row', dir: 'auto' }, entry.articleId ? element('a', { href: `#/article/${entry.articleId}` }, entry.title || 'Untitled') : entry.title || `Entry ${entry.origin.index + 1}`),
        element('td', {}, element('span', { class: `pill ${entry.fate}` }, entry.fate)),
        element('td', { dir: 'auto' }, entry.reason ?? ''))))));
}
