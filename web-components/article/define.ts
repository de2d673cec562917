import { defineElement } from '../define-element.ts';
import { ErfaraArticle } from './element.ts';

defineElement('erfara-article', ErfaraArticle);

declare global {
  interface HTMLElementTagNameMap {
    'erfara-article': ErfaraArticle;
  }
}
