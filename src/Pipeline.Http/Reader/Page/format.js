const dateTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
const numbers = new Intl.NumberFormat();
const units = [['year', 31536000], ['month', 2592000], ['week', 604800], ['day', 86400], ['hour', 3600], ['minute', 60]];

export const count = value => numbers.format(value);

export const many = (value, one, other = one + 's') => `${count(value)} ${value === 1 ? one : other}`;

export const percent = share => `${Math.round(share * 100)} %`;

export const moment = text => text ? dateTime.format(new Date(text)) : 'undated';

export function ago(text, now = Date.now()) {
  const seconds = (new Date(text) - now) / 1000;
  const unit = units.find(([, size]) => Math.abs(seconds) >= size);
  return unit ? relative.format(Math.round(seconds / unit[1]), unit[0]) : 'just now';
}

// How much later one moment is than another: "+12 min".
export function later(text, first) {
  const minutes = Math.round((new Date(text) - new Date(first)) / 60000);
  if (minutes === 0) return 'at the same time';
  const sign = minutes < 0 ? '−' : '+';
  const size = Math.abs(minutes);
  if (size < 60) return `${sign}${size} min`;
  return size < 2880 ? `${sign}${Math.round(size / 60)} h` : `${sign}${Math.round(size / 1440)} d`;
}

export function bytes(size) {
  if (size < 1024) return `${size} B`;
  return size < 1048576 ? `${(size / 1024).toFixed(1)} KB` : `${(size / 1048576).toFixed(1)} MB`;
}

// "camelCase" as a person writes it.
export const words = name => name.replace(/([A-Z])/g, ' $1').toLowerCase();

const names = new Intl.DisplayNames(undefined, { type: 'language' });
export function languageName(tag) {
  try {
    return names.of(tag);
  } catch {
    return tag;
  }
}

export const folded = text => text.normalize('NFKC').toLocaleLowerCase();
