import { defineElement } from '../define-element.ts';
import { ErfaraFlag } from './element.ts';
import { ErfaraRemarks } from './remarks-element.ts';

defineElement('erfara-flag', ErfaraFlag);
defineElement('erfara-remarks', ErfaraRemarks);

declare global {
  interface HTMLElementTagNameMap {
    'erfara-flag': ErfaraFlag;
    'erfara-remarks': ErfaraRemarks;
  }
}
