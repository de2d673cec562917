import { render } from 'lit';
import { tokens } from '../tokens.ts';
import { interfaceLang } from '../words.ts';
import { incidentView, lineFor } from './incident/incident-view.ts';
import { IncidentPageState } from './incident/state.ts';
import { incidentPageWords } from './incident/strings.ts';

const id = decodeURIComponent(location.pathname.split('/').filter(Boolean).at(-1) ?? '');
const lang = interfaceLang(new URLSearchParams(location.search).get('lang') ?? navigator.language);
const state = new IncidentPageState(id, lang, draw);
let told: string | null = null;

if (tokens.styleSheet) document.adoptedStyleSheets = [...document.adoptedStyleSheets, tokens.styleSheet];
document.documentElement.lang = lang;

function draw(): void {
  const root = document.getElementById('incident');
  if (!root) return;
  const words = incidentPageWords(lang);
  const line = state.page ? lineFor(state.page.incident, lang).text : words.incident;
  document.title = line;
  render(incidentView(state), root);
  root.toggleAttribute('aria-busy', state.page === null && !state.gone && !state.offline);
  tell();
}

/** What became of it is said once; what was there when the page was opened is read, not said. */
function tell(): void {
  const words = incidentPageWords(lang);
  const { incident } = state.page ?? {};
  if (!incident) return;
  const now = `${incident.state === 'ended' ? words.ended : words.running}. ${lineFor(incident, lang).text} ${words.until} ${incident.until}`;
  const said = document.getElementById('said');
  if (told !== null && told !== now && said) said.textContent = now;
  told = now;
}

state.follow();
