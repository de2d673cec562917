import type { ShellWords } from './en.ts';

export const el: ShellWords = {
  console: 'Σύνταξη',
  skip: 'Μετάβαση στο περιεχόμενο',
  menu: 'Μενού',
  rooms: 'Ενότητες',
  today: 'Σήμερα',
  articles: 'Άρθρα',
  gaps: 'Ερωτήσεις χωρίς απάντηση',
  facts: 'Στοιχεία',
  incidents: 'Έκτακτες ενημερώσεις',
  insights: 'Αναλύσεις',
  goTo: 'Μετάβαση',
  goToHint: 'Άρθρο ή ενότητα',
  nothing: 'Δεν υπάρχει τίποτα με αυτό το όνομα.',
  newArticle: 'Νέο άρθρο',
  language: 'Γλώσσα διεπαφής',
  notLoaded: 'Η ενότητα δεν φορτώθηκε.',
  gone: 'Δεν υπάρχει τέτοια ενότητα.',
  inbox: 'Στα εισερχόμενα',
  undo: 'Αναίρεση',
  dismiss: 'Κλείσιμο μηνύματος',
};
