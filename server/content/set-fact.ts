import { isDeepStrictEqual } from 'node:util';
import { type Document, isMap, isSeq, type Node, parseDocument, stringify } from 'yaml';
import { ErfaraError } from '../domain/errors.ts';
import { parseFacts } from './facts-file.ts';

export interface FactEntry {
  /** ISO date. */
  from: string;
  /** By market, or `all`. */
  values: Record<string, string>;
  /** Of a new fact, or in the place of the old one. */
  description?: string;
}

/**
 * Writes what a fact is from a day on into `facts.yaml`, and leaves every other byte as it was: a new entry behind the
 * others, or in the place of the one that begins the same day.
 * @throws ErfaraError `bad-request` when the file could not be read with it.
 */
export function setFact(source: string, name: string, entry: FactEntry): string {
  const document = parseDocument(source, { prettyErrors: false });
  if (document.errors.length > 0) throw refused(`facts.yaml is not YAML: ${document.errors[0]?.message}`);
  const edited = spliced(source, document, name, entry);
  const result = source.includes('\r\n') ? edited.replace(/\r?\n/g, '\r\n') : edited;
  const { facts: before } = parseFacts(source, 'facts.yaml');
  const { facts, problems } = parseFacts(result, 'facts.yaml');
  const now = facts[name]?.values.find(({ from }) => from === entry.from);
  const others = (all: typeof facts) => Object.entries(all).filter(([other]) => other !== name);
  if (!isDeepStrictEqual(now?.byMarket, entry.values) || !isDeepStrictEqual(others(before), others(facts))) {
    throw refused(problems[0]?.message ?? 'It cannot be written in this place of facts.yaml.');
  }
  return result;
}

function spliced(source: string, document: Document.Parsed, name: string, entry: FactEntry): string {
  const fact = document.getIn([name], true);
  const values = document.getIn([name, 'values'], true);
  const described = entry.description === undefined ? {} : { description: entry.description };
  if (!isMap(fact) || !isSeq(values) || !values.range) {
    if (fact !== undefined) throw refused(`"${name}" has no list of values in facts.yaml. Mend it there first.`);
    const starts = source === '' || source.endsWith('\n') ? '' : '\n';
    const written = yamlOf({ [name]: { ...described, values: [{ from: entry.from, ...entry.values }] } });
    return `${source}${starts}${source.trim() === '' ? '' : '\n'}${written}`;
  }
  let text = source;
  const same = values.items.find((item) => isMap(item) && String(item.get('from')) === entry.from) as Node | undefined;
  const own = { from: entry.from, ...entry.values };
  if (same?.range) {
    text = replaced(text, same, own);
  } else if (values.flow) {
    const last = values.items.at(-1) as Node | undefined;
    const at = last?.range?.[1] ?? values.range[0] + 1;
    text = `${text.slice(0, at)}${last ? ', ' : ''}${itemOf(own, true, 0)}${text.slice(at)}`;
  } else {
    const last = values.items.at(-1) as Node;
    const end = (last.range?.[0] ?? 0) + text.slice(last.range?.[0], last.range?.[1]).trimEnd().length;
    const line = text.indexOf('\n', end);
    const at = line === -1 ? text.length : line + 1;
    const dash = columnOf(text, values.range[0]);
    const item = `${' '.repeat(dash)}- ${itemOf(own, isFlow(last), dash + 2)}\n`;
    text = `${text.slice(0, at)}${line === -1 ? '\n' : ''}${item}${text.slice(at)}`;
  }
  return entry.description === undefined ? text : withDescription(text, name, entry.description);
}

/** Another item in an item's place: only its values where it has the same markets, so that comments stay. */
function replaced(text: string, same: Node, own: Record<string, string>): string {
  const pairs = isMap(same) ? same.items.map(({ key, value }) => ({ name: String(key), value: value as Node })) : [];
  const [from = 0] = same.range ?? [];
  if (pairs.length === Object.keys(own).length && pairs.every(({ name }) => Object.hasOwn(own, name))) {
    return pairs.reduceRight((edited, { name, value }) => {
      const [start = 0, end = 0] = value.range ?? [];
      const written = name === 'from' ? own[name] : JSON.stringify(own[name]);
      return edited.slice(0, start) + written + edited.slice(end);
    }, text);
  }
  const end = isFlow(same) ? same.range?.[1] : pairs.at(-1)?.value.range?.[1];
  return text.slice(0, from) + itemOf(own, isFlow(same), columnOf(text, from)) + text.slice(end ?? from);
}

function withDescription(source: string, name: string, description: string): string {
  const node = parseDocument(source).getIn([name, 'description'], true) as Node | undefined;
  if (!node?.range) return source;
  const [from, until] = node.range;
  const end = from + source.slice(from, until).trimEnd().length;
  return source.slice(0, from) + JSON.stringify(description) + source.slice(end);
}

function itemOf(own: Record<string, string>, flow: boolean | undefined, indent: number): string {
  const { from, ...values } = own;
  const pairs = Object.entries(values).map(([market, value]) => `${market}: ${JSON.stringify(value)}`);
  const all = [`from: ${from}`, ...pairs];
  return flow ? `{${all.join(', ')}}` : all.join(`\n${' '.repeat(indent)}`);
}

function isFlow(node: Node): boolean {
  return isMap(node) && node.flow === true;
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

function yamlOf(data: Record<string, { values: Record<string, string>[]; description?: string }>): string {
  const [[name, { values, description }] = ['', { values: [] }]] = Object.entries(data);
  const said = description === undefined ? '' : `  ${stringify({ description }, { lineWidth: 0 })}`;
  const items = values.map((own) => `    - ${itemOf(own, false, 6)}\n`).join('');
  return `${name}:\n${said}  values:\n${items}`;
}

function refused(message: string): ErfaraError {
  return new ErfaraError('bad-request', { details: [{ path: 'fact', rule: 'facts', message }] });
}
