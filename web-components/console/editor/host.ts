import type { ArticleOutput } from '../../../server/http/contract.ts';
import type { Desk } from '../../client/desk.ts';
import type { LiveArticles } from '../room/live-articles.ts';
import type { Shell } from '../room/room-element.ts';
import type { RoomWords } from '../room/strings/strings.ts';
import type { EditorController } from './controller.ts';
import type { Splice } from './front-matter.ts';
import type { EditorWords } from './strings/strings.ts';

export const TABS = ['result', 'try', 'related', 'languages', 'history'] as const;
export type Tab = (typeof TABS)[number];

/** What the editor's views draw from, and what they ask of it. */
export interface EditorHost {
  readonly controller: EditorController;
  readonly strings: EditorWords;
  readonly common: RoomWords;
  readonly lang: string;
  readonly bank: LiveArticles;
  readonly desk: Desk;
  readonly shell: Shell;
  /** A front-matter field: an empty value takes it away. */
  set(key: string, value: unknown): void;
  apply(splice: Splice): void;
  goTo(offset: number): void;
  /** An article as it is saved, in all its languages; with a day, as it was on it. */
  article(id: string, where?: { at: string; market?: string }): Promise<ArticleOutput>;
  /** "Still correct": checked today, as the file says from then on. */
  confirm(): void;
  said(failure: unknown): string;
  requestUpdate(): void;
}
