// The endpoint as this page uses it. A problem (RFC 9457) becomes an error with the problem's words.
let key = sessionStorage.getItem('key') ?? '';

export class Problem extends Error {
  constructor(status, problem) {
    super(problem.detail ?? problem.title ?? `The server answered ${status}.`);
    this.status = status;
    this.type = problem.type ?? '';
  }
}

export const hasKey = () => key !== '';

export function useKey(text) {
  key = text.trim();
  if (key) sessionStorage.setItem('key', key);
  else sessionStorage.removeItem('key');
}

export async function call(path, parameters = {}, options = {}) {
  const url = new URL(path, document.baseURI);
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== null && value !== '') url.searchParams.set(name, value);
  }
  const response = await fetch(url, { ...options, headers: key ? { 'x-functions-key': key } : {} });
  const body = await response.json().catch(() => ({}));
  if (response.ok) return body;
  if (response.status === 401 || response.status === 403) document.dispatchEvent(new CustomEvent(response.status === 401 ? 'keymissing' : 'keytooweak'));
  throw new Problem(response.status, body);
}

export const filePath = path => `api/files/${path.split('/').map(encodeURIComponent).join('/')}`;

// Polls for ever from a cursor; tells `heard` of each batch and `state` of how the connection is.
export async function poll(cursor, heard, state) {
  let pause = 1000;
  for (;;) {
    try {
      const answer = await call('api/changes', { since: cursor, wait: 25, limit: 500 });
      cursor = answer.next;
      pause = 1000;
      state('live');
      if (answer.changes.length) heard(answer.changes);
    } catch (error) {
      // A cursor that is refused for good never works again: the page starts over from what is there now.
      if (error.status === 410 || error.status === 400) return location.reload();
      state(error.status === 401 ? 'locked' : 'offline');
      await new Promise(resolve => setTimeout(resolve, pause));
      pause = Math.min(pause * 2, 30000);
    }
  }
}
