/** The words of the element. `{name}` stands for a value. */
export const en = {
  title: 'New since last time',
  count: '{n} new',
  new: 'New',
  changed: 'Changed',
  validated: 'Checked',
  answered: 'Your remark was answered',
  ended: 'Service alert ended',
  notChecked: 'Not checked',
  more: 'And {n} more',
  seen: 'Mark as seen',
  nothing: 'Nothing new since {when}.',
  lost: 'Not connected. What is new cannot be shown.',
  tryNow: 'Try now',
  gone: 'The article is no longer there.',
};

export type NewsWords = typeof en;
