/** What is said of a reply before it is sent. `{name}` stands for a value. */
export const en = {
  privateValue: 'Everyone can read this. Leave out: {values}.',
  sendsAway: '“{words}” sends the customer elsewhere. Answer here if you can.',
  blanks: 'Still to fill in: {names}',
  stale: 'The translation ({lang}) is older than the text it was made from.',
  missing: 'The article has no translation into {customer}. This reply is in {reply}.',
  notRead: 'Shown in {lang}: the article has no text in a language you read.',
  windowLeft: 'Can be answered for another {time}',
  windowClosed: 'The {n} hours have passed: only an approved template may be sent.',
  unicode: '“{character}” makes each SMS hold {n} characters instead of {m}.',
  boxFull: 'The reply box takes {n} characters; this is {m} too many.',
  shorter: 'Use the shorter wording',
  fuller: 'Shorter wording. Use the full one',
  handOver: 'The first suggestion is to hand this over. Insert this reply anyway?',
};

export type CautionWords = typeof en;
