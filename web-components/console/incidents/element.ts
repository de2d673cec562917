import { LitElement } from 'lit';
import { defineElement } from '../../define-element.ts';

defineElement('erfara-console-incidents', class extends LitElement {});
