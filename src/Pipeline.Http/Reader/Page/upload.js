import { fileAddress } from './address.js';
import { call, filePath } from './api.js';
import { element } from './dom.js';
import { entryTable, receiptHead } from './file.js';

const pause = 1000;
const patience = 120000;

// Drops small files, shows what became of each, and says when one has been read. It needs the admin key where there are keys.
export function uploadForm(onRead) {
  const folder = element('input', { required: true, value: 'uploads', maxlength: 100, pattern: '[^\\/\\\\]+', title: 'A name without slashes' });
  const chosen = element('input', { type: 'file', required: true, multiple: true });
  const receipts = element('div', { 'aria-live': 'polite' });
  const form = element('form', { class: 'inline-filters', onsubmit: async event => {
    event.preventDefault();
    const files = [...chosen.files];
    chosen.value = '';
    for (const file of files) if (await upload(folder.value.trim(), file, receipts)) onRead();
  } }, element('label', {}, 'Choose files', chosen), element('label', {}, 'Into', folder), element('button', { class: 'strong' }, 'Upload'));
  return element('details', { class: 'upload' }, element('summary', {}, 'Upload files'), form, receipts);
}

// Whether it has been read by now.
async function upload(folder, file, receipts) {
  const path = `${folder}/${file.name}`;
  const status = element('p', { role: 'status' }, 'Uploading…');
  const place = element('section', { class: 'receipt' }, element('h2', { dir: 'auto' }, path), status);
  receipts.prepend(place);
  try {
    const headers = { 'Content-Type': file.type || 'application/octet-stream' };
    const dropped = await call(filePath(path), {}, { method: 'PUT', body: file, headers });
    status.textContent = 'Uploaded. It waits to be read…';
    const receipt = await settled(dropped);
    const link = element('a', { href: fileAddress(path) }, 'Its receipt');
    status.replaceChildren(...receipt ? [link] : ['It is not read yet. ', link, ' is there as soon as it is.']);
    if (receipt) place.append(receiptHead(receipt), entryTable(receipt) || '');
    return Boolean(receipt);
  } catch (error) {
    status.className = 'flag';
    status.textContent = error.message;
    return false;
  }
}

// The receipt of this version of the file, once every entry has its fate.
async function settled({ path, version }) {
  for (const end = Date.now() + patience; Date.now() < end; await new Promise(resolve => setTimeout(resolve, pause))) {
    const receipt = await call(filePath(path)).catch(error => {
      if (error.status !== 404) throw error;
      return null;
    });
    if (receipt?.file.version === version && receipt.file.state !== 'parsed') return receipt;
  }
  return null;
}
