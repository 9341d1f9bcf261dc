// What was read and what was starred. It stays in this browser, and the oldest marks go where there are too many.
class Marks {
  constructor(name, most) {
    this.name = name;
    this.most = most;
    this.read();
  }

  read() {
    try {
      this.ids = new Set(JSON.parse(localStorage.getItem(this.name) ?? '[]'));
    } catch {
      this.ids = new Set();
    }
  }

  has(id) {
    return this.ids.has(id);
  }

  set(id, isMarked) {
    if (this.has(id) === isMarked) return;
    if (isMarked) this.ids.add(id);
    else this.ids.delete(id);
    this.ids = new Set([...this.ids].slice(-this.most));
    try {
      localStorage.setItem(this.name, JSON.stringify([...this.ids]));
    } catch {
      // A browser that keeps nothing keeps the marks as long as the page is open.
    }
  }

  toggle(id) {
    this.set(id, !this.has(id));
  }

  // The newest first.
  list() {
    return [...this.ids].reverse();
  }
}

export const readMarks = new Marks('read', 5000);
export const stars = new Marks('starred', 1000);

// Another tab's marks are this tab's as well.
addEventListener('storage', event => {
  for (const marks of [readMarks, stars]) if (marks.name === event.key) marks.read();
});
