// What a reader chose stays in this browser.
const theme = localStorage.getItem('theme');
if (theme) document.documentElement.dataset.theme = theme;

export function toggleTheme() {
  const now = document.documentElement.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  document.documentElement.dataset.theme = now === 'dark' ? 'light' : 'dark';
  localStorage.setItem('theme', document.documentElement.dataset.theme);
}

export const showsImages = () => localStorage.getItem('images') === 'yes';

export function toggleImages() {
  localStorage.setItem('images', showsImages() ? 'no' : 'yes');
}
