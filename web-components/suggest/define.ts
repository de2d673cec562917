import type { ErfaraLength } from '../reply/length-element.ts';
import { ErfaraSuggest } from './element.ts';

// A page may load the bundle twice, and a host may have defined the name in its own way: the first wins.
if (!customElements.get('erfara-suggest')) customElements.define('erfara-suggest', ErfaraSuggest);
void import('../reply/length-element.ts').then(
  (length) => customElements.get('erfara-length') ?? customElements.define('erfara-length', length.ErfaraLength),
);

declare global {
  interface HTMLElementTagNameMap {
    'erfara-suggest': ErfaraSuggest;
    'erfara-length': ErfaraLength;
  }
}
