import type { CauseDates, SectionName, Source, Text } from '../domain/article.ts';
import { normaliseLang } from '../domain/language.ts';
import type { Problem } from '../domain/problem.ts';
import { splitFile } from './front-matter.ts';
import { readSections } from './sections.ts';
import { type FrontMatter, KNOWN_KEYS, textSchema } from './text-schema.ts';

/** One file to a Text. A broken one gives null and its problems; warnings come beside the text. */
export function readText(
  source: string,
  path: string,
  options: { etag: string; headings: Record<string, SectionName> },
): { text: Text | null; problems: Problem[] } {
  const split = splitFile(source, path);
  if (Array.isArray(split)) return { text: null, problems: split };
  const parsed = textSchema.safeParse(split.data);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({
      path,
      ...split.at(issue.path as (string | number)[]),
      rule: 'schema',
      severity: 'error' as const,
      message: `${issue.path.join('.') || 'front matter'}: ${issue.message}`,
      fix: 'See "Fields" in content/README.md.',
    }));
    return { text: null, problems };
  }
  const problems: Problem[] = Object.keys(split.data)
    .filter((key) => !KNOWN_KEYS.has(key))
    .map((key) => ({
      path,
      ...split.at([key]),
      rule: 'unknown-key',
      severity: 'warning' as const,
      message: `"${key}" is not a field that is used. It is kept as it is.`,
      fix: 'Check its spelling, or remove it.',
    }));
  const sections = readSections(split.body, split.bodyLine, options.headings);
  return { text: toText(parsed.data, { path, etag: options.etag, sections }), problems };
}

function toText(fields: FrontMatter, rest: Pick<Text, 'path' | 'etag' | 'sections'>): Text {
  return {
    id: fields.id,
    lang: normaliseLang(fields.lang),
    kind: fields.kind,
    title: fields.title,
    state: fields.state,
    audience: fields.audience,
    governance: fields.governance,
    markets: fields.markets ?? null,
    brands: fields.brands ?? null,
    owner: fields.owner ?? null,
    causeOwner: fields.cause_owner ?? null,
    ...(fields.cause ? { cause: causeOf(fields.cause) } : {}),
    handling: fields.handling,
    verifiedAt: fields.verified_at ?? null,
    ...(fields.review_every ? { reviewEvery: fields.review_every } : {}),
    tags: fields.tags,
    questions: fields.questions,
    notFor: fields.not_for,
    translatedFrom: fields.translated_from ?? null,
    source: sourceOf(fields.source),
    redirects: fields.redirects,
    validFrom: fields.valid_from ?? null,
    validUntil: fields.valid_until ?? null,
    incident:
      fields.kind === 'incident'
        ? {
            partOf: fields.part_of ?? null,
            template: fields.template,
            approvedBy: fields.approved_by ?? null,
            supersedes: fields.supersedes,
            appliesTo: { markets: fields.applies_to?.markets ?? null },
          }
        : null,
    ...rest,
  };
}

function causeOf({ told, accepted, fixed }: NonNullable<FrontMatter['cause']>): CauseDates {
  return { told: told ?? null, accepted: accepted ?? null, fixed: fixed ?? null };
}

/** An import may name its reference by a number; anything else that is no text is left out. */
function sourceOf(given: { system: string; ref?: unknown; url?: unknown } | null | undefined): Source | null {
  if (!given) return null;
  const { system, ref, url } = given;
  const named = typeof ref === 'number' ? String(ref) : ref;
  return { system, ref: typeof named === 'string' ? named : null, url: typeof url === 'string' ? url : null };
}
