import { element } from './dom.js';

// The keys that feed readers have taught everyone.
export const keyNames = [['j', 'next article'], ['k', 'the one before'], ['o', 'open or close it'], ['v', 'read the original'], ['m', 'read or unread'],
  ['s', 'star'], ['/', 'search'], ['Esc', 'back to the list'], ['?', 'these keys']];

const fields = 'input, select, textarea';

// actions: a function for each key.
export function listenToKeys(actions) {
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('dialog')) return;
    if (event.target.closest(fields)) {
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
}

// A dialog with all of them; Esc closes it.
export function keysDialog() {
  const dialog = element('dialog', { class: 'keys', 'aria-labelledby': 'keys-title' },
    element('h2', { id: 'keys-title' }, 'Keys'), keyList(),
    element('form', { method: 'dialog', class: 'dialog-end' }, element('button', { class: 'strong' }, 'Close')));
  document.body.append(dialog);
  return dialog;
}

export const keyList = () => element('dl', { class: 'key-list' },
  keyNames.map(([key, meaning]) => element('div', {}, element('dt', {}, element('kbd', {}, key)), element('dd', {}, meaning))));
