// Where the list was when a reader left it: on a phone it goes when an article opens, and the way back must lead to the same place.
const narrow = matchMedia('(max-width: 56rem)');
// The browser's own memory would be of a list that is not drawn yet.
history.scrollRestoration = 'manual';
let place = 0;

addEventListener('scroll', () => {
  if (document.body.dataset.view === 'list') place = scrollY;
}, { passive: true });

// Called when a view has been drawn.
export function restorePlace(view) {
  if (narrow.matches) scrollTo(0, view === 'list' ? place : 0);
}

export function forgetPlace() {
  place = 0;
}
