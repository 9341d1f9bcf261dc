import { showMarks } from './actions.js';
import { articleAddress, listAddress } from './address.js';
import { call } from './api.js';
import { articleView } from './article.js';
import { announce, element, show } from './dom.js';
import { feedLinks, learnToken } from './feeds.js';
import { many } from './format.js';
import { askForKey } from './key-dialog.js';
import { keyList } from './keys.js';
import { listView } from './list.js';
import { readMarks } from './marks.js';
import { failure } from './pages.js';
import { forgetPlace } from './place.js';
import { Stream } from './stream.js';

// The list on one side and the article on the other. `go` changes the address, and the address says what is shown here.
export class Desk {
  stream = new Stream();
  pane = element('div', { class: 'pane' });
  // The article that is open, and the one that was last.
  current = null;
  selected = null;
  isNarrowed = false;

  constructor(main, go) {
    Object.assign(this, { main, go });
    this.list = listView(this.stream, {
      draw: () => this.draw(),
      more: () => this.more(),
      clear: () => go(listAddress({}), {}),
      again: () => this.refresh(),
      enterKey: askForKey,
      filter: (filters, isTyping) => go(this.addressOf(filters), { isReplaced: isTyping, keepsFocus: true }),
    });
    this.root = element('div', { class: 'desk' }, element('h1', { id: 'list-title', class: 'visually-hidden' }, 'Articles'), this.list.root, this.pane);
  }

  addressOf(filters) {
    return this.current ? articleAddress(this.current, filters) : listAddress(filters);
  }

  draw() {
    this.list.draw(this.current);
  }

  async attempt(work) {
    try {
      await work();
      if (this.stream.articles.size) this.list.tell('');
    } catch (error) {
      if (this.stream.articles.size) this.list.tell(error.message);
      else announce(error.message);
    }
    this.draw();
  }

  more() {
    return this.attempt(() => this.stream.loadMore());
  }

  async refresh() {
    if (!this.isNarrowed) return;
    await this.attempt(() => this.stream.refresh());
    if (!this.stream.error) this.stream.count().then(() => this.draw(), () => {});
  }

  // Narrows the list to what the address says. The same filters again change nothing.
  async narrow(filters) {
    if (this.isNarrowed && JSON.stringify(filters) === JSON.stringify(this.stream.filters)) return;
    if (this.isNarrowed) forgetPlace();
    this.isNarrowed = true;
    this.list.narrow(filters);
    const loading = this.stream.load(filters);
    this.draw();
    await this.attempt(() => loading);
    if (!this.current) this.welcome();
    if (!this.stream.error) this.stream.count().then(() => this.draw(), () => {});
  }

  async open(id) {
    if (this.root.parentNode !== this.main) show(this.main, this.root);
    this.current = id;
    this.selected = id ?? this.selected;
    this.draw();
    if (!id) return this.welcome();
    this.list.keepInView(id);
    try {
      const view = await articleView(id, { back: listAddress(this.stream.filters), marked: () => this.draw() });
      if (this.current !== id) return;
      readMarks.set(id, true);
      this.pane.replaceChildren(view);
      showMarks(this.pane, id);
      this.draw();
    } catch (error) {
      if (this.current === id) this.pane.replaceChildren(failure(error));
    }
    this.pane.scrollTop = 0;
  }

  welcome() {
    this.pane.replaceChildren(element('div', { class: 'empty' }, element('h2', {}, 'Choose an article'), keyList(), feedLinks(this.stream.filters)));
  }

  // One article on or back; at the end of what is loaded it loads more.
  async move(step) {
    const at = this.stream.visible().findIndex(article => article.id === (this.current ?? this.selected));
    if (at + step >= this.stream.visible().length && this.stream.next) await this.more();
    const next = this.stream.visible()[Math.max(0, at + step)];
    if (next && next.id !== this.current) this.go(articleAddress(next.id, this.stream.filters), { isReplaced: this.current !== null });
  }

  mark(marks) {
    const id = this.current ?? this.selected;
    if (!id) return;
    marks.toggle(id);
    showMarks(this.pane, id);
    this.draw();
    announce(`${marks.has(id) ? '' : 'Not '}${marks.name}`);
  }

  openOrClose() {
    const id = this.selected ?? this.stream.visible()[0]?.id;
    if (this.current) this.go(listAddress(this.stream.filters), {});
    else if (id) this.go(articleAddress(id, this.stream.filters), {});
  }

  openOriginal() {
    const url = this.pane.querySelector('.article')?.dataset.url ?? this.stream.articles.get(this.selected)?.url;
    if (/^https?:/i.test(url ?? '')) window.open(url, '_blank', 'noopener,noreferrer');
  }

  hear(changes) {
    const added = this.stream.hear(changes);
    this.draw();
    if (added) announce(many(added, 'new article'));
  }

  // What may come after the list: the sources to choose from, the feeds' token.
  complete() {
    call('api/sources').then(({ items }) => this.list.offerSources(items.map(item => item.source)), () => {});
    learnToken().then(() => { if (!this.current) this.welcome(); }, () => {});
  }

  // False where the card is not there.
  focusCard() {
    const link = this.list.find(this.selected)?.querySelector('a');
    link?.focus({ preventScroll: true });
    return Boolean(link);
  }
}
