import type { SearchWords } from './en.ts';

export const el: SearchWords = {
  filters: 'Φίλτρα',
  language: 'Γλώσσα',
  tag: 'Ετικέτα',
  state: 'Κατάσταση',
  audience: 'Ορατό σε',
  everyone: 'Όλους',
  remove: 'Κατάργηση: {name}',
  clearFilters: 'Καθαρισμός φίλτρων',
  answerAndSave: 'Απάντηση και μετά αποθήκευση αιτήματος',
  recent: 'Πρόσφατες αναζητήσεις',
  forget: 'Εκκαθάριση λίστας',
};
