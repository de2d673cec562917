import { defineElement } from '../define-element.ts';
import { ErfaraCapture } from './element.ts';

defineElement('erfara-capture', ErfaraCapture);

declare global {
  interface HTMLElementTagNameMap {
    'erfara-capture': ErfaraCapture;
  }
}
