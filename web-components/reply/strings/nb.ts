import type { CautionWords } from './en.ts';

export const nb: CautionWords = {
  privateValue: 'Alle kan lese dette. Ta bort: {values}.',
  sendsAway: '«{words}» sender kunden videre. Svar her hvis du kan.',
  blanks: 'Mangler: {names}',
  stale: 'Oversettelsen ({lang}) er eldre enn teksten den ble laget fra.',
  missing: 'Artikkelen er ikke oversatt til {customer}. Svaret er på {reply}.',
  notRead: 'Vises på {lang}: artikkelen finnes ikke på et språk du leser.',
  windowLeft: 'Kan besvares i {time} til',
  windowClosed: 'De {n} timene har gått: bare en godkjent mal kan sendes.',
  unicode: '«{character}» gjør at hver SMS rommer {n} tegn i stedet for {m}.',
  boxFull: 'Svarfeltet rommer {n} tegn. Dette er {m} for mange.',
  shorter: 'Bruk den kortere formuleringen',
  fuller: 'Kortere formulering. Bruk hele',
  handOver: 'Det første forslaget er å overlate saken. Sett inn dette svaret likevel?',
};
