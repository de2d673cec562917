import matter from 'gray-matter';
import { type Document, LineCounter, parseDocument } from 'yaml';
import type { Problem } from '../domain/problem.ts';

/** A file split at its front matter. `bodyOffset` counts UTF-16 units from the start of the file. */
export interface SplitFile {
  document: Document.Parsed;
  /** The YAML between the dashes as it stands in the file, and its offset there. */
  yaml: { text: string; offset: number };
  data: Record<string, unknown>;
  body: string;
  bodyOffset: number;
  /** Lines before the body, to turn a body line into a file line. */
  bodyLine: number;
  /** 1-based line and column in the file of a front-matter key or list item. */
  at(path: (string | number)[]): { line: number; column: number };
}

/** Front matter is YAML and nothing else: gray-matter's engines for code are refused. */
const refuse = () => {
  throw new Error('only YAML front matter is read');
};
const ENGINES = {
  yaml: { parse: () => ({}) },
  json: refuse,
  javascript: refuse,
  js: refuse,
  coffee: refuse,
  toml: refuse,
};

/**
 * Splits a text file. gray-matter finds the borders (given options, it neither caches nor evaluates); `yaml` reads what
 * lies between, with positions. A file that cannot be split is a problem, never an exception.
 */
export function splitFile(source: string, path: string): SplitFile | Problem[] {
  const problem = (line: number, column: number, message: string, fix: string): Problem[] => [
    { path, line, column, rule: 'front-matter', severity: 'error', message, fix },
  ];
  const start = source.startsWith('\uFEFF') ? 1 : 0;
  const text = source.slice(start);
  if (!/^---\s*\r?\n/.test(text)) {
    const other = /^---\S/.test(text);
    return problem(
      1,
      1,
      other ? 'Front matter in another language than YAML is refused.' : 'The file does not start with front matter.',
      'Start the file with a line of three dashes, the fields, and three dashes again.',
    );
  }
  let body: string;
  try {
    const split = matter(text, { engines: ENGINES as never, language: 'yaml' });
    if (!/\r?\n---[ \t]*(\r?\n|$)/.test(text.slice(3))) {
      return problem(1, 1, 'The front matter never ends.', 'Close it with a line of three dashes.');
    }
    body = split.content;
  } catch (error) {
    return problem(
      1,
      1,
      `The front matter cannot be read: ${String(error)}`,
      'Use YAML between two lines of three dashes.',
    );
  }
  const bodyOffset = source.length - body.length;
  const yamlStart = start + text.indexOf('\n') + 1;
  const yamlText = source.slice(yamlStart, bodyOffset).replace(/---[ \t]*\r?\n?$/, '');
  const lines = new LineCounter();
  const document = parseDocument(yamlText, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: line + 1, column: Math.max(1, col) };
  };
  if (document.errors.length > 0) {
    return document.errors.map((error) => ({
      path,
      ...place(error.pos[0]),
      rule: 'front-matter',
      severity: 'error' as const,
      message: `The front matter is not YAML: ${error.message.split('\n')[0]}`,
      fix: 'Put words with colons, quotes or dashes in "double quotes", and indent lists with two spaces.',
    }));
  }
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 50 });
  } catch (error) {
    const fix = 'Write the values out instead of pointing at each other with & and *.';
    return problem(2, 1, `The front matter cannot be read: ${String(error)}`, fix);
  }
  if (data === null || typeof data !== 'object' || Array.isArray(data)) {
    return problem(2, 1, 'The front matter holds no fields.', 'Write at least id, lang, kind and title.');
  }
  return {
    document,
    yaml: { text: yamlText, offset: yamlStart },
    data: data as Record<string, unknown>,
    body,
    bodyOffset,
    bodyLine: source.slice(0, bodyOffset).split('\n').length - 1,
    at(keys: (string | number)[]) {
      for (let depth = keys.length; depth > 0; depth -= 1) {
        const node = document.getIn(keys.slice(0, depth), true) as { range?: [number, number, number] } | undefined;
        if (node?.range) return place(node.range[0]);
      }
      return { line: 2, column: 1 };
    },
  };
}
