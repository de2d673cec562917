/** Values that articles share. `{name}` stands for a value. */
export const en = {
  facts: 'Facts',
  hint: 'A value is written once. Every article and language that uses it has it from its day on.',
  search: 'Search facts',
  none: 'No fact of that name.',
  usedIn: 'Used in {n} texts',
  unused: 'Used nowhere',
  all: 'all markets',
  from: 'From',
  now: 'now',
  later: 'later',
  change: 'Change the value',
  newFact: 'New fact',
  name: 'Name, as articles write it',
  description: 'What it is',
  day: 'From which day',
  value: 'Value, {market}',
  look: 'See what changes',
  touches: 'Touches {n} texts:',
  saved: '“{name}” is saved.',
  nothing: 'Nothing changes.',
  changedSince: 'Somebody changed the facts meanwhile. Look again before you save.',
};

export type FactsWords = typeof en;
