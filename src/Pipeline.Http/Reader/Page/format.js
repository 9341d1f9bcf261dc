const dateTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
const numbers = new Intl.NumberFormat();
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const units = [['day', 86400], ['hour', 3600], ['minute', 60]];

export const count = value => numbers.format(value);

export const many = (value, one, other = one + 's') => `${count(value)} ${value === 1 ? one : other}`;

export const percent = share => `${Math.round(share * 100)} %`;

export const moment = text => text ? dateTime.format(new Date(text)) : 'undated';

export const isRecent = (text, now = Date.now()) => Math.abs(new Date(text) - now) < 30 * 86400000;

// "5 minutes ago"; a month and more is a date, which says more.
export function ago(text, now = Date.now()) {
  const seconds = (new Date(text) - now) / 1000;
  if (!isRecent(text, now)) return day.format(new Date(text));
  const unit = units.find(([, size]) => Math.abs(seconds) >= size);
  return unit ? relative.format(Math.round(seconds / unit[1]), unit[0]) : 'just now';
}

const clockTime = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const longDay = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

// "16:05".
export const clock = text => clockTime.format(new Date(text));

export const isSameDay = (one, other) => new Date(one).toDateString() === new Date(other).toDateString();

// "Today", "Yesterday", or the date in full.
export function dayName(text, now = Date.now()) {
  if (isSameDay(text, now)) return 'Today';
  return isSameDay(text, now - 86400000) ? 'Yesterday' : longDay.format(new Date(text));
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

// "40 s", "3 h": as much as a person wants to know of a length of time.
export function duration(seconds) {
  const [name, size] = [['d', 86400], ['h', 3600], ['min', 60], ['s', 1]].find(([, size]) => seconds >= size * 1.5) ?? ['s', 1];
  return `${count(Math.round(seconds / size))} ${name}`;
}

// "camelCase" as a person writes it.
export const words = name => name.replace(/([A-Z])/g, ' $1').toLowerCase();
export const sentence = name => words(name).replace(/^./, letter => letter.toUpperCase());

// The side that a language's lines begin on.
const rightToLeft = /^(ar|arc|ckb|dv|fa|he|iw|ks|ku-arab|nqo|pa-arab|ps|sd|syr|ug|ur|yi)(-|$)/i;
export const direction = language => rightToLeft.test(language ?? '') ? 'rtl' : 'ltr';

// Of a text: a name in other letters at its beginning turns nothing round where the language is known.
export const textDirection = language => language ? direction(language) : 'auto';

// Of one paragraph among others: the side that most of its letters run from; null where it has none.
export function majorityDirection(text) {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const turned = text.match(/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu)?.length ?? 0;
  return letters === 0 ? null : turned * 2 > letters ? 'rtl' : 'ltr';
}

const names = new Intl.DisplayNames(undefined, { type: 'language' });
export function languageName(tag) {
  try {
    return names.of(tag);
  } catch {
    return tag;
  }
}
