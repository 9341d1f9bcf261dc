import { listAddress } from './address.js';
import { card } from './card.js';
import { announce, element } from './dom.js';
import { filterForm } from './filters.js';
import { count, dayName, many, sentence } from './format.js';
import { failed, loading, nothing } from './states.js';

// What is drawn at first and with each push of the button: a page that is left open for a day holds thousands.
const step = 200;

// The list of articles with its filters. It draws itself again when the stream changes, and keeps its place and focus.
export function listView(stream, actions) {
  const days = element('div', { class: 'days' });
  const status = element('p', { class: 'list-status' });
  const notice = element('p', { class: 'notice', role: 'status', hidden: true });
  const more = element('button', { type: 'button', class: 'more', onclick: () => showMore() }, 'Load older articles');
  const filters = filterForm(stream, actions);
  const narrowed = element('p', { class: 'narrowed', hidden: true });
  const root = element('section', { class: 'list', 'aria-labelledby': 'list-title' }, filters.form, notice, narrowed, status, days, more);
  let most = step;

  async function showMore() {
    most += step;
    if (most > stream.articles.size && stream.next) await actions.more();
    else actions.draw();
  }

  // Shows what the address narrows the list to, in the form and above the list.
  function narrow(wanted) {
    most = step;
    const stated = Object.entries(wanted).filter(([name]) => name !== 'q');
    narrowed.hidden = stated.length === 0;
    narrowed.replaceChildren(...stated.map(([name, value]) => element('a', { href: listAddress({ ...wanted, [name]: '' }), title: 'Take this filter away' },
      `${sentence(name)} `, element('strong', { dir: 'auto' }, value), ' ×')), element('a', { class: 'all', href: '#/' }, 'Show all'));
    filters.show(wanted);
  }

  function draw(currentId) {
    const visible = stream.visible();
    const focused = document.activeElement?.closest?.('.card')?.dataset.id;
    const at = visible.findIndex(article => article.id === currentId);
    most = Math.max(most, at + 1);
    days.replaceChildren(...(visible.length ? grouped(visible.slice(0, most), currentId, stream) : [instead(stream, actions)]));
    if (focused) days.querySelector(`[data-id="${focused}"] a`)?.focus({ preventScroll: true });
    status.textContent = visible.length ? statusText(visible.length, stream) : '';
    more.hidden = !stream.next && visible.length <= most;
    filters.refresh();
  }

  // Below the filters, which stay above what scrolls.
  function keepInView(id) {
    const box = find(id)?.getBoundingClientRect();
    if (!box?.height) return;
    const { top: above, bottom } = root.getBoundingClientRect();
    const top = Math.max(above, filters.form.getBoundingClientRect().bottom);
    if (box.top < top) root.scrollTop -= top - box.top;
    else if (box.bottom > bottom) root.scrollTop += box.bottom - bottom;
  }

  function tell(text) {
    notice.hidden = !text;
    notice.textContent = text;
    if (text) announce(text);
  }

  const find = id => days.querySelector(`.card[data-id="${id}"]`);
  return { root, draw, narrow, keepInView, tell, find, offerSources: filters.offerSources };
}

function instead(stream, actions) {
  if (stream.isLoading) return loading();
  return stream.error ? failed(stream.error, actions.again, actions.enterKey) : nothing(stream.filters, actions.clear);
}

// A list in the order of time has a heading for each day.
function grouped(articles, currentId, stream) {
  const draw = article => card(article, { isCurrent: article.id === currentId, isBelowDay: stream.isByTime, filters: stream.filters });
  if (!stream.isByTime) return [element('ol', { class: 'cards', 'aria-label': 'Articles, what fits best first' }, articles.map(draw))];
  const groups = Map.groupBy(articles, article => dayName(article.listedAt));
  return [...groups].map(([name, some], i) => element('section', { class: 'day', 'aria-labelledby': `day-${i}` },
    element('h2', { id: `day-${i}` }, name), element('ol', { class: 'cards', 'aria-labelledby': `day-${i}` }, some.map(draw))));
}

// "100 newest of 963". Where nobody has counted, or there are too many to count, it says no more than is known.
function statusText(visible, { filters, next, total }) {
  if (!next) return many(visible, 'article');
  const kind = filters.q && !filters.sort ? 'that fit best' : filters.sort === 'oldest' ? 'oldest' : 'newest';
  const shown = `${count(visible)} ${kind}`;
  return total ? `${shown} of ${total.isMore ? 'more than ' : ''}${count(total.articles)}` : `${shown}, more below`;
}
