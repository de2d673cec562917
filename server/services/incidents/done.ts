import type { Article } from '../../domain/article.ts';

/** What a deed left: the incident's articles as they are now, and whether anything was written. */
export interface Done {
  incident: Article;
  articles: Article[];
  written: boolean;
}
