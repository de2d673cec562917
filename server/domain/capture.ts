import type { Lang } from './language.ts';

/** A solved case that becomes knowledge, or one more way to ask for what is known. */
export interface CaptureInput {
  /** The language it is written in; one of the bank's. */
  lang: Lang;
  /** What the customer asked, in their own words. */
  question: string;
  /** What solved it; needed unless `addPhrasingTo` is given. */
  solution?: string;
  /** What the customer was sent, without greeting and sign-off, where colleagues may insert it. */
  reply?: string;
  /** Made of the question when it is left out. */
  title?: string;
  channel?: string;
  market?: string | null;
  tags?: string[];
  /** Names the host knows; they are replaced by variables. */
  names?: { customer?: string; agent?: string };
  /** The id of an article whose questions gain this one; nothing new is written. */
  addPhrasingTo?: string;
  /** Save although there are near duplicates, which the agent has seen. */
  acceptNew?: boolean;
  /** Answer with the draft and near duplicates; never save. */
  preview?: boolean;
  /** False: nothing of this case is kept, for people whose identity is protected; answers as `preview` does. */
  keep?: boolean;
  /** Where the case lies: the host's name, its reference of the case, an address. */
  source?: { system?: string; ref?: string; url?: string };
}

export type CaptureField = 'title' | 'question' | 'solution' | 'reply';

/** A variable or token that stands where personal data stood. */
export interface ReplacedSpan {
  field: CaptureField;
  /** [start, end) in UTF-16 units of the draft's field. */
  span: [number, number];
  /** `{{order.number}}`, `[e-mail]` ... */
  text: string;
}

/** What would be, or was, saved: personal data replaced, marks of other files' structure taken out. */
export interface CaptureDraft {
  title: string;
  question: string;
  solution: string;
  reply: string | null;
  replaced: ReplacedSpan[];
}

export interface CaptureSaved {
  /** The article that was written, or that gained the phrasing. */
  id: string;
  lang: Lang;
  etag: string;
  /** The index version from which it is found. */
  visibleAt: number;
  what: 'case' | 'phrasing';
  /** For DELETE /v1/cases/{undo}; null when somebody else had saved the same before. */
  undo: string | null;
  /** ISO 8601; until when it can be undone. */
  undoUntil: string | null;
}

export interface UndoneCapture {
  id: string;
  lang: Lang;
  /** The index version from which it is gone. */
  visibleAt: number;
}
