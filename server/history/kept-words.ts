import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createWhole, replaceWhole } from '../files/whole-file.ts';
import type { HeldWords, PersonPlace } from '../ports/person-place.ts';

/**
 * The versions that are kept where the content is in no git repository. An erased one lies under its new hash, and the changes
 * that made it name that; a server that runs meanwhile has to be started again to read it.
 */
export function keptWords(folder: string): PersonPlace {
  const objects = join(folder, 'objects');
  const changes = join(folder, 'changes');
  return {
    name: 'history',
    async read(): Promise<HeldWords[]> {
      const versions = filesIn(objects).map((place) => ({ place, words: readFileSync(place, 'utf8') }));
      // Its message and its author; the rest names files.
      const told = filesIn(changes).map((place) => ({ place, words: toldIn(readFileSync(place, 'utf8')) }));
      return [...versions, ...told];
    },
    async write(changed) {
      for (const { place, words } of changed) {
        if (place.startsWith(changes))
          await replaceWhole(place, Buffer.from(retold(readFileSync(place, 'utf8'), words)));
        else await replaceVersion(place, words);
      }
      return [];
    },
  };

  async function replaceVersion(place: string, words: string): Promise<void> {
    const [was, is] = [place.slice(objects.length + 1), createHash('sha256').update(words).digest('hex')];
    await createWhole(join(objects, is), Buffer.from(words));
    for (const path of filesIn(changes)) {
      const source = readFileSync(path, 'utf8');
      if (source.includes(was)) await replaceWhole(path, Buffer.from(source.replaceAll(was, is)));
    }
    rmSync(place);
  }
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort()
    .map((name) => join(folder, name));
}

interface Told {
  message?: string;
  author?: { name?: string };
}

function toldIn(source: string): string {
  const { message = '', author = {} } = read(source);
  return [author.name ?? '', message].join('\n');
}

function retold(source: string, words: string): string {
  const [name = '', ...message] = words.split('\n');
  const change = read(source);
  return `${JSON.stringify({ ...change, author: { ...change.author, name }, message: message.join('\n') })}\n`;
}

function read(source: string): Told {
  try {
    return JSON.parse(source) as Told;
  } catch {
    return {};
  }
}
