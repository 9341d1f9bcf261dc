// Whether the filters let an article through, by the same rules as the server's: several values with commas, exclusions with a -.
export function passes(article, filters) {
  const { source, language, category, author, keyword, name, cluster, domain, minOutlets, include = '', publishedFrom, publishedTo } = filters;
  const shown = article.state === 'canonical' || include.split(',').includes(article.state + (article.state === 'duplicate' ? 's' : ''));
  const isBounded = publishedFrom || publishedTo;
  return shown
    && any(source, [article.source])
    && any(language, [article.language, article.language?.split('-')[0]])
    && any(category, article.categories)
    && any(author, article.authors)
    && any(keyword, article.keywords)
    && any(name, article.names)
    && any(cluster, [article.clusterId])
    && any(domain, hosts(article.url))
    && (article.outlets ?? 1) >= Number(minOutlets || 1)
    && (!isBounded || Boolean(article.published))
    && (!publishedFrom || article.published >= publishedFrom)
    && (!publishedTo || article.published.slice(0, publishedTo.length) <= publishedTo);
}

function any(filter, values = []) {
  if (!filter) return true;
  const parts = filter.split(',').map(part => part.trim().toLowerCase()).filter(Boolean);
  const has = part => values.some(value => value?.toLowerCase() === part);
  const wanted = parts.filter(part => !part.startsWith('-'));
  // A value may have a comma itself.
  if (wanted.length === parts.length) wanted.push(filter.trim().toLowerCase());
  return (wanted.length === 0 || wanted.some(has)) && !parts.some(part => part.startsWith('-') && has(part.slice(1)));
}

// The host of an address and every domain that it is below.
function hosts(url) {
  const labels = URL.canParse(url ?? '') ? new URL(url).hostname.split('.') : [];
  return labels.map((_, i) => labels.slice(i).join('.'));
}
