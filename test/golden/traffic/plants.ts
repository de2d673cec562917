import type { Plants } from './week.ts';

/** Planted in the week that the detectors have to find; no threshold was chosen on them. */
export const PLANTS: Plants = {
  gaps: [
    {
      name: 'wifi on board',
      asked: {
        sv: [
          'Finns det internet på flyget?',
          'har ni wifi ombord och vad kostar det',
          'Kan man surfa på planet till Kreta?',
        ],
        nb: ['Har flyene deres trådløst nett?', 'kan jeg bruke wifi om bord'],
        da: ['Er der wifi på jeres fly?', 'kan man komme på internettet ombord'],
        fi: ['Onko koneessa nettiyhteys?', 'saako lennolla langattoman verkon'],
        el: ['Υπάρχει ίντερνετ μέσα στο αεροπλάνο;', 'έχετε wifi στις πτήσεις σας'],
        en: ['Do you have wifi on your planes?', 'is there internet on the flight to Crete'],
      },
      answer: {
        sv: 'Våra plan har inget wifi än. Ladda ner det du vill titta på före avresan.',
        nb: 'Flyene våre har ikke wifi ennå. Last ned det du vil se på før avreise.',
        da: 'Vores fly har ikke wifi endnu. Hent det, du vil se, før afrejsen.',
        fi: 'Koneissamme ei ole vielä wifiä. Lataa katsottavasi ennen lähtöä.',
        el: 'Τα αεροσκάφη μας δεν έχουν ακόμη wifi. Κατεβάστε ό,τι θέλετε να δείτε πριν από την αναχώρηση.',
        en: 'Our planes have no wifi yet. Download what you want to watch before you leave.',
      },
    },
    {
      name: 'airport lounge',
      asked: {
        sv: [
          'Ingår loungen i min biljett?',
          'kan jag köpa tillträde till en lounge på Arlanda',
          'Hur kommer man in i flygplatsens lounge?',
        ],
        nb: ['Får jeg bruke loungen på Gardermoen?', 'hva koster det å sitte i loungen'],
        da: ['Har jeg adgang til loungen i Kastrup?', 'kan man købe adgang til en lounge'],
        fi: ['Pääsenkö lentokentän loungeen?', 'paljonko lounge maksaa'],
        el: ['Έχω πρόσβαση στο lounge του αεροδρομίου;', 'πόσο κοστίζει η είσοδος στο lounge'],
        en: ['Can I use the airport lounge with my ticket?', 'how much is lounge access'],
      },
      answer: {
        sv: 'Lounge ingår inte i våra biljetter. Köp tillträde i loungens reception.',
        nb: 'Lounge er ikke inkludert i billettene våre. Kjøp adgang i resepsjonen der.',
        da: 'Lounge er ikke med i vores billetter. Køb adgang i loungens reception.',
        fi: 'Lounge ei sisälly lippuihimme. Osta sisäänpääsy loungen vastaanotosta.',
        el: 'Το lounge δεν περιλαμβάνεται στα εισιτήριά μας. Αγοράστε είσοδο στην υποδοχή του.',
        en: 'The lounge is not part of our tickets. Buy access at its reception.',
      },
    },
    {
      name: 'drone',
      asked: {
        sv: [
          'Får jag ta med min drönare?',
          'hur packar man en drönare till flyget',
          'Är drönare tillåtna i handbagaget?',
        ],
        nb: ['Kan jeg ta med drone på flyet?', 'er det lov med drone i håndbagasjen'],
        da: ['Må jeg have en drone med i flyet?', 'hvordan pakker jeg min drone'],
        fi: ['Saanko ottaa dronen mukaan lennolle?', 'voiko kopterin laittaa käsimatkatavaroihin'],
        el: ['Μπορώ να πάρω το drone μου στην πτήση;', 'επιτρέπεται το drone στη χειραποσκευή'],
        en: ['Am I allowed to bring a drone?', 'how do I pack my drone for the flight'],
      },
      answer: {
        sv: 'Drönaren packas i handbagaget, med batterierna för sig i en påse.',
        nb: 'Dronen pakkes i håndbagasjen, med batteriene for seg i en pose.',
        da: 'Dronen pakkes i håndbagagen, med batterierne for sig i en pose.',
        fi: 'Drone pakataan käsimatkatavaroihin, akut erikseen pussissa.',
        el: 'Το drone μπαίνει στη χειραποσκευή, με τις μπαταρίες χωριστά σε σακουλάκι.',
        en: 'Pack the drone in your cabin bag, with its batteries apart in a pouch.',
      },
    },
    {
      name: 'emissions',
      asked: {
        sv: [
          'Hur mycket koldioxid släpper vår resa ut?',
          'kan man klimatkompensera flyget',
          'Vad är utsläppen för flygningen till Rhodos?',
        ],
        nb: ['Hvor store er utslippene fra flyreisen vår?', 'kan jeg klimakompensere turen'],
        da: ['Hvor meget CO2 udleder vores rejse?', 'kan man klimakompensere for flyet'],
        fi: ['Kuinka suuret päästöt matkastamme tulee?', 'voiko lennon hiilidioksidin hyvittää'],
        el: ['Πόσο διοξείδιο του άνθρακα εκπέμπει το ταξίδι μας;', 'μπορώ να αντισταθμίσω τις εκπομπές της πτήσης'],
        en: ['How much CO2 does our trip cause?', 'can I offset the emissions of my flight'],
      },
      answer: {
        sv: 'Utsläppen står på färdbeviset. Vi säljer ingen klimatkompensation.',
        nb: 'Utslippene står på reisebeviset. Vi selger ingen klimakompensasjon.',
        da: 'Udledningen står på rejsebeviset. Vi sælger ikke klimakompensation.',
        fi: 'Päästöt lukevat matkalipussa. Emme myy hiilikompensaatiota.',
        el: 'Οι εκπομπές αναγράφονται στο εισιτήριο. Δεν πουλάμε αντιστάθμιση.',
        en: 'The emissions are on your itinerary. We do not sell offsets.',
      },
    },
  ],
  rewritten: [
    {
      article: 'delay-compensation',
      change: (reply, lang) => {
        const sentences = reply.split(/(?<=[.!?;])\s+/);
        const told: Record<string, string> = {
          sv: 'Handläggningen tar just nu sex veckor.',
          nb: 'Behandlingen tar nå seks uker.',
          da: 'Behandlingen tager lige nu seks uger.',
          fi: 'Käsittely kestää nyt kuusi viikkoa.',
          el: 'Η επεξεργασία διαρκεί τώρα έξι εβδομάδες.',
          en: 'Handling takes six weeks at the moment.',
        };
        return [sentences[0], told[lang] ?? told.en, ...sentences.slice(2)].join(' ');
      },
    },
  ],
  dismissed: ['stroller-and-car-seat'],
  neverUsed: ['passport-validity'],
};
