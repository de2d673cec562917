/** Who may read, from the widest to the narrowest. A reader at a level sees it and all before it. */
export const AUDIENCES = ['public', 'customer', 'partner', 'internal'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** True when a reader at `reader` may see something marked `marked`. */
export function maySee(reader: Audience, marked: Audience): boolean {
  return AUDIENCES.indexOf(marked) <= AUDIENCES.indexOf(reader);
}

/** The levels a reader at `reader` sees. */
export function visibleTo(reader: Audience): Audience[] {
  return AUDIENCES.slice(0, AUDIENCES.indexOf(reader) + 1);
}
