import { listAddress, readAddress } from './address.js';
import { call, poll } from './api.js';
import { showConnection } from './connection.js';
import { Desk } from './desk.js';
import { focusHeading } from './dom.js';
import { wireKey } from './key-dialog.js';
import { keysDialog, listenToKeys } from './keys.js';
import { readMarks, stars } from './marks.js';
import { showPage } from './pages.js';
import { restorePlace } from './place.js';
import { showsImages, toggleImages, toggleTheme } from './settings.js';

const main = document.getElementById('main');
const desk = new Desk(main, go);
const pause = 4000;

// Goes where a link would, or takes the place of what is shown, so that the way back does not lead through every letter that was typed.
function go(address, { isReplaced, keepsFocus }) {
  history[isReplaced ? 'replaceState' : 'pushState'](null, '', address);
  return route(keepsFocus);
}

// One address, one view.
async function route(keepsFocus) {
  const address = readAddress();
  const { view } = address;
  const name = view === 'file' ? 'files' : view === 'files' || view === 'figures' ? view : 'articles';
  for (const link of document.querySelectorAll('nav a')) {
    if (link.dataset.view === name) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  document.body.dataset.view = view;
  if (name === 'articles') await showArticles(address, keepsFocus);
  else await showPage(main, address);
  document.title = `${(main.querySelector('.article h2') ?? main.querySelector('h1'))?.textContent ?? ''} · Pipeline`;
  if (!keepsFocus && name !== 'articles') focusHeading(main);
}

async function showArticles({ view, argument, filters }, keepsFocus) {
  const opening = desk.open(view === 'article' ? argument : null);
  const narrowing = desk.narrow(filters);
  restorePlace(view);
  if (!keepsFocus && view === 'list' && !desk.focusCard()) focusHeading(main);
  await opening;
  if (!keepsFocus && view === 'article') focusHeading(desk.pane);
  await narrowing;
}

function state(name) {
  showConnection(name);
  const isCut = name === 'offline' && desk.stream.articles.size > 0;
  desk.list.tell(isCut ? 'The server cannot be reached. What is loaded can be read; new articles come as soon as it answers again.' : '');
  if (name === 'live' && desk.stream.error) desk.refresh();
}

// The list is on the screen before this begins. The cursor comes before a second look at the list: what is committed between the two is
// heard again rather than missed.
async function connect() {
  for (;;) {
    try {
      const { next } = await call('api/changes', { since: 'latest' });
      await desk.refresh();
      state('live');
      desk.complete();
      return poll(next, changes => desk.hear(changes), state);
    } catch (error) {
      state(error.status === 401 ? 'locked' : 'offline');
      if (error.status === 401) return;
      await new Promise(resolve => setTimeout(resolve, pause));
    }
  }
}

function wireBar() {
  const images = document.getElementById('images');
  images.setAttribute('aria-pressed', showsImages());
  images.addEventListener('click', () => {
    toggleImages();
    images.setAttribute('aria-pressed', showsImages());
    route(true);
  });
  document.getElementById('theme').addEventListener('click', toggleTheme);
  document.querySelector('.skip').addEventListener('click', event => {
    event.preventDefault();
    main.focus();
  });
}

function wireKeys() {
  const help = keysDialog();
  listenToKeys({
    j: () => desk.move(1), k: () => desk.move(-1), o: () => desk.openOrClose(), v: () => desk.openOriginal(),
    m: () => desk.mark(readMarks), s: () => desk.mark(stars),
    '/': () => document.getElementById('search')?.focus(),
    Escape: () => { if (readAddress().view !== 'list') go(listAddress(desk.stream.filters), {}); },
    '?': () => help.showModal(),
  });
}

async function start() {
  wireBar();
  wireKey();
  wireKeys();
  addEventListener('hashchange', () => route(false));
  await route(true);
  await connect();
}

start();
