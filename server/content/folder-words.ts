import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceWhole } from '../files/whole-file.ts';
import type { HeldWords, PersonPlace } from '../ports/person-place.ts';
import { readText } from './read-text.ts';

const TEXT_FILE = /\.(?:md|markdown|json|jsonl|txt|yaml|yml)$/i;

/** The text files below a folder. One that could no longer be read afterwards is left as it is, and named. */
export class FolderWords implements PersonPlace {
  readonly name: string;
  readonly #root: string;

  constructor(name: string, root: string) {
    this.name = name;
    this.#root = root;
  }

  async read(): Promise<HeldWords[]> {
    if (!existsSync(this.#root)) return [];
    return readdirSync(this.#root, { recursive: true })
      .map(String)
      .filter((name) => TEXT_FILE.test(name) && lstatSync(join(this.#root, name)).isFile())
      .sort()
      .map((name) => ({ place: join(this.#root, name), words: readFileSync(join(this.#root, name), 'utf8') }));
  }

  async write(changed: HeldWords[]): Promise<{ place: string; reason: string }[]> {
    const refused: { place: string; reason: string }[] = [];
    for (const { place, words } of changed) {
      const broken = wouldBreak(place, words);
      if (broken === null) await replaceWhole(place, Buffer.from(words));
      else refused.push({ place, reason: `${broken} Take it out by hand.` });
    }
    return refused;
  }
}

function wouldBreak(place: string, words: string): string | null {
  if (place.endsWith('.json')) {
    try {
      JSON.parse(words);
    } catch {
      return 'It would be no JSON afterwards.';
    }
  }
  if (!place.endsWith('.md') || !words.startsWith('---')) return null;
  const [problem] = readText(words, place, { etag: '', headings: {} }).problems.filter(
    ({ severity }) => severity === 'error',
  );
  return problem ? `It could not be read afterwards (${problem.message}).` : null;
}
