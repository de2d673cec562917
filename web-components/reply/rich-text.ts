const [BOLD, BOLD_END, LINK, ADDRESS, LINK_END] = ['\uE001', '\uE002', '\uE003', '\uE004', '\uE005'];

/** Markdown whose bold words and named links outlive being made into plain text, for `richHtml`. */
export function keepMarks(markdown: string): string {
  return markdown
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, `${BOLD}$2${BOLD_END}`)
    .replace(/(?<!!)\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/g, `${LINK}$1${ADDRESS}$2${LINK_END}`);
}

/** HTML for the clipboard: paragraphs, lists, line breaks, bold words and links; everything else is text. */
export function richHtml(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((part) => {
      const lines = part.split('\n');
      const items = lines.filter((line) => line.startsWith('• '));
      if (items.length < lines.length) return `<p>${lines.map(inline).join('<br>')}</p>`;
      return `<ul>${items.map((item) => `<li>${inline(item.slice(2))}</li>`).join('')}</ul>`;
    })
    .join('');
}

function inline(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/(?<!\uE004)\bhttps?:\/\/[^\s<>"\uE000-\uE00F]*[^\s<>"\uE000-\uE00F.,:;!?)]/g, '<a href="$&">$&</a>')
    .replace(/\uE003(.*?)\uE004(.*?)\uE005/g, '<a href="$2">$1</a>')
    .replaceAll(BOLD as string, '<strong>')
    .replaceAll(BOLD_END as string, '</strong>');
}
