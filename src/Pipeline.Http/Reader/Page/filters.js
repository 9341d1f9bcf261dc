import { announce, element } from './dom.js';
import { languageName } from './format.js';

// A search asks the server, so it waits until the typing has.
const typingPause = 250;
const inForm = ['q', 'source', 'language', 'category', 'publishedFrom', 'publishedTo', 'include', 'sort', 'starred'];

// The search and the filters. What is chosen goes into the address, and what stands there is shown here.
export function filterForm(stream, actions) {
  let typing = 0;
  const search = element('input', { type: 'search', id: 'search', placeholder: 'Search', 'aria-label': 'Search',
    title: 'Words, "phrases", -exclusions, beginnings*, title:word',
    oninput: () => { clearTimeout(typing); typing = setTimeout(() => apply(true), typingPause); } });
  const selects = {
    source: select('Source', 'source', value => value),
    language: select('Language', 'language', languageName),
    category: select('Category', 'category', value => value),
    sort: select('Order', 'sort', value => ({ newest: 'Newest first', oldest: 'Oldest first' })[value] ?? value, 'As it comes'),
  };
  selects.sort.offer(['newest', 'oldest']);
  const dates = { publishedFrom: element('input', { type: 'date' }), publishedTo: element('input', { type: 'date' }) };
  const include = { duplicates: check(), withdrawn: check() };
  const starred = check();
  const form = element('form', { class: 'filters', role: 'search', onsubmit: event => event.preventDefault(), onchange: event => event.target !== search && apply(false) },
    search,
    element('details', { class: 'more-filters' }, element('summary', {}, 'Filters'),
      element('div', { class: 'filter-grid' },
        selects.source.label, selects.language.label, selects.category.label, selects.sort.label,
        element('label', {}, 'From', dates.publishedFrom), element('label', {}, 'To', dates.publishedTo),
        element('label', { class: 'check' }, include.duplicates, 'Duplicates'), element('label', { class: 'check' }, include.withdrawn, 'Withdrawn'),
        element('label', { class: 'check' }, starred, 'Starred'),
        element('button', { type: 'button', onclick: () => actions.clear() }, 'Clear filters'))));

  function apply(isTyping) {
    clearTimeout(typing);
    const others = Object.fromEntries(Object.entries(stream.filters).filter(([name]) => !inForm.includes(name)));
    const chosen = { q: search.value.trim(), starred: starred.checked ? 'yes' : '',
      include: Object.entries(include).filter(([, box]) => box.checked).map(([name]) => name).join(',') };
    for (const [name, { box }] of Object.entries(selects)) chosen[name] = box.value;
    for (const [name, box] of Object.entries(dates)) chosen[name] = box.value;
    actions.filter({ ...others, ...chosen }, isTyping);
    announce('Filters applied');
  }

  // What is being typed is not typed over.
  function show(filters) {
    if (document.activeElement !== search || !filters.q) search.value = filters.q ?? '';
    for (const [name, { box, offer }] of Object.entries(selects)) {
      if (filters[name]) offer([filters[name]]);
      box.value = filters[name] ?? '';
    }
    for (const [name, box] of Object.entries(dates)) box.value = filters[name]?.slice(0, 10) ?? '';
    for (const [name, box] of Object.entries(include)) box.checked = (filters.include ?? '').split(',').includes(name);
    starred.checked = Boolean(filters.starred);
  }

  function refresh() {
    selects.source.offer(stream.values('source'));
    selects.language.offer(stream.values('language'));
    selects.category.offer(stream.values('categories').slice(0, 60));
  }
  return { form, show, refresh, offerSources: selects.source.offer };
}

const check = () => element('input', { type: 'checkbox' });

// A select that offers what has been seen so far; a choice stays on offer when nothing loaded has it any more.
export function select(label, name, nameOf, all = 'All') {
  const box = element('select', { name }, element('option', { value: '' }, all));
  const seen = new Set();
  function offer(values) {
    for (const value of values.filter(value => !seen.has(value))) {
      seen.add(value);
      box.append(element('option', { value }, nameOf(value)));
    }
  }
  return { box, offer, label: element('label', {}, label, box) };
}
