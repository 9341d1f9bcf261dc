import { hasKey, useKey } from './api.js';
import { showConnection } from './connection.js';

const dialog = document.getElementById('key-dialog');

// The button is there for whom a key concerns: where everything is open, there is nothing to enter.
const showKeyButton = () => { document.getElementById('key').hidden = false; };

export function askForKey() {
  if (!dialog.open) dialog.showModal();
}

// Asks once where a key is missing: whoever closes the dialog finds in the list what to do.
export function wireKey() {
  let isAsked = false;
  document.getElementById('key').addEventListener('click', askForKey);
  dialog.addEventListener('close', () => {
    if (dialog.returnValue !== 'save') return;
    useKey(document.getElementById('key-input').value);
    location.reload();
  });
  document.addEventListener('keymissing', () => {
    showConnection('locked');
    showKeyButton();
    document.getElementById('key-refused').hidden = !hasKey();
    if (!isAsked) askForKey();
    isAsked = true;
  });
  document.addEventListener('keytooweak', showKeyButton);
  if (hasKey()) showKeyButton();
}
