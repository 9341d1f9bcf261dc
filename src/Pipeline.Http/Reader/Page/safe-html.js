// Article HTML comes sanitised; this is the second lock. It rebuilds the tree from an allow list of elements and attributes,
// node by node, so whatever is not on the list becomes its text.
const allowed = new Set(['P', 'BR', 'HR', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'BLOCKQUOTE', 'PRE', 'CODE', 'UL', 'OL', 'LI', 'DL', 'DT', 'DD',
  'STRONG', 'B', 'EM', 'I', 'U', 'S', 'SUB', 'SUP', 'MARK', 'SMALL', 'Q', 'CITE', 'ABBR', 'TIME', 'RUBY', 'RT', 'RP', 'BDI', 'BDO',
  'TABLE', 'CAPTION', 'THEAD', 'TBODY', 'TFOOT', 'TR', 'TH', 'TD', 'FIGURE', 'FIGCAPTION', 'DIV', 'SPAN', 'A', 'IMG', 'DEL', 'INS']);
const dropped = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'IFRAME', 'OBJECT', 'EMBED', 'SVG', 'MATH']);
const kept = ['lang', 'dir', 'title', 'datetime', 'colspan', 'rowspan', 'scope', 'start'];

export function safeHtml(html, showImages) {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const fragment = document.createDocumentFragment();
  copyChildren(parsed.body, fragment, showImages);
  return fragment;
}

function copyChildren(from, to, showImages) {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) to.append(node.data);
    else if (node.nodeType === Node.ELEMENT_NODE && !dropped.has(node.nodeName.toUpperCase())) copyElement(node, to, showImages);
  }
}

function copyElement(node, to, showImages) {
  if (!allowed.has(node.nodeName)) return copyChildren(node, to, showImages);
  if (node.nodeName === 'IMG') return to.append(image(node, showImages));
  const copy = document.createElement(headingBelow(node.nodeName));
  for (const name of kept) if (node.hasAttribute(name)) copy.setAttribute(name, node.getAttribute(name));
  const href = node.getAttribute('href');
  if (node.nodeName === 'A' && href && /^(https?:|mailto:)/i.test(href.trim())) {
    copy.href = href.trim();
    copy.rel = 'noopener noreferrer external';
    copy.target = '_blank';
  }
  copyChildren(node, copy, showImages);
  to.append(copy);
}

// The article's title is an h2, so the text's own headings begin below it.
const headingBelow = name => /^H[1-6]$/.test(name) ? `H${Math.min(6, Math.max(3, Number(name[1]) + 1))}` : name;

// An image tells its publisher's server who reads what: it loads only where the reader asked for images.
function image(node, showImages) {
  const source = node.getAttribute('src') ?? '';
  const alt = node.getAttribute('alt') ?? '';
  if (!showImages || !/^https?:/i.test(source)) {
    const note = document.createElement('span');
    note.className = 'image-note';
    note.textContent = alt ? `Image: ${alt}` : 'Image';
    return note;
  }
  const copy = document.createElement('img');
  Object.assign(copy, { src: source, alt, loading: 'lazy', decoding: 'async', referrerPolicy: 'no-referrer' });
  return copy;
}
