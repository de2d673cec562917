import { EmbedFrame } from '../embed/frame.ts';
import { tokens } from '../tokens.ts';

if (tokens.styleSheet) document.adoptedStyleSheets = [...document.adoptedStyleSheets, tokens.styleSheet];

/** The server writes the listed origins here. */
const listed = document.querySelector<HTMLMetaElement>('meta[name="erfara-origins"]')?.content ?? '';
await customElements.whenDefined('erfara-suggest');
const panel = document.querySelector('erfara-suggest');
if (panel) new EmbedFrame(panel, [location.origin, ...listed.split(' ').filter(Boolean)]).start();
