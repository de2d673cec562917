import { createHash } from 'node:crypto';

const SOURCE = /^source:\n/m;
const SEAL = /^ {2}seal: "([0-9a-f]{64})"\n/m;

/** The text with the hash of its other bytes below `source:`, so that a later change by a person shows. */
export function seal(markdown: string): string {
  return markdown.replace(SOURCE, (line) => `${line}  seal: "${hashOf(markdown)}"\n`);
}

/** True when nobody changed the text since it was sealed. */
export function isUntouched(markdown: string): boolean {
  const found = SEAL.exec(markdown)?.[1];
  return found !== undefined && hashOf(markdown.replace(SEAL, '')) === found;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
