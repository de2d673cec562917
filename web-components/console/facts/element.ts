import { LitElement } from 'lit';
import { defineElement } from '../../define-element.ts';

defineElement('erfara-console-facts', class extends LitElement {});
