const names = { starting: 'Connecting…', live: 'Live', offline: 'Offline, trying again', locked: 'Needs a key' };

// How the connection is, in the bar.
export function showConnection(name) {
  const live = document.getElementById('live');
  live.dataset.state = name;
  live.textContent = names[name];
}
