import { defineElement } from '../define-element.ts';
import { ErfaraWhatsNew } from './element.ts';

defineElement('erfara-whats-new', ErfaraWhatsNew);

declare global {
  interface HTMLElementTagNameMap {
    'erfara-whats-new': ErfaraWhatsNew;
  }
}
