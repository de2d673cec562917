import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';

/** What a host may know of the customer and the case. */
const VARIABLES = ['customer.first_name', 'agent.first_name', 'order.number', 'trip.date', 'trip.destination'];

/** A value that articles share, by its name. */
export interface KnownFact {
  name: string;
  description: string;
}

/** After `{{`: the facts of the bank and what a host fills in. Facts are asked for when the first is wanted. */
export function completions(facts: () => Promise<KnownFact[]>): Extension {
  let known: Promise<KnownFact[]> | null = null;
  const source = async (context: CompletionContext): Promise<CompletionResult | null> => {
    const open = context.matchBefore(/\{\{[\w.]*/);
    if (!open) return null;
    known ??= facts().catch(() => {
      known = null;
      return [];
    });
    const options: Completion[] = [
      ...(await known).map(({ name, description }) => ({ label: `fact.${name}`, detail: description })),
      ...VARIABLES.map((label) => ({ label })),
    ].map((option) => ({ ...option, apply: `${option.label}}}` }));
    return { from: open.from + 2, options, validFor: /^[\w.]*$/ };
  };
  return autocompletion({ override: [source], icons: false });
}
