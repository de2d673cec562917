import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { removeLeftovers, replaceWhole } from '../files/whole-file.ts';
import type { HeldWords, PersonPlace } from '../ports/person-place.ts';
import { readText } from './read-text.ts';

const TEXT_FILE = /\.(?:md|markdown|json|jsonl|txt|yaml|yml)$/i;

type Keys = (string | number)[];

/**
 * The text files below a folder, and each value of a JSON file by itself: as it is written there, a word may follow the letter
 * of an escape. A file that could no longer be read afterwards is left as it is, and named.
 */
export class FolderWords implements PersonPlace {
  readonly name: string;
  readonly #root: string;
  readonly #values = new Map<string, { path: string; keys: Keys }>();

  constructor(name: string, root: string) {
    this.name = name;
    this.#root = root;
  }

  async read(): Promise<HeldWords[]> {
    if (!existsSync(this.#root)) return [];
    const names = readdirSync(this.#root, { recursive: true }).map(String);
    await Promise.all([...new Set(names.map((name) => dirname(join(this.#root, name))))].map(removeLeftovers));
    return names
      .filter((name) => TEXT_FILE.test(name) && lstatSync(join(this.#root, name)).isFile())
      .sort()
      .flatMap((name) => this.#wordsIn(join(this.#root, name)));
  }

  async write(changed: HeldWords[]): Promise<{ place: string; reason: string }[]> {
    const refused: { place: string; reason: string }[] = [];
    for (const { place, words } of changed) {
      const value = this.#values.get(place);
      if (value) {
        await replaceWhole(value.path, Buffer.from(withValue(readFileSync(value.path, 'utf8'), value.keys, words)));
        continue;
      }
      const broken = wouldBreak(place, words);
      if (broken === null) await replaceWhole(place, Buffer.from(words));
      else refused.push({ place, reason: `${broken} Take it out by hand.` });
    }
    return refused;
  }

  #wordsIn(path: string): HeldWords[] {
    const source = readFileSync(path, 'utf8');
    if (!path.endsWith('.json')) return [{ place: path, words: source }];
    try {
      return valuesIn(JSON.parse(source)).map(({ keys, words }) => {
        const place = `${path} ${keys.join('.')}`;
        this.#values.set(place, { path, keys });
        return { place, words };
      });
    } catch {
      return [{ place: path, words: source }];
    }
  }
}

function valuesIn(value: unknown, keys: Keys = []): { keys: Keys; words: string }[] {
  if (typeof value === 'string') return [{ keys, words: value }];
  if (Array.isArray(value)) return value.flatMap((each, i) => valuesIn(each, [...keys, i]));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, each]) => valuesIn(each, [...keys, key]));
}

/** The same JSON with another value in one place, laid out as it was. */
function withValue(source: string, keys: Keys, words: string): string {
  const whole = { value: JSON.parse(source) as unknown };
  const path: Keys = ['value', ...keys];
  const holder = path
    .slice(0, -1)
    .reduce<unknown>((at, key) => (at as Record<string | number, unknown>)[key], whole) as Record<
    string | number,
    unknown
  >;
  holder[path.at(-1) as string | number] = words;
  const indent = /\n( +)/.exec(source)?.[1] ?? '';
  return `${JSON.stringify(whole.value, null, indent)}${source.endsWith('\n') ? '\n' : ''}`;
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
