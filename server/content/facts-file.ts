import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import type { Facts } from '../domain/facts.ts';
import type { Problem } from '../domain/problem.ts';

const schema = z.record(
  z.string().regex(/^[a-z0-9][a-z0-9_]*$/, 'a fact is named in lower-case letters, digits and underscores'),
  z.object({
    description: z.string().default(''),
    values: z
      .array(
        z
          .object({ from: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date is written 2026-11-22') })
          .catchall(z.union([z.string(), z.number()]).transform(String)),
      )
      .min(1, 'a fact needs a value'),
  }),
);

/** Reads `facts.yaml`. A missing file is no facts; a broken fact is reported and left out. */
export async function readFacts(path: string): Promise<{ facts: Facts; problems: Problem[] }> {
  return parseFacts(await readFile(path, 'utf8').catch(() => ''), basename(path));
}

/** As `readFacts`, of what stands in the file; `path` is named in problems. */
export function parseFacts(source: string, path: string): { facts: Facts; problems: Problem[] } {
  const problem = (message: string): Problem => ({
    path,
    line: 1,
    column: 1,
    rule: 'facts',
    severity: 'error',
    message,
    fix: 'Write it as `name: {description, values: [{from: 2026-01-01, all: "7"}]}`.',
  });
  const document = parseDocument(source, { prettyErrors: false });
  if (document.errors.length > 0) {
    return { facts: {}, problems: document.errors.map((error) => problem(`facts.yaml is not YAML: ${error.message}`)) };
  }
  let raw: unknown;
  try {
    raw = document.toJS() ?? {};
  } catch (error) {
    return { facts: {}, problems: [problem(`facts.yaml cannot be read: ${String(error)}`)] };
  }
  if (typeof raw !== 'object' || Array.isArray(raw)) {
    return { facts: {}, problems: [problem('facts.yaml is not a list of named facts.')] };
  }
  const facts: Facts = {};
  const problems: Problem[] = [];
  for (const [name, value] of Object.entries(raw as Record<string, unknown>)) {
    const parsed = schema.safeParse({ [name]: value });
    if (!parsed.success) {
      for (const issue of parsed.error.issues) problems.push(problem(`${issue.path.join('.')}: ${issue.message}`));
      continue;
    }
    const fact = parsed.data[name];
    if (!fact) continue;
    facts[name] = {
      description: fact.description,
      values: fact.values
        .map(({ from, ...byMarket }) => ({ from, byMarket }))
        .sort((a, b) => a.from.localeCompare(b.from)),
    };
  }
  return { facts, problems };
}
