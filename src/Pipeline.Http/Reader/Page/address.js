// What stands in the address: #/?source=coast, #/article/ID?source=coast, #/files?state=rejected, #/file/PATH, #/figures.
// So a reload, a bookmark and the way back show what was shown.
const known = ['q', 'source', 'language', 'category', 'author', 'keyword', 'name', 'domain', 'cluster', 'minOutlets', 'include',
  'publishedFrom', 'publishedTo', 'sort', 'starred', 'state', 'fate'];
const form = /^#\/([a-z]*)(?:\/([^?]*))?(?:\?(.*))?$/;

export function readAddress(hash = location.hash) {
  const [, view = '', argument = '', query = ''] = form.exec(hash) ?? [];
  const filters = Object.fromEntries([...new URLSearchParams(query)].filter(([name, value]) => known.includes(name) && value));
  return { view: view || 'list', argument: decoded(argument), filters };
}

export const listAddress = filters => `#/${question(filters)}`;
export const articleAddress = (id, filters = {}) => `#/article/${id}${question(filters)}`;
export const filesAddress = filters => `#/files${question(filters)}`;
export const fileAddress = path => `#/file/${encodeURIComponent(path)}`;

function question(filters) {
  const stated = new URLSearchParams(Object.entries(filters).filter(([name, value]) => known.includes(name) && value));
  return stated.size ? `?${stated}` : '';
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
