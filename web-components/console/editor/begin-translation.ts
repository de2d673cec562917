import type { DeskSettings } from '../../../server/http/contract.ts';
import type { Desk, TextName } from '../../client/desk.ts';
import { editorPath } from '../shell/routes.ts';
import { translationMarkdown } from './skeleton.ts';

/** A translation begins as a draft with the source's fields and headings; answers where it is written, the source beside it. */
export async function beginTranslation(
  desk: Desk,
  { from, to, settings }: { from: TextName; to: string; settings: DeskSettings },
): Promise<string> {
  const { markdown: source } = await desk.source(from);
  const { hash } = await desk.preview({ id: from.id, lang: from.lang, markdown: source, channels: [] });
  const markdown = translationMarkdown({ markdown: source, lang: from.lang, hash: hash ?? '' }, to, settings);
  await desk.keepDraft({ id: from.id, lang: to }, { markdown, base: null });
  return editorPath(from.id, to, { beside: from.lang });
}
