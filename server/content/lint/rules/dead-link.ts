import { posix } from 'node:path';
import { linksIn } from '../links.ts';
import type { Finding, Rule } from '../rule.ts';

export const deadLink: Rule = {
  id: 'dead-link',
  severity: 'error',
  fix: 'Correct the name, or remove it.',
  text(view) {
    const { text, bank } = view;
    const answered = new Set(
      bank.bank.articles.flatMap((article) => article.texts.flatMap((other) => other.redirects)),
    );
    const missing = (id: string) => !bank.byId.has(id) && !answered.has(id);
    const findings: Finding[] = [];
    const partOf = text.incident?.partOf ?? null;
    if (partOf !== null && missing(partOf)) {
      findings.push({ place: view.field('part_of'), message: `There is no article "${partOf}".` });
    }
    text.incident?.supersedes.forEach((id, i) => {
      if (missing(id)) findings.push({ place: view.field('supersedes', i), message: `There is no article "${id}".` });
    });
    text.redirects.forEach((id, i) => {
      if (!bank.byId.has(id)) return;
      const message = `"${id}" is still an article of its own, so nobody is redirected from it.`;
      findings.push({ place: view.field('redirects', i), message, severity: 'warning' });
    });
    for (const section of text.sections) {
      for (const { url, at } of linksIn(section)) {
        const target = relativePath(url, text.path);
        if (target === null || bank.sources.has(target) || bank.fileExists(target)) continue;
        findings.push({ place: view.inside(section, at), message: `${url} leads to ${target}, which is not there.` });
      }
    }
    return findings;
  },
};

/** The path from the content folder that a relative address names; null for web addresses, anchors and the like. */
function relativePath(url: string, from: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:|^\/\/|^#|^\{\{/i.test(url)) return null;
  const [path = ''] = url.split(/[?#]/);
  if (path === '') return null;
  const decoded = safelyDecoded(path);
  return decoded.startsWith('/') ? decoded.slice(1) : posix.normalize(posix.join(posix.dirname(from), decoded));
}

function safelyDecoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
