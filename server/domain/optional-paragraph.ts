const MARKER = /<!--\s*optional\s*-->/gi;

/** A reply's Markdown without the editors' marks: they are for us, never for a customer. */
export function withoutMarkers(markdown: string): string {
  return markdown
    .replace(/^[ \t]*<!--\s*optional\s*-->[ \t]*\n?/gim, '')
    .replace(MARKER, '')
    .trim();
}

/**
 * A reply without the paragraphs that its editor marked `<!-- optional -->`, on the line before or anywhere in them. Null
 * where nothing is marked or nothing would be left.
 */
export function withoutOptional(markdown: string): string | null {
  let next = false;
  const paragraphs = markdown.split(/\n[ \t]*\n+/);
  const kept = paragraphs.filter((paragraph) => {
    const marked = paragraph.search(MARKER) >= 0;
    const alone = marked && paragraph.replace(MARKER, '').trim() === '';
    const optional = marked || next;
    next = alone;
    return !optional;
  });
  const short = kept.join('\n\n').trim();
  return kept.length === paragraphs.length || short === '' ? null : short;
}
