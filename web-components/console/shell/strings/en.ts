/** The console's frame. `{name}` stands for a value. */
export const en = {
  console: 'Console',
  skip: 'Skip to the content',
  menu: 'Menu',
  rooms: 'Rooms',
  today: 'Today',
  articles: 'Articles',
  gaps: 'Unanswered questions',
  facts: 'Facts',
  incidents: 'Service alerts',
  insights: 'Insights',
  goTo: 'Go to',
  goToHint: 'An article or a room',
  nothing: 'Nothing of that name.',
  withDay: 'With a day, such as {day}: what the article said then.',
  newArticle: 'New article',
  language: 'Interface language',
  notLoaded: 'This room could not be fetched.',
  gone: 'There is no such room.',
  inbox: 'To the inbox',
  undo: 'Undo',
  dismiss: 'Dismiss',
};

export type ShellWords = typeof en;
