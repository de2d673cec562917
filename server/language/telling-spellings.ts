import type { Lang } from '../domain/language.ts';

/**
 * Spellings that tell close languages apart: mostly Swedish, bokmål and Danish, whose orthographies differ by rule where
 * character statistics cannot tell a handful of words; then Finnish and English words, which hold a message together when
 * half of it is names and borrowed words. Each rule lists whole words and speaks for the languages named.
 *
 * `-` stands for any letters, `--` for at least two, `---` for at least three, `_` for a space; `(?!...)` before a word keeps
 * those words out.
 */
export const TELLING_SPELLINGS: [langs: Lang[], words: string][] = [
  [['sv', 'fi'], '-[äö]-'],
  [['nb', 'da'], '-[æø]-'],
  [['sv', 'nb', 'da'], '-å- det som med'],
  // Danish writes æ where bokmål writes e, but before r both may.
  [['da'], '(?!væske|kjæl)-æ(?!r)\\p{L}-'],
  // Danish ends no word in a double consonant, and has b, d and g where the others kept p, t and k.
  [
    ['nb', 'sv'],
    '(?!(?:all|app|call|bill|cell|full|mall|roll|sell|small|still|will|pass)(?!\\p{L}))-[aeiouyåæøäö](tt|kk|pp|nn|ll|mm|gg|bb) ' +
      'mitt ditt sitt oss',
  ],
  [
    ['da'],
    'mit dit sit os pas uge- brug- tage- tager købe- køb bage- søge- vide gide- sidde- mad mad- ud ude uden flag- (?!sagt)sag- årsag- -sigt- søg- spørg- mod op ' +
      'ud(land|levering|fyld|skift|betal)- tilbage- åb(en|ne|n)- opret- rigtig- forkert- lige alligevel',
  ],
  [
    ['nb'],
    'uke- kjøp- bake- søke- vite gidder utland- tilbake- åpen åpn- søk- spør(?!g)- velg- endre- bilde(t|ne)? opp(rett|dater|gi)- riktig- likevel',
  ],
  [
    ['nb', 'sv'],
    'ta tar mat mat- ut ute mot bli blir vet e.post- alltid enda sist trodde ha dra fram fått kompis- -het(er|en)? vår vårt språk- sitte- henne- -verk- kvar bruk- sak- -sikt- vanlig- minst bilder',
  ],
  // av against af, ei and øy against ej and øj, also within words.
  [['nb', 'sv'], 'av av(best|bok|bryt|gang|gift|gjør|lys|reis|tal|vent|slut)-'],
  [['da'], 'af af(best|bryd|gang|gift|gør|hent|lever|lys|rejs|sted|tal|vent|slut|vis|send)-'],
  [['nb'], '-(rei|vei|lei|nei|hei|feil|beid)- -øy-'],
  [['da'], '-(rej|vej|lej|fejl|bejd)- -øj-'],
  [
    ['da', 'sv'],
    'hej nej mig dig sig nu efter igen blev besked -igt -tion(en|er) kredit(?!t)- slut byt haft rum rummet aldrig',
  ],
  [
    ['nb', 'da'],
    'og ikke jeg hv- til fra vil mange må siden skal alle samme timer nye flere andre selv hele dette navn allerede når ekstra eksempel-',
  ],
  // Danish has few words in -a, and those are foreign.
  [
    ['nb', 'sv', 'fi'],
    '(?!(?:ekstra|extra|.*data|europa|visa|kamera|camera|pizza|sofa|china|asia|ikea|delta|beta|agenda|firma|klima|tema|skema|villa)(?!\\p{L}))--[bdfgklmnprstv]a',
  ],
  // kj and sj; -sjon, -het, -ar and -ene against -tion, -hed, -er and -erne; past tenses.
  [['nb'], 'kje- kjø- skje- skjø- -[aeikmnoru]sj- -gj[eø]- hjelp- -lsene -vd gjen(opp|ta)- -rommet'],
  [
    ['da'],
    'kør- kend- ske sker -tionerne -hed(en)? (?!.*(?:mod|st)erne)-[bdfgklmnprstv]erne (?!allerede)--[dfgklmnprstv]ede gør- hjælp- nægt- -heder',
  ],
  [['sv'], '-(or|ar|er)na (?!ansvar|forsvar|dollar)---[bdfgklmnprt]ar ---ade hjälp-'],
  // nd where Norwegian has nn; Norwegian puts the possessive behind: reisen min.
  [
    ['da'],
    'ind ind(e|en|til|bakke|tast|check|gang|lever|stil|betal|hold)- find(e|er)? fandt mand hendes kvinde- gennem- anden andet',
  ],
  [
    ['nb'],
    'inn (?!inne[bh])inn(e|en|til|boks|sjekk|stil|gang|lever|betal|hold|logg)- finne(r|s)? fant funnet mann kvinne- gjennom- ' +
      'igjen gjerne annen annet',
  ],
  [['nb'], '(?!fra|siden)--(en|et|ene|a)_(mi|min|mitt|mine|di|din|ditt|dine|vår|vårt|våre|deres)'],
  // The infinitive's mark; bokmål's "at" means that.
  [['nb'], 'å'],
  [
    ['da'],
    'at_(få|se|gå|stå|være|have|komme|kunne|skulle|betale|flytte|skrive|sende|logge|bestille|skifte|ringe|vente|lave|give|gøre)',
  ],
  // The polite plural, in Danish a single letter: not "har i går", which is bokmål too.
  [['da'], '(har|får|kan|vil|skal|må|at|hvis|når|gider)_i(?!_(?:går|dag|morgen|kveld|fjor))'],
  // Prefixes: ud, ind, op and af against ut, inn, opp and av; gen against gjen, efter against etter.
  [
    ['da'],
    'ud[bfghklmnprstv]- ind[bdfghklmnpstv]- op[bdfghklmnrv]- ops(?!j)- af[bdghklmsv]- aft(?!en)- gen(tag|start|opret|brug|send|fund|køb|kend)- ' +
      'uden- mellem-',
  ],
  [['nb'], 'inn[bdfghjklmnprstv]- opp[bdfghklmnrstv]- gjen- etter- uten- mellom-'],
  [['nb', 'sv'], 'ut[bdfghklmnprsv]- av[bdfghklmnpst]-'],
  [['da', 'sv'], 'efter-'],
  // b, d and g against p, t and k within words; nd, ld and ds against nn, ll and ss.
  [
    ['da'],
    'bog bøger sprog- syg- svag- besøg- -løb- håb- skib- tab- -skab(et|er)? fod mød(e|er|te)- hvid- lidt let fuld- -plads- ' +
      'undgå- bedst(e)? (jeg|i)_ved ved_(jeg|ikke|du)',
  ],
  [['nb'], 'bøker syk- svak- besøk- -løp- håp- tap- møt(e|er|te)- hvit- -plass- unngå- unna unntatt'],
  [['nb', 'sv'], '-skap mer mars full(a|e|t)?'],
  // er against ær in these words.
  [['da'], '-(mærk|skærm|værd|værk|færd|færg|spær|stærk)-'],
  [['nb'], '-(merk|skjerm|verd|ferd|ferg|sperr|sterk)- nett(?!e)-'],
  // Danish says a definite thing once: den nye dato, against den nye datoen.
  [['nb', 'sv'], 'den_--e_(?!aften|morgen)--en det_--e_--et denne_(?!aften|morgen)--en dette_--et'],
  // Danish asks hvornår.
  [['nb'], 'når_(kommer|får|er|kan|går|skal|vil|må|har|åpner|starter)'],
  // Numbers, months, times of the day.
  [['da'], 'tyve tredive halvtreds firs halvfems marts aften(en)? mere'],
  [['nb'], 'tjue tretti femti seksti sytti åtti nitti mai kveld-'],
  // Everyday words.
  [
    ['nb'],
    'hva noe noen meg deg seg nå etter ble blitt gi gir dere mye sjekk- penger flyplass- lurer vært ødela sier sto steng(e|t) si ' +
      'våre koffert- bagasje- passord- bekreft- nettside- -nettsted- aldri kanskje dessverre ennå enn ganger ' +
      'lenge lengre lenger neste siste mellom dager dagene slik hadde ulike trenger funke- rom rommet sete(r|t|ne)? gutt- ' +
      'melding- krev(er|e) ferge- vekk sinte farge-',
  ],
  // Nynorsk and dialects.
  [
    ['nb'],
    'ikkje eg kva kven kvifor korleis kor mykje dykk dokker dei frå noko nokon nokke nokken berre ein eit vore vere ' +
      'gong gonger straum- heim treng æ forsinka itj kem koffor koffør koss',
  ],
  [
    ['da'],
    'hvad noget nogen nogle blive bliver blevet give giver siger? sige lade gerne jer jeres vores hvornår meget tak penge lufthavn- ' +
      'kuffert- fik gik billet billetterne tjek- lave(r|t|s)? børn- hotel nat kat ik ikk hedder stadig måske mails? tit ' +
      'desværre adgangskode- netop slet altid endnu længe længere næste sidste? mellem intet imellem selvom været ' +
      'gange ret sat hverken hurtigt langsomt svært nemt sgu vej værelse- kun -mad(en)? der dage(ne)? sådan -ået givet fundet billede- mindst flyve- taske-',
  ],
  [
    ['sv'],
    'och inte är jag vad något någon nån nåt några ni när hur vem från fran nagon nagot nagra boka- bokning- pengar- väsk- veck- ' +
      'resa- flyg- tåg- utan mej dej ä dä ett att upp till tillbaka ska bara mycket också ocksa genom mellan sedan vilken vilket ' +
      'vilka varför varfor finns vill bort alla måste samma andra vara hela dagar dina mina många vid redan innan namn plats- annan annat två nya hitta medan ensam ert era hon honom nar fatt skick- tack- tryck- lyck- plock- ' +
      'betala(r|t|s|de)? inget',
  ],
  [
    ['fi'],
    '-(ää|öö|yy|uu|ii|yö|äy|öy|uo|taa|laa|jaa|kaa)- ei eikä mutta että etta mun mul mulle sun miten mitä mita missä missa milloin kuinka voiko voinko ' +
      'mikä vielä viela olen olin oli tämä tama ilman sekä myös haluan saanko kiitos moi hei terve anteeksi --[nk]ko --ksi --ä en_ole teen olet saanut ovat jos tilaus- lasku- ' +
      'maksu- netti- vaikka koska sain saan apua tarvin tarvitsen ihan joku --(issa|assa|ista|asta|ilta|alta|iin|uun)',
  ],
  [
    ['en'],
    "the have has my i'm i've i'd you your can't cannot what why when where how which please is was were this that with without not don't " +
      "doesn't and it we our",
  ],
];
