import { element } from './dom.js';
import { many, textDirection } from './format.js';

// Two texts as one, with what each has alone marked. ins and del are announced by screen readers and need no colour.
export function difference(runs, language) {
  const changed = kind => runs.filter(run => run.kind === kind && isPassage(run)).length;
  const body = element('div', { class: 'difference', lang: language, dir: textDirection(language) }, runs.flatMap(run => draw(run)));
  const summary = changed('added') + changed('removed') === 0
    ? 'The texts are the same, word for word.'
    : `${many(changed('removed'), 'passage')} gone, ${many(changed('added'), 'passage')} new.`;
  return element('div', {}, element('p', { class: 'muted' }, summary), changed('added') + changed('removed') > 0 && body);
}

// White space that differs is laid out differently, not written differently.
const isPassage = run => run.text.trim() !== '';

function draw(run) {
  if (!isPassage(run)) return run.kind === 'removed' ? [] : [run.text];
  if (run.kind === 'added') return [element('ins', {}, run.text)];
  if (run.kind === 'removed') return [element('del', {}, run.text)];
  return shorten(run.text);
}

// A long stretch that both have is folded, because a reader came for the differences.
function shorten(text) {
  if (text.length < 900) return [text];
  const middle = text.slice(350, -350);
  const fold = element('button', { type: 'button', class: 'fold', onclick: () => fold.replaceWith(middle) }, `… ${many(middle.length, 'character')} that both have …`);
  return [text.slice(0, 350), fold, text.slice(-350)];
}
