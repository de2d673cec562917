import { defineElement } from '../define-element.ts';
import type { ErfaraLength } from '../reply/length-element.ts';
import { ErfaraSuggest } from './element.ts';

defineElement('erfara-suggest', ErfaraSuggest);
void import('../reply/length-element.ts').then((length) => defineElement('erfara-length', length.ErfaraLength));

declare global {
  interface HTMLElementTagNameMap {
    'erfara-suggest': ErfaraSuggest;
    'erfara-length': ErfaraLength;
  }
}
