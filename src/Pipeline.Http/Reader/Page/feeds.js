import { call, hasKey } from './api.js';
import { element } from './dom.js';

const formats = { RSS: 'feed.rss', Atom: 'feed.atom', 'JSON Feed': 'feed.json' };
const ofThePage = ['starred', 'state', 'fate'];
let base = 'api';

// Behind a key the feeds' addresses carry a token: a feed reader keeps it, and it opens nothing but feeds.
export async function learnToken() {
  if (!hasKey()) return;
  use((await call('api/feed-token')).token);
}

function use(token) {
  base = `api/feeds/${token}`;
  for (const link of document.querySelectorAll('link[rel="alternate"]')) link.href = `${base}/${link.href.split('/').pop()}`;
}

// The list as feeds, narrowed as it is.
export function feedLinks(filters) {
  const narrowing = new URLSearchParams(Object.entries(filters).filter(([name, value]) => value && !ofThePage.includes(name)));
  const links = element('span', { class: 'feed-links' });
  const draw = () => links.replaceChildren(...Object.entries(formats).flatMap(([name, file]) =>
    [element('a', { href: `${base}/${file}${narrowing.size ? `?${narrowing}` : ''}` }, name), '\u2003']));
  draw();
  return element('div', {}, element('p', {}, 'Or take the list with you: ', links), hasKey() && renewal(draw));
}

function renewal(draw) {
  const status = element('p', { role: 'status' });
  const renew = async () => {
    if (!confirm('Feed readers that have the present addresses will be refused. Renew the token?')) return;
    try {
      use((await call('api/feed-token', {}, { method: 'POST' })).token);
      draw();
      status.textContent = 'The feeds have new addresses; the former ones are refused.';
    } catch (error) {
      status.textContent = error.message;
    }
  };
  return element('div', {}, element('p', { class: 'muted' }, 'These addresses hold a token that opens feeds and nothing else. ',
    element('button', { type: 'button', onclick: renew }, 'Renew the token')), status);
}
