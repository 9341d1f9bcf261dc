import { announce, element } from './dom.js';
import { ago, direction, languageName, many, moment, sentence } from './format.js';
import { showsImages } from './settings.js';

const stateNames = { duplicate: 'Duplicate', withdrawn: 'Withdrawn', held: 'Held' };

// What is drawn at first and with each push of the button: a page that is left open for a day holds thousands.
const step = 200;
const narrowable = ['category', 'keyword', 'author', 'source', 'language', 'name', 'domain'];

// A search asks the server, so it waits until the typing has.
const typingPause = 250;

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
    status.textContent = visible.length === 0 ? emptyText(stream) : statusText(visible.length, stream);
    more.hidden = !stream.next && visible.length <= most;
    filters.refresh();
  }
  return { root, draw, narrow };
}

const emptyText = ({ filters }) => Object.values(filters).some(Boolean)
  ? 'Nothing matches. Take a word or a filter away.'
  : 'No article yet. Drop a file, and it appears here as soon as it is read.';

const statusText = (visible, { filters, next }) =>
  filters.q ? `${many(visible, 'article')}${next ? ' that fit best' : ''}` : next ? `The ${many(visible, 'newest article')}` : many(visible, 'article');

const outletOf = article => article.publisher?.name ?? article.source;

function card(article, isCurrent) {
  const state = stateNames[article.state];
  return element('li', { class: `card${article.isNew ? ' is-new' : ''}`, 'data-id': article.id },
    element('a', { href: `#/article/${article.id}`, 'aria-current': isCurrent ? 'true' : null, dir: direction(article.language) },
      element('span', { class: 'card-meta' },
        showsImages() && article.publisher?.icon && element('img', { class: 'outlet-icon', src: article.publisher.icon, alt: '', width: 16, height: 16 }),
        element('span', { class: 'source' }, outletOf(article)),
        element('time', { datetime: article.listedAt, title: article.published ? moment(article.published) : `First seen ${moment(article.listedAt)}` },
          ago(article.listedAt)),
        !article.published && element('span', { class: 'pill' }, 'Undated'),
        article.outlets > 1 && element('span', { class: 'pill' }, `${article.outlets} outlets`),
        state && element('span', { class: `pill ${article.state}` }, state),
        article.revision > 1 && element('span', { class: 'pill' }, `Revision ${article.revision}`)),
      element('span', { class: 'card-title', lang: article.language, dir: 'auto' }, article.title || 'Untitled'),
      (article.passage ?? article.excerpt)
        && element('span', { class: 'card-excerpt', lang: article.language, dir: 'auto' }, article.passage ?? article.excerpt)));
}

function filterForm(stream, actions) {
  let typing = 0;
  const search = element('input', { type: 'search', id: 'search', placeholder: 'Search', 'aria-label': 'Search',
    title: 'Words, "phrases", -exclusions, beginnings*, title:word',
    oninput: () => { clearTimeout(typing); typing = setTimeout(apply, typingPause); } });
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
    clearTimeout(typing);
    actions.filter({ q: search.value.trim(), source: source.box.value, language: language.box.value, category: category.box.value, include,
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
