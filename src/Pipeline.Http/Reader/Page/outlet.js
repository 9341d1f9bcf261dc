import { element } from './dom.js';
import { showsImages } from './settings.js';

// An outlet by the name it gives itself, with its icon where images are on.
export const outletName = article => article.publisher?.name ?? article.source;

export function outletIcon(article) {
  const icon = article.publisher?.icon;
  return showsImages() && /^https?:/i.test(icon ?? '')
    && element('img', { class: 'outlet-icon', src: icon, alt: '', width: 16, height: 16, loading: 'lazy', referrerpolicy: 'no-referrer' });
}
