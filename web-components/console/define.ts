import { defineElement } from '../define-element.ts';
import { ErfaraConsole } from './shell/element.ts';

defineElement('erfara-console', ErfaraConsole);

declare global {
  interface HTMLElementTagNameMap {
    'erfara-console': ErfaraConsole;
  }
}
