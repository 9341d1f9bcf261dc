import { articleAddress } from './address.js';
import { element } from './dom.js';
import { ago, clock, direction, isSameDay, moment, textDirection } from './format.js';
import { readMarks, stars } from './marks.js';
import { outletIcon, outletName } from './outlet.js';
import { showsImages } from './settings.js';

const stateNames = { duplicate: 'Duplicate', withdrawn: 'Withdrawn', held: 'Held' };

// One article in the list. Below the heading of its day the time says enough; elsewhere it has its date.
export function card(article, { isCurrent, isBelowDay, filters }) {
  const classes = ['card', article.isNew && 'is-new', readMarks.has(article.id) && 'is-read', stars.has(article.id) && 'is-starred'];
  return element('li', { class: classes.filter(Boolean).join(' '), 'data-id': article.id },
    element('a', { href: articleAddress(article.id, filters), 'aria-current': isCurrent ? 'true' : null, dir: direction(article.language) },
      thumbnail(article),
      meta(article, isBelowDay),
      element('span', { class: 'card-title', lang: article.language, dir: textDirection(article.language) }, article.title || 'Untitled'),
      (article.passage ?? article.excerpt) && element('span', { class: article.passage ? 'card-excerpt passage' : 'card-excerpt', lang: article.language, dir: textDirection(article.language) },
        article.passage ?? article.excerpt)));
}

function meta(article, isBelowDay) {
  const state = stateNames[article.state];
  const time = isBelowDay ? clock(article.listedAt) : ago(article.listedAt);
  return element('span', { class: 'card-meta' },
    outletIcon(article),
    element('span', { class: 'source' }, outletName(article)),
    element('time', { datetime: article.listedAt, title: article.published ? moment(article.published) : `First seen ${moment(article.listedAt)}` },
      article.published ? time : `seen ${time}`),
    !article.published && element('span', { class: 'pill' }, 'Undated'),
    article.outlets > 1 && element('span', { class: 'pill outlets' }, spread(article)),
    state && element('span', { class: `pill ${article.state}` }, state),
    article.revision > 1 && element('span', { class: 'pill' }, `Revision ${article.revision}`),
    stars.has(article.id) && element('span', { class: 'star' }, '★', element('span', { class: 'visually-hidden' }, 'Starred')),
    readMarks.has(article.id) && element('span', { class: 'visually-hidden' }, 'Read'));
}

// "6 outlets · first 16:05".
function spread(article) {
  const first = article.clusterFirst ?? article.listedAt;
  return `${article.outlets} outlets · first ${isSameDay(first, article.listedAt) ? clock(first) : moment(first)}`;
}

function thumbnail({ image }) {
  return showsImages() && /^https?:/i.test(image ?? '')
    && element('img', { class: 'thumbnail', src: image, alt: '', width: 72, height: 54, loading: 'lazy', referrerpolicy: 'no-referrer' });
}
