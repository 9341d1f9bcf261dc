import { element } from './dom.js';
export const figuresView = async () => element('section', { class: 'page' }, element('h1', {}, 'Figures'));
