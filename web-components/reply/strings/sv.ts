import type { CautionWords } from './en.ts';

export const sv: CautionWords = {
  privateValue: 'Alla kan läsa det här. Ta bort: {values}.',
  sendsAway: '”{words}” skickar kunden vidare. Svara här om du kan.',
  blanks: 'Kvar att fylla i: {names}',
  stale: 'Översättningen ({lang}) är äldre än texten den gjordes från.',
  missing: 'Artikeln är inte översatt till {customer}. Svaret är på {reply}.',
  notRead: 'Visas på {lang}: artikeln finns inte på ett språk du läser.',
  windowLeft: 'Kan besvaras i {time} till',
  windowClosed: 'De {n} timmarna har gått: bara en godkänd mall får skickas.',
  unicode: '”{character}” gör att varje sms rymmer {n} tecken i stället för {m}.',
  boxFull: 'Svarsrutan rymmer {n} tecken. Det här är {m} för många.',
  shorter: 'Använd den kortare formuleringen',
  fuller: 'Kortare formulering. Använd den hela',
  handOver: 'Det första förslaget är att lämna över. Infoga det här svaret ändå?',
};
