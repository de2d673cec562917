import type { Audience } from './audience.ts';
import type { Filter } from './filter.ts';
import type { Lang } from './language.ts';

export type Scope = 'suggest' | 'search' | 'feedback' | 'capture' | 'edit' | 'lead' | 'operate';

/** Who asks. `filter` is ANDed inside every index query. */
export interface Principal {
  id: string;
  scopes: Scope[];
  audience: Audience;
  filter: Filter | null;
  /** Who changes are by, for those who edit. */
  editor?: Editor;
}

export interface Editor {
  name: string;
  email: string | null;
  /** Owners (`owner:` of an article) for whom the editor decides; null = all. */
  owns: string[] | null;
}

/** What every service is handed beside its input. */
export interface Ctx {
  principal: Principal;
  /** The moment of the request; validity is judged at it. */
  now: Date;
  requestId: string;
  signal: AbortSignal | null;
  /** The language of messages to the caller. */
  locale: Lang;
}
