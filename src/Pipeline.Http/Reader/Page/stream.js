// The articles that are loaded: a page of the list, more pages behind it, and whatever the log has brought since.
import { call } from './api.js';
import { stars } from './marks.js';
import { passes } from './passes.js';

const pageSize = 100;

// A list is counted so far; one that is longer is said to be longer.
const mostCounted = 2000;

export class Stream {
  articles = new Map();
  next = null;
  filters = {};
  total = null;
  isLoading = true;
  error = null;

  // Fills from the newest page that the filters let through. Answers may overtake each other: only one to the latest filters counts.
  async load(filters) {
    Object.assign(this, { filters, articles: new Map(), next: null, total: null, isLoading: true, error: null });
    await this.refresh();
  }

  // The newest page once more, in place of what is there.
  async refresh() {
    const { filters } = this;
    try {
      const page = filters.starred && !stars.list().length ? { items: [] } : await call('api/articles', query(filters));
      if (this.filters !== filters) return;
      const kept = this.error || this.isLoading ? [] : [...this.articles];
      this.articles = new Map([...kept, ...page.items.map(article => [article.id, article])]);
      if (!kept.length) this.next = page.next ?? null;
      Object.assign(this, { isLoading: false, error: null });
    } catch (error) {
      if (this.filters === filters) Object.assign(this, { isLoading: false, error: this.articles.size ? null : error });
      if (this.filters === filters) throw error;
    }
  }

  async loadMore() {
    const { filters, next } = this;
    if (!next) return;
    const page = await call('api/articles', { ...query(filters), cursor: next });
    if (this.filters !== filters || this.next !== next) return;
    for (const article of page.items) this.articles.set(article.id, article);
    this.next = page.next ?? null;
  }

  // How many there are, asked for when the list is drawn. What a search finds is not counted.
  async count() {
    const { filters } = this;
    if (!this.next || filters.q || filters.starred) return;
    const { total } = await call('api/articles', { ...filters, limit: 1, fields: 'title', count: mostCounted });
    if (this.filters === filters) this.total = total;
  }

  // Takes what the log says; answers how many articles are new in the list.
  hear(changes) {
    let added = 0;
    for (const { article } of changes) {
      const known = this.articles.has(article.id);
      this.spread(article);
      // Only the index knows what a search finds; what the log brings meanwhile is found by the next one.
      if (!passes(article, this.filters) || ((this.filters.q || this.filters.starred) && !known)) {
        this.articles.delete(article.id);
        continue;
      }
      this.articles.set(article.id, { ...article, passage: this.articles.get(article.id)?.passage, isNew: !known });
      if (!known) added++;
    }
    if (this.total) this.total = { ...this.total, articles: this.total.articles + added };
    return added;
  }

  // A copy is no change of the article that stands for it, and yet one more outlet has the story.
  spread({ clusterId, clusterSize, outlets, clusterFirst }) {
    for (const [id, known] of this.articles)
      if (known.clusterId === clusterId) this.articles.set(id, { ...known, clusterSize, outlets, clusterFirst });
  }

  get isByTime() {
    return !this.filters.q || ['newest', 'oldest'].includes(this.filters.sort);
  }

  // What is loaded, newest first; of a search what fits best.
  visible() {
    const loaded = [...this.articles.values()];
    if (!this.isByTime) return loaded;
    const sign = this.filters.sort === 'oldest' ? -1 : 1;
    return loaded.sort((a, b) => sign * b.listedAt.localeCompare(a.listedAt) || a.id.localeCompare(b.id));
  }

  // The values of a field among what is loaded, the most frequent first.
  values(field) {
    const counts = new Map();
    for (const article of this.articles.values())
      for (const value of [article[field]].flat()) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
  }
}

// The server knows nothing of stars: it is asked for the articles that have one, as many as it takes at once.
const query = ({ starred, ...filters }) => starred ? { ids: stars.list().slice(0, 100).join(',') } : { ...filters, limit: pageSize };
