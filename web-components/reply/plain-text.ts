const BOLD_STAR = new Set(['whatsapp']);

/** A reply's Markdown as the plain text a channel's reply box takes: lists keep their marks, links show their address. */
export function plainText(markdown: string, channel: string | null): string {
  const bold = BOLD_STAR.has(channel ?? '') ? '*$2*' : '$2';
  const lines = markdown
    .replace(/\r\n?/g, '\n')
    .replace(/<!--[\s\S]*?-->\n?/g, '')
    .split('\n')
    .map((line) =>
      line
        .replace(/^(\s*)[-*+]\s+/, '$1• ')
        .replace(/^#{1,6}\s+/, '')
        .replace(/^>\s?/, '')
        .replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replace(/\[([^\]]+)\]\((\S+?)(?:\s+"[^"]*")?\)/g, (_, label: string, url: string) =>
          label === url ? url : `${label}: ${url}`,
        )
        .replace(/<((?:https?:\/\/|mailto:)[^>\s]+)>/g, '$1')
        .replace(
          /(?<![\p{L}\p{N}*_])([*_])(?=\S)([^*_]+?)(?<=\S)\1(?![\p{L}\p{N}*_])/gu,
          BOLD_STAR.has(channel ?? '') ? '_$2_' : '$2',
        )
        .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, bold)
        .replace(/`([^`]+)`/g, '$1')
        .replace(/\\([\\`*_{}[\]()#+.!|>-])/g, '$1'),
    );
  return joinSoftBreaks(lines)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Markdown's single line breaks are spaces, except where a list item or a forced break begins a line. */
function joinSoftBreaks(lines: string[]): string {
  return lines.reduce((text, line, i) => {
    const before = lines[i - 1] ?? '';
    if (i === 0) return line;
    const forced = / {2,}$|\\$/.test(before);
    const item = /^\s*(?:•|\d+[.)])\s/.test(line);
    const breaks = forced || item || line.trim() === '' || before.trim() === '';
    return text.replace(/[ \\]+$/, '') + (breaks ? '\n' : ' ') + line;
  }, '');
}
