// Builds elements. Children that are strings become text nodes, so nothing an article says is ever parsed as markup.
export function element(name, properties = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else if (key === 'class') node.className = value;
    else node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return node;
}

// A link to another site. Anything but http(s) is shown as text.
export function outward(url, ...children) {
  return /^https?:\/\//i.test(url ?? '')
    ? element('a', { href: url, rel: 'noopener noreferrer external', target: '_blank' }, ...children)
    : element('span', {}, ...children);
}

export function announce(text) {
  document.getElementById('announce').textContent = text;
}

export function show(main, ...nodes) {
  main.replaceChildren(...nodes);
}

// Focus follows navigation, so that a screen reader reads the new view from its heading.
export function focusHeading(root) {
  const heading = root.querySelector('h1, h2');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
