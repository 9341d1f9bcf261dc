import { element, outward } from './dom.js';
import { bytes } from './format.js';

// Sound and film play here; nothing of them loads before someone presses play.
export function players(article) {
  const files = (article.enclosures ?? []).filter(({ url }) => /^https?:/i.test(url));
  return files.map(file => [file, kindOf(file)]).filter(([, kind]) => kind).map(([file, kind]) => element('figure', { class: 'player' },
    element(kind, { controls: true, preload: 'none', src: file.url, 'aria-label': `${nameOf(file)} of ${article.title || 'this article'}` }),
    element('figcaption', {}, outward(file.url, nameOf(file)), file.length ? `, ${bytes(file.length)}` : '')));
}

export const attachment = file => outward(file.url, `${file.mediaType ?? nameOf(file)}${file.length ? `, ${bytes(file.length)}` : ''}`);

function kindOf({ mediaType, url }) {
  if (/^audio\//i.test(mediaType ?? '')) return 'audio';
  if (/^video\//i.test(mediaType ?? '')) return 'video';
  if (mediaType) return null;
  return /\.(mp3|m4a|ogg|opus|wav)($|\?)/i.test(url) ? 'audio' : /\.(mp4|webm|m4v)($|\?)/i.test(url) ? 'video' : null;
}

const nameOf = ({ url }) => URL.canParse(url) ? new URL(url).pathname.split('/').pop() || url : url;
