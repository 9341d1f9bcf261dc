// Reads a running endpoint through the types that openapi-typescript generated, and prints what it found: node read.js ADDRESS FILE
import createClient from 'openapi-fetch';
import type { paths } from './client.js';

declare const process: { argv: string[] };

const [address, file] = process.argv.slice(2);
const client = createClient<paths>({ baseUrl: address.replace(/\/$/, '') });
const name = (text: string) => text[0].toUpperCase() + text.slice(1);

function found<T>({ data, error }: { data?: T; error?: unknown }): T {
  if (data === undefined) throw new Error(JSON.stringify(error));
  return data;
}

const listed = found(await client.GET('/api/articles', { params: { query: { sort: 'oldest', include: ['duplicates', 'withdrawn'] } } })).items!;
console.log(`listed ${listed.length} ${listed[0].id} ${name(listed[0].state)}`);

const [selected] = found(await client.GET('/api/articles', { params: { query: { fields: ['url', 'text'], limit: 1 } } })).items!;
console.log(`selected ${selected.id} ${name(String(selected.title === undefined))} ${selected.text!.length}`);

let followed = 0;
for (let since: string | undefined; ;) {
  const poll = found(await client.GET('/api/changes', { params: { query: { limit: 2, since } } }));
  followed += poll.changes.length;
  since = poll.next;
  if (!poll.more) break;
}

const latest = found(await client.GET('/api/articles', { params: { query: { since: 'latest' } } }));
console.log(`followed ${followed} ${latest.changes!.length} ${name(String(latest.next!.length > 0))}`);

const article = found(await client.GET('/api/articles/{id}', { params: { path: { id: listed[0].id } } }));
console.log(`read ${article.id} ${name(article.state)} ${article.wordCount} ${article.published!.slice(0, 10)}`);

const receipt = found(await client.GET('/api/files/{path}', { params: { path: { path: file } } }));
console.log(`receipt ${receipt.file.path} ${receipt.file.entryCount} ${name(receipt.entries[0].fate)}`);
