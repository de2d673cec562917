import { html, nothing, type TemplateResult } from 'lit';
import type { NamedFact } from '../../../server/http/contract.ts';
import { dayIn } from '../../day-in.ts';
import { fill } from '../../words.ts';
import { diffView } from '../room/diff-view.ts';
import type { RoomWords } from '../room/strings/strings.ts';
import { editorPath } from '../shell/routes.ts';
import type { FactSheet, FactsController } from './controller.ts';
import type { FactsWords } from './strings/strings.ts';

export interface FactHost {
  controller: FactsController;
  strings: FactsWords;
  common: RoomWords;
  markets: { code: string; name: string }[];
  lang: string;
}

/** One fact: its value now, and on opening every value with its day and every text that uses it. */
export function factView(fact: NamedFact, host: FactHost): TemplateResult {
  const { controller, strings, lang } = host;
  const now = controller.now(fact);
  const open = controller.open.has(fact.name);
  const used = fact.usedIn.length === 0 ? strings.unused : fill(strings.usedIn, { n: fact.usedIn.length });
  return html`<li class="fact box">
    <button type="button" class="name opens" aria-expanded=${open} aria-controls=${`fact-${fact.name}`} @click=${() => controller.toggle(fact.name)}>
      <span><strong class="code">${fact.name}</strong> <span class="muted small">${fact.description}</span></span>
      <span class="small">${now ? valuesOf(now.byMarket, host) : '–'} <span class="muted tiny">· ${used}</span></span></button>
    <button type="button" @click=${() => controller.edit(fact)}>${strings.change}</button>
    <div id=${`fact-${fact.name}`} class="why" ?hidden=${!open}>${
      open
        ? html`<ol role="list" class="dated">${fact.values.map(
            (entry) =>
              html`<li><span class="muted">${strings.from} <time datetime=${entry.from}>${dayIn(entry.from, lang)}</time></span> ${valuesOf(entry.byMarket, host)}${entry === now ? html` <span class="badge good">${strings.now}</span>` : now && entry.from > now.from ? html` <span class="badge">${strings.later}</span>` : nothing}</li>`,
          )}</ol>${textsOf(fact, host)}`
        : nothing
    }</div>
  </li>`;
}

function valuesOf(byMarket: Record<string, string>, { markets, strings }: FactHost): string {
  const entries = Object.entries(byMarket);
  const name = (code: string) =>
    code === 'all' ? strings.all : (markets.find((each) => each.code === code)?.name ?? code);
  if (entries.length === 1 && entries[0]?.[0] === 'all') return entries[0][1];
  return entries.map(([market, value]) => `${name(market)} ${value}`).join(', ');
}

/** Articles once, with the languages that use it. */
function textsOf({ usedIn }: NamedFact, { lang }: FactHost): TemplateResult {
  const articles = new Map<string, NamedFact['usedIn']>();
  for (const text of usedIn) articles.set(text.id, [...(articles.get(text.id) ?? []), text]);
  return html`<ul role="list" class="texts">${[...articles].map(([id, texts]) => {
    const shown = texts.find((text) => text.lang === lang) ?? texts[0];
    return html`<li><a lang=${shown?.lang ?? nothing} href=${`#${editorPath(id, shown?.lang ?? '')}`}>${shown?.title ?? id}</a> <span class="tiny muted">${texts.map((text) => text.lang).join(' ')}</span></li>`;
  })}</ul>`;
}

/** A new value from a day on, the texts and lines it touches, and the button. */
export function factSheetView(
  sheet: FactSheet,
  host: FactHost,
  ways: { failure: TemplateResult | typeof nothing; saved: () => void },
): TemplateResult {
  const { controller, strings, common, markets } = host;
  const { fact, previewed, values, busy } = sheet;
  const codes = ['all', ...markets.map(({ code }) => code)];
  const text = (event: Event) => (event.target as HTMLInputElement).value;
  const submit = async (event: Event) => {
    event.preventDefault();
    if (!previewed) await controller.look();
    else if (await controller.save()) ways.saved();
  };
  const name = (code: string) =>
    code === 'all' ? strings.all : (markets.find((each) => each.code === code)?.name ?? code);
  return html`<form @submit=${submit}>
    <div class="sheet"><h2 id="fact-title">${fact ? html`${strings.change}: <span class="code">${fact.name}</span>` : strings.newFact}</h2>
      ${sheet.changedSince ? html`<p class="notice bad" role="alert">${strings.changedSince}</p>` : nothing}${ways.failure}
      ${
        fact
          ? nothing
          : html`<div class="field"><label for="fact-name">${strings.name}</label><input id="fact-name" class="code" required pattern="[a-z][a-z0-9_]*" autocomplete="off" .value=${sheet.name} @input=${(event: Event) => controller.change({ name: text(event) })} /></div>
            <div class="field"><label for="fact-what">${strings.description}</label><input id="fact-what" required autocomplete="off" .value=${sheet.description} @input=${(event: Event) => controller.change({ description: text(event) })} /></div>`
      }
      <div class="field"><label for="fact-from">${strings.day}</label><input id="fact-from" type="date" required .value=${sheet.from} @input=${(event: Event) => controller.change({ from: text(event) })} /></div>
      <div class="values">${codes.map(
        (code) =>
          html`<div class="field"><label for=${`value-${code}`}>${fill(strings.value, { market: name(code) })}</label><input id=${`value-${code}`} autocomplete="off" .value=${values[code] ?? ''} @input=${(event: Event) => controller.change({ values: { ...values, [code]: text(event) } })} /></div>`,
      )}</div>
      ${
        previewed
          ? html`<div role="status"><p>${previewed.diff.length === 0 ? strings.nothing : fill(strings.touches, { n: previewed.fact.usedIn.length })}</p></div>${previewed.diff.length > 0 ? diffView(previewed.diff, common) : nothing}${textsOf(previewed.fact, host)}`
          : nothing
      }
    </div>
    <footer><button type="submit" class="main" ?disabled=${busy || previewed?.diff.length === 0}>${previewed ? common.save : strings.look}</button>
      <button type="button" @click=${() => controller.close()}>${common.cancel}</button></footer>
  </form>`;
}
