// The articles that are loaded: a page of the list, more pages behind it, and whatever the log has brought since.
import { call } from './api.js';

const pageSize = 100;

export class Stream {
  articles = new Map();
  next = null;
  filters = {};

  // Fills from the newest page that the filters let through. Answers may overtake each other: only one to the latest filters counts.
  async load(filters) {
    this.filters = filters;
    const page = await call('api/articles', { ...filters, limit: pageSize });
    if (this.filters !== filters) return;
    this.articles = new Map(page.items.map(article => [article.id, article]));
    this.next = page.next ?? null;
  }

  async loadMore() {
    const { filters } = this;
    const page = await call('api/articles', { ...filters, limit: pageSize, cursor: this.next });
    if (this.filters !== filters) return;
    for (const article of page.items) this.articles.set(article.id, article);
    this.next = page.next ?? null;
  }

  // Takes what the log says; answers how many articles are new in the list.
  hear(changes) {
    let added = 0;
    for (const { article } of changes) {
      const known = this.articles.has(article.id);
      if (!this.passes(article)) {
        this.articles.delete(article.id);
        continue;
      }
      this.articles.set(article.id, { ...article, isNew: !known });
      if (!known) added++;
    }
    return added;
  }

  // What lists hold, by the same rules as the server's.
  passes(article) {
    // Only the index knows what a search finds; what the log brings meanwhile is found by the next one.
    if (this.filters.q && !this.articles.has(article.id)) return false;
    const { source, language, category, author, keyword, include = '', publishedFrom, publishedTo } = this.filters;
    const shown = article.state === 'canonical' || include.split(',').includes(article.state + (article.state === 'duplicate' ? 's' : ''));
    return shown
      && (!source || article.source === source)
      && (!language || article.language === language || article.language?.split('-')[0] === language)
      && (!category || article.categories.includes(category))
      && (!author || article.authors.includes(author))
      && (!keyword || article.keywords.includes(keyword))
      && (!publishedFrom || article.published >= publishedFrom)
      && (!publishedTo || article.published?.slice(0, 10) <= publishedTo);
  }

  // What is loaded, newest first; of a search what fits best.
  visible() {
    const loaded = [...this.articles.values()];
    return this.filters.q ? loaded : loaded.sort((a, b) => b.listedAt.localeCompare(a.listedAt) || a.id.localeCompare(b.id));
  }

  // The values of a field among what is loaded, the most frequent first.
  values(field) {
    const counts = new Map();
    for (const article of this.articles.values())
      for (const value of [article[field]].flat()) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
  }
}
