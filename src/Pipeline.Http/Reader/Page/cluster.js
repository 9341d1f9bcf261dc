import { articleAddress } from './address.js';
import { call } from './api.js';
import { difference } from './difference.js';
import { element, outward } from './dom.js';
import { later, many, moment, percent, sentence } from './format.js';
import { outletIcon, outletName } from './outlet.js';

// What stands above the text; the rest of a large cluster is a push of a button away.
const shownAtFirst = 5;
const mostNamed = 100;

// Who else ran the story, when, why they are taken for one, and on request what each changed. The first publisher comes first.
export async function clusterSection(article) {
  const cluster = await call(`api/clusters/${article.clusterId}`);
  if (cluster.members.length < 2) return null;
  const members = [...cluster.members].sort((a, b) => a.lagSeconds - b.lagSeconds);
  const story = { article, cluster, members, outlets: await outletsOf(members) };
  const rows = members.map(member => row(member, story));
  for (const hidden of rows.slice(shownAtFirst)) hidden.hidden = true;
  const all = element('button', { type: 'button', onclick: () => {
    for (const hidden of rows) hidden.hidden = false;
    rows[shownAtFirst].querySelector('a').focus();
    all.remove();
  } }, `All ${many(rows.length, 'article')}`);
  return element('section', { class: 'cluster', 'aria-labelledby': 'cluster-title' },
    element('h3', { id: 'cluster-title' }, `One story, ${many(members.length, 'article')}`),
    element('ol', { class: 'members' }, rows), rows.length > shownAtFirst && all);
}

// How the members' outlets call themselves, by article.
async function outletsOf(members) {
  const ids = members.slice(0, mostNamed).map(member => member.articleId).join(',');
  const page = await call('api/articles', { ids, fields: 'source,publisher' }).catch(() => ({ items: [] }));
  return new Map(page.items.map(article => [article.id, article]));
}

const nameOf = (member, { outlets }) => outletName(outlets.get(member.articleId) ?? member);

function row(member, story) {
  const { article, cluster, members } = story;
  const isThis = member.articleId === article.id;
  const first = members[0].listedAt;
  const tags = [member.articleId === cluster.canonicalId && 'Canonical', isThis && 'This one', member.isWithdrawn && 'Withdrawn'].filter(Boolean);
  const place = element('div', { class: 'compare' });
  return element('li', { class: isThis ? 'is-this' : '' },
    element('div', { class: 'card-meta' },
      outletIcon(story.outlets.get(member.articleId) ?? {}),
      element('span', { class: 'source' }, nameOf(member, story)),
      element('time', { datetime: member.listedAt, title: moment(member.listedAt) }, member === members[0] ? `first, ${moment(first)}` : later(member.listedAt, first)),
      tags.map(tag => element('span', { class: 'pill' }, tag))),
    element('a', { href: articleAddress(member.articleId), dir: 'auto', lang: article.language }, member.title),
    cluster.credits.filter(credit => credit.from === member.articleId).map(credit => credits(credit, cluster)),
    element('div', { class: 'why' }, why(member, story),
      !isThis && !member.isWithdrawn && element('button', { type: 'button', 'aria-label': `Compare with ${nameOf(member, story)}: ${member.title}`,
        onclick: () => compare(story, member, place) }, 'Compare')),
    place);
}

// Whom it names as the origin: the member that it means, or where it points outside the cluster.
function credits(credit, cluster) {
  const meant = cluster.members.find(member => member.articleId === credit.to);
  const name = credit.name ?? meant?.source ?? credit.url;
  return element('div', { class: 'credit' }, 'Credits ',
    meant ? element('a', { href: articleAddress(meant.articleId), dir: 'auto' }, name) : outward(credit.url, element('bdi', {}, name)));
}

// To whom a copy is alike, and how much.
function why({ match, matchedWith }, story) {
  if (!match) return element('span', { class: 'muted' }, 'Began the cluster');
  const other = story.members.find(member => member.articleId === matchedWith);
  const figures = match.rule === 'exactText' || match.rule === 'editor' ? '' : `: ${percent(match.resemblance)} alike, ${percent(match.containment)} of the shorter text`;
  const rule = rules[match.rule] ?? [sentence(match.rule), 'with'];
  return element('span', { class: 'muted' }, rule[0], other && [` ${rule[1]} `, element('bdi', {}, nameOf(other, story))], figures);
}

const rules = { exactText: ['The same text', 'as'], resemblance: ['Nearly the same', 'as'], containment: ['One holds the other, compared', 'with'],
  editor: ['Joined by an editor', 'to'] };

// Opens below the button that was pushed, and takes the focus there.
async function compare(story, member, place) {
  for (const open of place.closest('.members').querySelectorAll('.compare')) open.replaceChildren();
  const heading = element('h4', { tabindex: '-1' }, `From this text to ${nameOf(member, story)}’s`);
  place.replaceChildren(heading, element('p', { class: 'muted' }, 'Comparing…'));
  try {
    const answer = await call(`api/articles/${story.article.id}/diff`, { with: member.articleId });
    place.replaceChildren(heading, difference(answer.runs, story.article.language),
      element('button', { type: 'button', onclick: event => {
        event.target.closest('li').querySelector('.why button').focus();
        place.replaceChildren();
      } }, 'Close'));
  } catch (error) {
    place.replaceChildren(heading, element('p', { class: 'flag' }, error.message));
  }
  heading.focus({ preventScroll: true });
  heading.scrollIntoView({ block: 'nearest' });
  place.scrollIntoView({ block: 'nearest' });
}
