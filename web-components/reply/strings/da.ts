import type { CautionWords } from './en.ts';

export const da: CautionWords = {
  privateValue: 'Alle kan læse det her. Fjern: {values}.',
  sendsAway: '»{words}« sender kunden videre. Svar her, hvis du kan.',
  blanks: 'Mangler: {names}',
  stale: 'Oversættelsen ({lang}) er ældre end den tekst, den er lavet ud fra.',
  missing: 'Artiklen er ikke oversat til {customer}. Svaret er på {reply}.',
  notRead: 'Vises på {lang}: artiklen findes ikke på et sprog, du læser.',
  windowLeft: 'Kan besvares i {time} endnu',
  windowClosed: 'De {n} timer er gået: kun en godkendt skabelon må sendes.',
  unicode: '»{character}« gør, at hver sms rummer {n} tegn i stedet for {m}.',
  boxFull: 'Svarfeltet rummer {n} tegn. Det her er {m} for mange.',
  shorter: 'Brug den kortere formulering',
  fuller: 'Kortere formulering. Brug den hele',
  handOver: 'Det første forslag er at overdrage sagen. Indsæt dette svar alligevel?',
};
