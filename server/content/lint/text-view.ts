import type { Node } from 'yaml';
import type { Article, Section, Text } from '../../domain/article.ts';
import { type SplitFile, splitFile } from '../front-matter.ts';
import type { BankView } from './bank-view.ts';
import type { Place } from './rule.ts';

/** Where a section's Markdown begins in the file, and the offset of each of its lines. */
interface Layout {
  starts: number[];
  line: number;
  indent: number;
}

/** One text as rules see it, with the places of its parts in the file. */
export class TextView {
  readonly text: Text;
  readonly article: Article;
  readonly bank: BankView;
  readonly source: string | null;
  #split: SplitFile | null | undefined;
  #lines: string[] | undefined;
  readonly #layouts = new Map<Section, Layout>();

  constructor(text: Text, article: Article, bank: BankView) {
    this.text = text;
    this.article = article;
    this.bank = bank;
    this.source = bank.sources.get(text.path) ?? null;
  }

  get settings() {
    return this.bank.bank.settings;
  }

  get replies(): Section[] {
    return this.text.sections.filter((section) => section.name === 'reply');
  }

  /** The first Reply without a channel. */
  get baseReply(): Section | undefined {
    return this.replies.find((section) => section.channel === null);
  }

  get variants(): Section[] {
    return this.replies.filter((section) => section.channel !== null);
  }

  /** Every front-matter field as it was written, also those that a Text leaves out. */
  get fields(): Record<string, unknown> {
    return this.#front()?.data ?? {};
  }

  /** The front matter's syntax tree; null when the source is not there. */
  get frontMatter(): Node | null {
    return this.#front()?.document.contents ?? null;
  }

  /** Where a front-matter field or one of its items is. */
  field(...keys: (string | number)[]): Place {
    return { path: this.text.path, ...(this.#front()?.at(keys) ?? { line: 1, column: 1 }) };
  }

  heading(section: Section): Place {
    return { path: this.text.path, line: section.line, column: 1 };
  }

  /** Where the character at `offset` of a section's Markdown is. */
  inside(section: Section, offset: number): Place {
    const { starts, line, indent } = this.#layoutOf(section);
    const row = Math.max(
      0,
      starts.findLastIndex((start) => start <= offset),
    );
    const column = offset - (starts[row] ?? 0) + (row === 0 ? indent : 0);
    return { path: this.text.path, line: line + row, column: column + 1 };
  }

  #layoutOf(section: Section): Layout {
    const known = this.#layouts.get(section);
    if (known) return known;
    const starts = [0, ...[...section.markdown.matchAll(/\n/g)].map(({ index }) => index + 1)];
    const layout = { starts, ...this.#firstLine(section) };
    this.#layouts.set(section, layout);
    return layout;
  }

  #firstLine(section: Section): { line: number; indent: number } {
    this.#lines ??= (this.source ?? '').split('\n');
    const opening = (section.markdown.split('\n', 1)[0] ?? '').trimEnd();
    const from = section.heading === '' ? section.line - 1 : section.line;
    for (let i = from; opening !== '' && i < this.#lines.length; i += 1) {
      const indent = this.#lines[i]?.indexOf(opening) ?? -1;
      if (indent !== -1) return { line: i + 1, indent };
    }
    return { line: section.line, indent: 0 };
  }

  #front(): SplitFile | null {
    if (this.#split === undefined) {
      const split = this.source === null ? [] : splitFile(this.source, this.text.path);
      this.#split = Array.isArray(split) ? null : split;
    }
    return this.#split;
  }
}
