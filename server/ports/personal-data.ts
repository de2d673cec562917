export interface PersonalDatum {
  kind:
    | 'email'
    | 'phone'
    | 'card'
    | 'iban'
    | 'account'
    | 'personnummer'
    | 'fodselsnummer'
    | 'cpr'
    | 'hetu'
    | 'afm'
    | 'passport'
    | 'amka'
    | 'order-number'
    | 'name';
  /** [start, end) in UTF-16 units. */
  span: [number, number];
}

/** Finds personal data in a text, in order and without overlaps. */
export type FindPersonalData = (text: string) => PersonalDatum[];
