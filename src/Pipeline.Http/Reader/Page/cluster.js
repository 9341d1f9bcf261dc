import { call } from './api.js';
import { difference } from './difference.js';
import { element, outward } from './dom.js';
import { later, many, moment, percent, sentence } from './format.js';

// Who else ran the story, when, why they are taken for one, and on request what each changed.
export async function clusterSection(article) {
  const cluster = await call(`api/clusters/${article.clusterId}`);
  if (cluster.members.length < 2) return null;
  const first = cluster.members[0].listedAt;
  const place = element('div', { class: 'compare', 'aria-live': 'polite' });
  return element('section', { class: 'cluster', 'aria-labelledby': 'cluster-title' },
    element('h3', { id: 'cluster-title' }, `One story, ${many(cluster.members.length, 'article')}`),
    element('ol', { class: 'members' }, cluster.members.map(member => row(member, cluster, article, first, place))),
    place);
}

function row(member, cluster, article, first, place) {
  const isThis = member.articleId === article.id;
  const tags = [member.articleId === cluster.canonicalId && 'Canonical', isThis && 'This one', member.isWithdrawn && 'Withdrawn'].filter(Boolean);
  return element('li', { class: isThis ? 'is-this' : '' },
    element('div', { class: 'card-meta' },
      element('span', { class: 'source' }, member.source),
      element('time', { datetime: member.listedAt, title: moment(member.listedAt) }, member.listedAt === first ? moment(first) : later(member.listedAt, first)),
      tags.map(tag => element('span', { class: 'pill' }, tag))),
    element('a', { href: `#/article/${member.articleId}`, dir: 'auto', lang: article.language }, member.title),
    cluster.credits.filter(credit => credit.from === member.articleId).map(credit => credits(credit, cluster)),
    element('div', { class: 'why' }, why(member.match),
      !isThis && !member.isWithdrawn && element('button', { type: 'button', 'aria-label': `Compare with ${member.source}: ${member.title}`, onclick: () => compare(article, member, place) }, 'Compare')));
}

// Whom it names as the origin: the member that it means, or where it points outside the cluster.
function credits(credit, cluster) {
  const meant = cluster.members.find(member => member.articleId === credit.to);
  const name = credit.name ?? meant?.source ?? credit.url;
  return element('div', { class: 'credit' }, 'Credits ',
    meant ? element('a', { href: `#/article/${meant.articleId}`, dir: 'auto' }, name) : outward(credit.url, element('bdi', {}, name)));
}

function why(match) {
  if (!match) return element('span', { class: 'muted' }, 'Began the cluster');
  const figures = match.rule === 'exactText' || match.rule === 'editor' ? '' : `: ${percent(match.resemblance)} alike, ${percent(match.containment)} of the shorter text`;
  return element('span', { class: 'muted' }, (rules[match.rule] ?? sentence(match.rule)) + figures);
}

const rules = { exactText: 'The same text', resemblance: 'Nearly the same', containment: 'One holds the other', editor: 'Joined by an editor' };

async function compare(article, member, place) {
  place.replaceChildren(element('p', { class: 'muted' }, 'Comparing…'));
  try {
    const answer = await call(`api/articles/${article.id}/diff`, { with: member.articleId });
    place.replaceChildren(element('h4', {}, `From this text to ${member.source}’s`), difference(answer.runs, article.language));
  } catch (error) {
    place.replaceChildren(element('p', { class: 'flag' }, error.message));
  }
}
