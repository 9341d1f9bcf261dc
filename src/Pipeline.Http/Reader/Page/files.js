import { fileAddress, filesAddress } from './address.js';
import { call } from './api.js';
import { element } from './dom.js';
import { select } from './filters.js';
import { ago, count, many, moment, words } from './format.js';
import { uploadForm } from './upload.js';

const fates = ['stored', 'revised', 'duplicate', 'unchanged', 'withdrawn', 'rejected', 'failed'];
const states = ['parsed', 'settled', 'rejected', 'unpacked', 'failed'];

// The ledger: every dropped file and what became of it. The filters are in the address.
export async function filesView(filters) {
  const rows = element('tbody');
  const more = element('button', { type: 'button', class: 'more', onclick: () => load(cursor) }, 'Load older files');
  const status = element('p', { class: 'list-status', role: 'status' }, 'Loading files…');
  let cursor = null;

  async function load(from) {
    try {
      const page = await call('api/files', { ...filters, cursor: from, limit: 100 });
      if (!from) rows.replaceChildren();
      rows.append(...page.items.map(fileRow));
      cursor = page.next;
      more.hidden = !cursor;
      status.textContent = rows.children.length ? `${many(rows.children.length, 'file')}${cursor ? ', more below' : ''}`
        : Object.keys(filters).length ? 'No file passes these filters.' : 'No file yet. Drop one, or upload it above.';
    } catch (error) {
      status.textContent = error.message;
    }
  }

  more.hidden = true;
  load();
  return element('section', { class: 'page', 'aria-labelledby': 'files-title' },
    element('h1', { id: 'files-title' }, 'Files'), uploadForm(() => load()), filterRow(filters), status,
    element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Files, newest first' },
      element('table', {}, element('thead', {}, element('tr', {}, ['File', 'Received', 'Format', 'State', 'Entries'].map(name => element('th', { scope: 'col' }, name)))), rows)),
    more);
}

function filterRow(filters) {
  const boxes = { source: select('Source', 'source', value => value, 'Any'), state: select('State', 'state', words, 'Any'),
    fate: select('With an entry that was', 'fate', words, 'Any') };
  const offer = { source: filters.source ? [filters.source] : [], state: states, fate: fates };
  for (const [name, box] of Object.entries(boxes)) {
    box.offer(offer[name]);
    box.box.value = filters[name] ?? '';
  }
  call('api/sources').then(({ items }) => boxes.source.offer(items.map(item => item.source)), () => {});
  const choose = () => { location.hash = filesAddress(Object.fromEntries(Object.entries(boxes).map(([name, { box }]) => [name, box.value]))); };
  return element('form', { class: 'inline-filters', onchange: choose, onsubmit: event => event.preventDefault() }, Object.values(boxes).map(({ label }) => label));
}

function fileRow(file) {
  return element('tr', {},
    element('th', { scope: 'row' }, element('a', { href: fileAddress(file.path), dir: 'auto' }, file.path),
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
