import { html, nothing, type TemplateResult } from 'lit';
import type { Strings } from '../suggest/strings/strings.ts';
import { fill } from '../words.ts';
import { judge, type Limits } from './length.ts';

/** The thin bar with its words: "184 / 400", "2 SMS", "12 over the limit". Fills against the good length. */
export function lengthMeter(text: string, limits: Limits | null, strings: Strings): TemplateResult | typeof nothing {
  if (!limits) return nothing;
  const { count, level, over } = judge(text, limits);
  const share = Math.min(100, (count / Math.max(1, limits.good)) * 100);
  return html`<div class="length ${level}">
    <svg class="bar" aria-hidden="true"><rect class="rail" width="100%" height="3" rx="1.5" /><rect class="fill" width="${share}%" height="3" rx="1.5" /></svg>
    <span class="count">${level === 'over' ? fill(strings.overLimit, { n: over }) : nothing}
      <span>${countText(count, limits, strings)}</span></span>
  </div>`;
}

/** A length as its channel counts it, against the good length, or against the limit once that is passed. */
export function countText(count: number, limits: Limits, strings: Strings): string {
  if (limits.unit === 'sms') return fill(strings.parts, { n: count });
  const against = limits.limit !== null && count > limits.limit ? limits.limit : limits.good;
  return `${count} / ${against}`;
}
