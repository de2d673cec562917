import { z } from '@hono/zod-openapi';
import { hasBrokenCharacters } from '../../domain/broken-characters.ts';
import { normaliseLang } from '../../domain/language.ts';

/** What a person wrote: any characters but NUL and half characters. */
export const words = (most: number) =>
  z
    .string()
    .max(most, `has more than ${most} characters`)
    .refine((text) => !hasBrokenCharacters(text), 'holds a NUL or half a character (a lone surrogate)');

/** A name from the bank's settings: a market, brand, channel or tag. */
export const code = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,59}$/u, 'is a name of letters, digits, - and _, at most 60')
  .openapi({ pattern: '^[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,59}$' });

/** A BCP 47 code, read as the bank writes it (`sv-SE` as `sv`, `no` as `nb`). */
export const lang = z
  .string()
  .regex(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8}){0,3}$/, 'is a language code such as sv')
  .transform(normaliseLang);

export const langs = z.array(lang).max(20);

/** A host's reference. */
export const reference = words(200);

export const articleId = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is an article id: lower-case letters, digits and single dashes');
