import { call, hasKey, poll, useKey } from './api.js';
import { articleView } from './article.js';
import { announce, element, focusHeading, show } from './dom.js';
import { figuresView } from './figures.js';
import { filesView, fileView } from './files.js';
import { many } from './format.js';
import { listView } from './list.js';
import { showsImages, toggleImages, toggleTheme } from './settings.js';
import { Stream } from './stream.js';

const main = document.getElementById('main');
const stream = new Stream();
const pane = element('div', { class: 'pane' });
const list = listView(stream, { draw: () => draw(), filter: filters => attempt(() => stream.load(filters).then(draw)), more: () => attempt(() => stream.loadMore().then(draw)) });
const desk = element('div', { class: 'desk' }, element('h1', { id: 'list-title', class: 'visually-hidden' }, 'Articles'), list.root, pane);
let current = null;

const draw = () => list.draw(current);

async function attempt(work) {
  try {
    await work();
  } catch (error) {
    announce(error.message);
    if (error.status !== 401) pane.replaceChildren(failure(error));
  }
}

const failure = error => element('p', { class: 'flag', role: 'alert' }, error.message);

// One hash, one view: #/, #/?keyword=TIDE, #/article/ID, #/files, #/file/PATH, #/figures.
async function route(isFirst) {
  const [, view = '', argument] = /^#\/([a-z]*)\/?(.*)$/.exec(location.hash) ?? [];
  const name = view === 'file' ? 'files' : view === 'files' || view === 'figures' ? view : 'articles';
  for (const link of document.querySelectorAll('nav a')) link.toggleAttribute('aria-current', link.dataset.view === name);
  document.body.dataset.view = view || 'list';
  if (name === 'articles' && view === '') list.narrow(Object.fromEntries(new URLSearchParams(argument ?? '')));
  if (name === 'articles') await showArticle(view === 'article' ? argument : null);
  else await showPage(view, decodeURIComponent(argument ?? ''));
  document.title = `${(main.querySelector('.article h2') ?? main.querySelector('h1'))?.textContent ?? ''} · Pipeline`;
  if (!isFirst) focusHeading(name === 'articles' && current ? pane : main);
}

async function showArticle(id) {
  if (desk.parentNode !== main) show(main, desk);
  current = id;
  draw();
  if (!id) return pane.replaceChildren(welcome());
  try {
    const view = await articleView(id);
    if (current === id) pane.replaceChildren(view);
    pane.scrollTop = 0;
  } catch (error) {
    pane.replaceChildren(failure(error));
  }
}

const keyNames = { j: 'older', k: 'newer', '/': 'search', Esc: 'back to the list' };
const feeds = { RSS: 'api/feed.rss', Atom: 'api/feed.atom', 'JSON Feed': 'api/feed.json' };

function welcome() {
  const filters = new URLSearchParams(Object.entries(stream.filters).filter(([, value]) => value));
  return element('div', { class: 'empty' }, element('h2', {}, 'Choose an article'),
    element('p', {}, Object.entries(keyNames).flatMap(([name, meaning]) => [element('kbd', {}, name.toUpperCase()), ` ${meaning} \u2003`])),
    element('p', {}, 'Or take the list with you: ', Object.entries(feeds).flatMap(([name, path]) => [element('a', { href: filters.size ? `${path}?${filters}` : path }, name), '\u2003'])));
}

async function showPage(view, argument) {
  const build = { files: filesView, file: () => fileView(argument), figures: figuresView }[view];
  try {
    show(main, await build());
  } catch (error) {
    show(main, element('section', { class: 'page' }, element('h1', {}, 'This could not be read'), failure(error)));
  }
  scrollTo(0, 0);
}

const connection = { starting: 'Connecting…', live: 'Live', offline: 'Offline, trying again', locked: 'Needs a key' };

function state(name) {
  const live = document.getElementById('live');
  live.dataset.state = name;
  live.textContent = connection[name];
}

function heard(changes) {
  const added = stream.hear(changes);
  draw();
  if (added) announce(many(added, 'new article'));
}

function move(step) {
  const visible = stream.visible();
  const next = visible[Math.min(visible.length - 1, Math.max(0, visible.findIndex(article => article.id === current) + step))];
  if (!next) return;
  location.hash = `#/article/${next.id}`;
  document.querySelector(`.card[data-id="${next.id}"]`)?.scrollIntoView({ block: 'nearest' });
  if (next === visible.at(-1) && stream.next) attempt(() => stream.loadMore().then(draw));
}

function pressed(event) {
  if (event.target.closest('input, select, textarea, dialog') || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'j') move(1);
  else if (event.key === 'k') move(-1);
  else if (event.key === 'Escape') location.hash = '#/';
  else if (event.key === '/') {
    event.preventDefault();
    document.getElementById('search')?.focus();
  }
}

function askForKey() {
  const dialog = document.getElementById('key-dialog');
  if (!dialog.open) dialog.showModal();
}

// The button is there for whom a key concerns: where everything is open, there is nothing to enter.
const showKeyButton = () => { document.getElementById('key').hidden = false; };

function wire() {
  const images = document.getElementById('images');
  images.setAttribute('aria-pressed', showsImages());
  images.addEventListener('click', () => {
    toggleImages();
    images.setAttribute('aria-pressed', showsImages());
    route(true);
  });
  document.getElementById('theme').addEventListener('click', toggleTheme);
  document.getElementById('key').addEventListener('click', askForKey);
  document.getElementById('key-dialog').addEventListener('close', event => {
    if (event.target.returnValue !== 'save') return;
    useKey(document.getElementById('key-input').value);
    location.reload();
  });
  document.addEventListener('keymissing', () => {
    state('locked');
    showKeyButton();
    document.getElementById('key-refused').hidden = !hasKey();
    askForKey();
  });
  document.addEventListener('keytooweak', showKeyButton);
  if (hasKey()) showKeyButton();
  document.addEventListener('keydown', pressed);
  addEventListener('hashchange', () => route(false));
}

// The cursor comes before the list: what is committed between the two is heard again rather than missed.
async function start() {
  wire();
  const { next } = await call('api/changes', { since: 'latest' });
  await stream.load({});
  state('live');
  await route(true);
  poll(next, heard, state);
}

start().catch(error => {
  if (error.status !== 401) show(main, failure(error));
});
