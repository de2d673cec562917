/** Words at one place: a row's field, or a file. */
export interface HeldWords {
  place: string;
  words: string;
  /** The host's reference of the case in which they were written; absent where there is none. */
  case?: string;
  /** The keyed name of the customer who wrote them, where the host told whose they are. */
  customer?: string;
}

/** Somewhere that words about a person may be kept. */
export interface PersonPlace {
  /** As a person calls it: ledger, drafts, articles. */
  name: string;
  read(): Promise<HeldWords[]>;
  /** Puts other words in their place; answers what could not be changed, and why. */
  write(changed: HeldWords[]): Promise<{ place: string; reason: string }[]>;
}
