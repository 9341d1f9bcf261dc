import { announce, element } from './dom.js';
import { ago, count, direction, languageName, many, moment, sentence } from './format.js';

const stateNames = { duplicate: 'Duplicate', withdrawn: 'Withdrawn', held: 'Held' };

// What is drawn at first and with each push of the button: a page that is left open for a day holds thousands.
const step = 200;
const narrowable = ['category', 'keyword', 'author', 'source', 'language'];

// The list of articles with its filters. It draws itself again when the stream changes, and keeps its place and focus.
export function listView(stream, actions) {
  const items = element('ol', { class: 'cards', 'aria-label': 'Articles, newest first' });
  const status = element('p', { class: 'list-status' });
  const more = element('button', { type: 'button', class: 'more', onclick: showMore }, 'Load older articles');
  const filters = filterForm(stream, actions);
  const narrowed = element('p', { class: 'narrowed', hidden: true });
  const root = element('section', { class: 'list', 'aria-labelledby': 'list-title' },
    filters.form, narrowed, status, items, more);

  let most = step;

  // Narrows the list to what an address names, beside what the form says: { keyword: 'tide' }.
  function narrow(wanted) {
    const known = Object.entries(wanted).filter(([name]) => narrowable.includes(name));
    narrowed.hidden = known.length === 0;
    narrowed.replaceChildren(...known.map(([name, value]) => element('span', {}, `${sentence(name)} `, element('strong', { dir: 'auto' }, value))),
      element('a', { href: '#/' }, 'Show all'));
    filters.narrow(Object.fromEntries(known));
  }

  function showMore() {
    most += step;
    if (most > stream.articles.size && stream.next) actions.more();
    else actions.draw();
  }

  function draw(currentId) {
    const visible = stream.visible();
    const focused = document.activeElement?.closest?.('.card')?.dataset.id;
    items.replaceChildren(...visible.slice(0, most).map(article => card(article, article.id === currentId)));
    if (focused) items.querySelector(`[data-id="${focused}"] a`)?.focus({ preventScroll: true });
    status.textContent = visible.length === 0 ? emptyText(stream) : statusText(visible.length, stream.articles.size);
    more.hidden = !stream.next && visible.length <= most;
    filters.refresh();
  }
  return { root, draw, narrow };
}

const emptyText = stream => stream.articles.size
  ? 'Nothing that is loaded matches your search.'
  : 'No article yet. Drop a file, and it appears here as soon as it is read.';

const statusText = (visible, loaded) => visible === loaded ? many(loaded, 'article') : `${count(visible)} of ${many(loaded, 'loaded article')}`;

function card(article, isCurrent) {
  const state = stateNames[article.state];
  return element('li', { class: `card${article.isNew ? ' is-new' : ''}`, 'data-id': article.id },
    element('a', { href: `#/article/${article.id}`, 'aria-current': isCurrent ? 'true' : null, dir: direction(article.language) },
      element('span', { class: 'card-meta' },
        element('span', { class: 'source' }, article.source),
        element('time', { datetime: article.listedAt, title: moment(article.published) }, ago(article.listedAt)),
        state && element('span', { class: `pill ${article.state}` }, state),
        article.revision > 1 && element('span', { class: 'pill' }, `Revision ${article.revision}`)),
      element('span', { class: 'card-title', lang: article.language, dir: 'auto' }, article.title || 'Untitled'),
      article.excerpt && element('span', { class: 'card-excerpt', lang: article.language, dir: 'auto' }, article.excerpt)));
}

function filterForm(stream, actions) {
  const search = element('input', { type: 'search', id: 'search', placeholder: 'Search what is loaded', 'aria-label': 'Search what is loaded',
    oninput: () => { stream.query = search.value; actions.draw(); } });
  const source = select('Source', 'source', value => value);
  const language = select('Language', 'language', languageName);
  const category = select('Category', 'category', value => value);
  const from = element('input', { type: 'date', name: 'publishedFrom' });
  const to = element('input', { type: 'date', name: 'publishedTo' });
  const duplicates = element('input', { type: 'checkbox', name: 'duplicates' });
  const withdrawn = element('input', { type: 'checkbox', name: 'withdrawn' });
  const form = element('form', { class: 'filters', role: 'search', onsubmit: event => event.preventDefault(), onchange: event => event.target !== search && apply() },
    search,
    element('details', { class: 'more-filters' }, element('summary', {}, 'Filters'),
      element('div', { class: 'filter-grid' },
        source.label, language.label, category.label,
        element('label', {}, 'From', from), element('label', {}, 'To', to),
        element('label', { class: 'check' }, duplicates, 'Duplicates'), element('label', { class: 'check' }, withdrawn, 'Withdrawn'),
        element('button', { type: 'reset', onclick: () => setTimeout(apply) }, 'Clear filters'))));

  let narrowing = {};

  function narrow(wanted) {
    if (JSON.stringify(wanted) === JSON.stringify(narrowing)) return;
    narrowing = wanted;
    apply();
  }

  function apply() {
    const include = [duplicates, withdrawn].filter(box => box.checked).map(box => box.name).join(',');
    actions.filter({ source: source.box.value, language: language.box.value, category: category.box.value, include,
      publishedFrom: from.value, publishedTo: to.value, ...narrowing });
    announce('Filters applied');
  }

  function refresh() {
    source.offer(stream.values('source'));
    language.offer(stream.values('language'));
    category.offer(stream.values('categories').slice(0, 60));
  }
  return { form, narrow, refresh };
}

// A select that offers what has been seen so far; a choice stays on offer when nothing loaded has it any more.
function select(label, name, nameOf) {
  const box = element('select', { name }, element('option', { value: '' }, 'All'));
  const seen = new Set();
  function offer(values) {
    for (const value of values.filter(value => !seen.has(value))) {
      seen.add(value);
      box.append(element('option', { value }, nameOf(value)));
    }
  }
  return { box, offer, label: element('label', {}, label, box) };
}
