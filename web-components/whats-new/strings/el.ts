import type { NewsWords } from './en.ts';

export const el: NewsWords = {
  title: 'Νέα από την τελευταία φορά',
  count: '{n} νέα',
  new: 'Νέο',
  changed: 'Άλλαξε',
  validated: 'Ελεγμένο',
  answered: 'Η παρατήρησή σας απαντήθηκε',
  ended: 'Η έκτακτη ενημέρωση έληξε',
  notChecked: 'Μη ελεγμένο',
  more: 'Και {n} ακόμη',
  seen: 'Σήμανση ως αναγνωσμένα',
  nothing: 'Κανένα νέο από {when}.',
  lost: 'Χωρίς σύνδεση. Τα νέα δεν μπορούν να εμφανιστούν.',
  tryNow: 'Δοκιμή τώρα',
  gone: 'Το άρθρο δεν υπάρχει πια.',
};
