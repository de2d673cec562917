import { defineElement } from '../define-element.ts';
import { ErfaraIncident } from './element.ts';

defineElement('erfara-incident', ErfaraIncident);

declare global {
  interface HTMLElementTagNameMap {
    'erfara-incident': ErfaraIncident;
  }
}
