import { articleAddress } from './address.js';
import { download } from './api.js';
import { announce, element } from './dom.js';
import { readMarks, stars } from './marks.js';

// What one does with an article: keep it, leave it unread, pass it on.
export function articleActions(article, marked) {
  const status = element('span', { class: 'muted', role: 'status' });
  const attempt = work => () => work().catch(error => { status.textContent = error.message; });
  const button = (label, act, properties = {}) => element('button', { type: 'button', onclick: act, ...properties }, label);
  const path = `api/articles/${encodeURIComponent(article.id)}`;
  return element('div', { class: 'article-actions' },
    toggle('Star', stars, article.id, marked), toggle('Read', readMarks, article.id, marked),
    button('Copy link', () => copyLink(article, status)),
    button('JSON', attempt(() => download(path, `${article.id}.json`)), { 'aria-label': 'Download as JSON' }),
    button('ninjs', attempt(() => download(`${path}.ninjs`, `${article.id}.ninjs`)), { 'aria-label': 'Download as ninjs' }),
    button('Print', () => print()), status);
}

function toggle(label, marks, id, marked) {
  const box = element('button', { type: 'button', 'data-marks': marks.name, 'aria-pressed': String(marks.has(id)), onclick: () => {
    marks.toggle(id);
    box.setAttribute('aria-pressed', String(marks.has(id)));
    marked();
  } }, label);
  return box;
}

// The publisher's address, or this page's where there is none. Without a clipboard it is there to be copied by hand.
async function copyLink(article, status) {
  const address = /^https?:/i.test(article.url ?? '') ? article.url : new URL(articleAddress(article.id), document.baseURI).href;
  try {
    await navigator.clipboard.writeText(address);
    status.textContent = 'Copied';
    announce('Link copied');
  } catch {
    const field = element('input', { value: address, readonly: true, 'aria-label': 'The link' });
    status.replaceChildren(field);
    field.select();
  }
}

// The buttons of the article that is open, after a key has changed its marks.
export function showMarks(root, id) {
  for (const marks of [stars, readMarks])
    root.querySelector(`[data-marks="${marks.name}"]`)?.setAttribute('aria-pressed', String(marks.has(id)));
}
