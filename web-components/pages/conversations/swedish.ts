import type { Conversation } from './conversation.ts';

export const swedish: Conversation[] = [
  {
    id: 'fb-karin',
    channel: 'facebook-comment',
    setting: 'public',
    customer: { name: 'Karin Öberg', firstName: 'Karin' },
    market: 'se',
    lang: 'sv',
    unread: true,
    turns: [
      {
        from: 'other',
        by: 'Nordbris',
        text: 'Höstens resor är släppta: Kreta, Aten och Rhodos från Arlanda och Landvetter.',
        minutesAgo: 190,
      },
      {
        from: 'customer',
        text: 'Trevligt med nya resor, men vårt flyg hem från Aten i lördags ställde ni in med fyra timmars varsel. Fick ett sms och sedan inget mer!! Hur får vi tillbaka pengarna? Vill INTE boka om.',
        minutesAgo: 4,
      },
    ],
  },
  {
    id: 'sms-elias',
    channel: 'sms',
    setting: 'private',
    customer: { name: 'Elias Wallin', firstName: 'Elias' },
    market: 'se',
    lang: 'sv',
    booking: { number: 'NB-482913', destination: 'Malaga', date: '3 december' },
    unread: true,
    turns: [
      {
        from: 'customer',
        text: 'hej, mitt efternamn blev felstavat på biljetten, ett L för lite. bokade för en timme sen, kan ni rätta det?',
        minutesAgo: 11,
      },
    ],
  },
  {
    id: 'phone-birgitta',
    channel: 'phone',
    setting: 'private',
    customer: { name: 'Birgitta Sandell', firstName: 'Birgitta' },
    market: 'se',
    lang: 'sv',
    booking: { number: 'NB-377204', destination: 'Las Palmas', date: '12 december' },
    unread: false,
    turns: [
      {
        from: 'note',
        by: 'Sofia',
        text: 'Behöver rullstol till gaten på Arlanda för sin man, 81 år. Hur beställer man hjälpen och kostar det något?',
        minutesAgo: 26,
      },
    ],
  },
  {
    id: 'email-press',
    channel: 'email',
    setting: 'private',
    customer: { name: 'Jonas Ekdahl', firstName: 'Jonas' },
    market: 'se',
    lang: 'sv',
    subject: 'Fråga inför sändning kl 17',
    unread: true,
    turns: [
      {
        from: 'customer',
        text: 'Hej,\n\njag är reporter på en lokal radiokanal och gör ett inslag om resenärerna som blev kvar på Landvetter i natt. Vi vill ha en kommentar från någon på Nordbris före sändningen klockan 17. Vem är presstalesperson hos er och hur når jag den personen?\n\nJonas Ekdahl',
        minutesAgo: 38,
      },
    ],
  },
  {
    id: 'fb-magnus',
    channel: 'facebook-comment',
    setting: 'public',
    customer: { name: 'Magnus Hedlund', firstName: 'Magnus' },
    market: 'se',
    lang: 'sv',
    unread: false,
    turns: [
      {
        from: 'customer',
        text: 'Vad får man ha med sig för bagage egentligen? Ena stunden 8 kilo, andra 23...',
        minutesAgo: 205,
      },
      {
        from: 'agent',
        text: 'Hej Magnus! En kabinväska på högst 55 × 40 × 23 cm och 8 kg ingår alltid, plus en liten väska under stolen. Resväska på 23 kg ingår i paketresor, men på bara flyg om du valt till den. Reser ni i samma bokning får ni dela på vikten. Du ser exakt vad du har på https://nordbris.example/trips. /Sofia',
        minutesAgo: 180,
      },
      {
        from: 'customer',
        text: 'Ok, men hur stor får kabinväskan vara och hur mycket får den väga?',
        minutesAgo: 52,
      },
    ],
  },
  {
    id: 'email-annika',
    channel: 'email',
    setting: 'private',
    customer: { name: 'Annika Forsberg', firstName: 'Annika' },
    market: 'se',
    lang: 'sv',
    subject: 'Sjuk inför resan på fredag',
    booking: { number: 'NB-519046', destination: 'Kreta', date: '27 november' },
    unread: false,
    turns: [
      {
        from: 'customer',
        text: 'Hej!\n\nVi skulle ha åkt till Kreta på fredag men min dotter har fått lunginflammation och läkaren säger att hon inte får flyga. Vi har avbeställningsskydd på bokningen. Vad behöver jag skicka in, räcker det med intyg från vårdcentralen, och får vi tillbaka allt?\n\nVänliga hälsningar\nAnnika',
        minutesAgo: 95,
      },
    ],
  },
  {
    id: 'messenger-linn',
    channel: 'messenger',
    setting: 'private',
    customer: { name: 'Linn Granholm', firstName: 'Linn' },
    market: 'fi',
    lang: 'sv',
    unread: false,
    turns: [
      {
        from: 'customer',
        text: 'Hej! Vi är fyra personer från Ekenäs som tänkt åka till Rhodos i sommar',
        minutesAgo: 128,
      },
      { from: 'agent', text: 'Hej Linn! Vad roligt. Fråga på, så hjälper jag er.', minutesAgo: 124 },
      {
        from: 'customer',
        text: 'Kan man betala med MobilePay här i Finland? Kortet har ju en gräns',
        minutesAgo: 121,
      },
    ],
  },
];
