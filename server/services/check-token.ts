import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a check found, as far as a save has to know it. */
export interface Checked {
  /** `textsHash` of what was checked. */
  texts: string;
  /** The index version it was checked against. */
  version: number;
  /** Ids of the judgments it would lose: a save accepts each by name. */
  lost: string[];
}

export interface CheckTokens {
  issue(checked: Checked): string;
  /** null for one that this server did not issue. */
  read(token: string): Checked | null;
}

/** Proof that a check was made, for the save after it. Tokens hold as long as their key: by default, until the next start. */
export function checkTokens(key: Buffer = randomBytes(32)): CheckTokens {
  const sign = (payload: string) => createHmac('sha256', key).update(payload).digest('base64url');
  return {
    issue(checked) {
      const payload = Buffer.from(JSON.stringify(checked)).toString('base64url');
      return `${payload}.${sign(payload)}`;
    },
    read(token) {
      const [payload = '', signature = ''] = token.split('.');
      const wanted = Buffer.from(sign(payload));
      const given = Buffer.from(signature);
      if (wanted.length !== given.length || !timingSafeEqual(wanted, given)) return null;
      return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    },
  };
}

/** Names a set of texts to be written and removed, in whatever order they come. */
export function textsHash(
  texts: { id: string; lang: string; markdown: string }[],
  removed: { id: string; lang: string }[],
): string {
  const lines = [
    ...texts.map(({ id, lang, markdown }) => `${id} ${lang} ${createHash('sha256').update(markdown).digest('hex')}`),
    ...removed.map(({ id, lang }) => `${id} ${lang} removed`),
  ];
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}
