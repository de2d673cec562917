/** The words of the search. `{name}` stands for a value. */
export const en = {
  filters: 'Filters',
  language: 'Language',
  tag: 'Tag',
  state: 'State',
  audience: 'Visible to',
  everyone: 'Everyone',
  remove: 'Remove {name}',
  clearFilters: 'Clear filters',
  answerAndSave: 'Answer, then save the case',
  recent: 'Recent searches',
  forget: 'Clear the list',
};

export type SearchWords = typeof en;
