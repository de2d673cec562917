import type { Reply } from '../../server/http/contract.ts';
import type { Strings } from '../suggest/strings/strings.ts';
import { calledName } from './first-name.ts';
import { plainText } from './plain-text.ts';

/** Letters stand on lines of their own; elsewhere greeting, answer and sign-off run on. */
const LETTERS = new Set(['email', 'letter', 'forum', 'blog', 'review']);
/** Read aloud: an address loses what nobody says. */
const SPOKEN = new Set(['phone', 'store']);
const GREETING =
  /^\s*(?:hej|hei|hallå|hallo|moi|terve|hi|hello|dear|kära|kjære|kære|hyvä|good (?:morning|afternoon|evening)|hey|huomenta|god(?:dag|kväll|morgon| dag| kväll| morgon| kveld| aften| morgen)|γεια|καλημέρα|καλησπέρα|αγαπητ)(?!\p{L})/iu;

export interface Surroundings {
  channel: string | null;
  /** Values the host knows: `customer.first_name`, `agent.first_name`, `order.number` ... */
  variables: Record<string, string>;
  /** What stands in the reply box before and after the caret. */
  before: string;
  after: string;
  strings: Strings;
  /** What the agent has written in this conversation before; after a greeting there none is repeated. */
  said: string[];
}

export interface Composition {
  text: string;
  /** Where the caret goes, as an offset in `text`. */
  caret: number;
  /** Visible blanks such as `[order number]`, in order. */
  tokens: string[];
}

/** The words to insert: greeting unless one stands there, the reply for its channel with variables filled, sign-off. */
export function compose(reply: Reply, markdown: string, around: Surroundings): Composition {
  const spoken = SPOKEN.has(around.channel ?? '');
  const tokens: string[] = [];
  const known = (name: string) => around.variables[name]?.trim() || null;
  const blank = (name: string) => {
    const token = `[${labelOf(name, reply, around.strings)}]`;
    tokens.push(token);
    return token;
  };
  const body = plainText(markdown, around.channel).replace(
    /\{\{\s*([\w.]+)\s*\}\}/g,
    (_, name: string) =>
      known(name) ?? reply.variables.find((variable) => variable.name === name)?.value ?? blank(name),
  );
  const said = spoken ? body.replace(/https?:\/\//g, '') : body;
  const box = `${around.before}${around.after}`;
  const greeting = [box, ...around.said].some((text) => GREETING.test(text))
    ? ''
    : greet(reply, calledName(known('customer.first_name') ?? '', reply.lang));
  const sign = signOff(reply, known('agent.first_name'));
  const ending = sign !== '' && box.includes(sign) ? '' : sign;
  const letter = LETTERS.has(around.channel ?? '') || ending.includes('\n') || body.includes('\n\n');
  const gap = letter ? '\n\n' : ' ';
  const lead = leadIn(around.before, gap);
  const text = lead + [greeting, said, ending].filter((part) => part !== '').join(gap);
  const caret = greeting === '' ? text.length : lead.length + greeting.length;
  return { text, caret, tokens };
}

function greet(reply: Reply, name: string | null): string {
  return name === null ? reply.greetingNoName : reply.greeting.replaceAll('{name}', name);
}

/** Without the agent's name a sign-off keeps the company's line, or goes. */
function signOff(reply: Reply, agent: string | null): string {
  if (agent !== null) return reply.signOff.replaceAll('{agent}', agent);
  const rest = reply.signOff.replace(/\{agent\},?[ \t]*/g, '').trim();
  return /\p{L}/u.test(rest) ? rest : '';
}

function leadIn(before: string, gap: string): string {
  if (before.trim() === '' || /\s$/.test(before)) return '';
  return gap;
}

function labelOf(name: string, reply: Reply, strings: Strings): string {
  const choices = reply.variables.find((variable) => variable.name === name)?.choices;
  if (choices)
    return Object.entries(choices)
      .map(([market, value]) => `${market.toUpperCase()} ${value}`)
      .join(' / ');
  const labels: Record<string, string> = {
    'customer.first_name': strings.variableCustomer,
    'agent.first_name': strings.variableAgent,
    'order.number': strings.variableOrder,
    'trip.date': strings.variableDate,
    'trip.destination': strings.variableDestination,
  };
  return labels[name] ?? name.replace(/[._]/g, ' ');
}
