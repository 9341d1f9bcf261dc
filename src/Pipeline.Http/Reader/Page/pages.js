import { element, show } from './dom.js';
import { figuresView } from './figures.js';
import { fileView } from './file.js';
import { filesView } from './files.js';

export const failure = error => element('p', { class: 'flag', role: 'alert' }, error.message);

// The views that take the whole page: the ledger, one file, the figures.
export async function showPage(main, { view, argument, filters }) {
  const build = { files: () => filesView(filters), file: () => fileView(argument), figures: figuresView }[view];
  try {
    show(main, element('section', { class: 'page' }, element('p', { class: 'muted', role: 'status' }, 'Loading…')));
    show(main, await build());
  } catch (error) {
    show(main, element('section', { class: 'page' }, element('h1', {}, 'This could not be read'), failure(error)));
  }
  scrollTo(0, 0);
}
