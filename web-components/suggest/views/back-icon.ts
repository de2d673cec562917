import { svg } from 'lit';
import { icon } from './icons.ts';

export const backIcon = icon(svg`<path d="M9.5 3.5 5 8l4.5 4.5" />`);
