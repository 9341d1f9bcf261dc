// The endpoint as this page uses it. A problem (RFC 9457) becomes an error with the problem's words; status 0 is a server out of reach.
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
  const response = await ask(path, parameters, options);
  return response.json().catch(() => ({}));
}

// Saves what the endpoint answers under a name. A plain link could not send the key.
export async function download(path, name) {
  const response = await ask(path, {}, {});
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(await response.blob()), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

export const filePath = path => `api/files/${path.split('/').map(encodeURIComponent).join('/')}`;

async function ask(path, parameters, options) {
  const url = new URL(path, document.baseURI);
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== null && value !== '') url.searchParams.set(name, value);
  }
  const headers = { ...options.headers, ...(key ? { 'x-functions-key': key } : {}) };
  const response = await fetch(url, { ...options, headers }).catch(() => {
    throw new Problem(0, { detail: 'The server cannot be reached.' });
  });
  if (response.ok) return response;
  const problem = await response.json().catch(() => ({}));
  if (response.status === 401 || response.status === 403) document.dispatchEvent(new CustomEvent(response.status === 401 ? 'keymissing' : 'keytooweak'));
  throw new Problem(response.status, problem);
}

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
