import type { CautionWords } from './en.ts';

export const fi: CautionWords = {
  privateValue: 'Kaikki voivat lukea tämän. Poista: {values}.',
  sendsAway: '”{words}” ohjaa asiakkaan muualle. Vastaa tässä, jos voit.',
  blanks: 'Täydennettävä: {names}',
  stale: 'Käännös ({lang}) on vanhempi kuin teksti, josta se on tehty.',
  missing: 'Artikkelia ei ole käännetty asiakkaan kielelle ({customer}). Vastauksen kieli: {reply}.',
  notRead: 'Näytetään kielellä {lang}: artikkelia ei ole kielellä, jota luet.',
  windowLeft: 'Vastausaikaa jäljellä {time}',
  windowClosed: '{n} tuntia on kulunut: vain hyväksytyn mallipohjan saa lähettää.',
  unicode: '”{character}” pudottaa tekstiviestin pituuden {m} merkistä {n} merkkiin.',
  boxFull: 'Vastauskenttään mahtuu {n} merkkiä. Tässä on {m} liikaa.',
  shorter: 'Käytä lyhyempää muotoilua',
  fuller: 'Lyhyempi muotoilu. Käytä koko muotoilua',
  handOver: 'Ensimmäinen ehdotus on siirtää tapaus. Lisätäänkö tämä vastaus silti?',
};
