import { call } from './api.js';
import { difference } from './difference.js';
import { element } from './dom.js';
import { words } from './format.js';

// What each revision of an article changed, on request.
export function revisions(article) {
  if (article.revision < 2) return '';
  const place = element('div', { 'aria-live': 'polite' });
  const compare = async to => {
    try {
      const answer = await call(`api/articles/${article.id}/diff`, { from: to - 1, to });
      const former = answer.revision?.formerTitle;
      place.replaceChildren(element('p', {}, `Revision ${to}: ${words(answer.revision?.kind ?? '')}`),
        former ? element('p', {}, 'Headline before: ', element('del', { dir: 'auto' }, former)) : '', difference(answer.runs, article.language));
    } catch (error) {
      place.replaceChildren(element('p', { class: 'flag' }, error.message));
    }
  };
  const buttons = Array.from({ length: article.revision - 1 }, (_, i) => i + 2).reverse()
    .map(to => element('button', { type: 'button', onclick: () => compare(to) }, `What revision ${to} changed`));
  return element('section', { class: 'revisions' }, element('h3', {}, 'Revisions'), element('p', { class: 'actions' }, buttons), place);
}
