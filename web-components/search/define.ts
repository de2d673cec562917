import { defineElement } from '../define-element.ts';
import { ErfaraSearch } from './element.ts';

defineElement('erfara-search', ErfaraSearch);

declare global {
  interface HTMLElementTagNameMap {
    'erfara-search': ErfaraSearch;
  }
}
