/* global ZAFClient */
const client = ZAFClient.init();
const panel = document.querySelector('erfara-suggest');
client.invoke('resize', { width: '100%', height: '600px' });

/** A message's HTML as words, without anything in it being run or loaded. */
function plain({ content, contentType }) {
  if (contentType !== 'text/html') return content ?? '';
  return new DOMParser()
    .parseFromString(content.replace(/<br\s*\/?>|<\/p>/gi, '\n'), 'text/html')
    .body.textContent.trim();
}

async function show() {
  const known = await client.get(['ticket.id', 'ticket.conversation', 'ticket.requester', 'currentUser']);
  Object.assign(panel, {
    case: String(known['ticket.id']),
    channel: 'email',
    turns: known['ticket.conversation']
      // Internal notes are colleagues' words, and ask nothing.
      .filter(({ channel, message }) => message?.content && channel?.name !== 'internal')
      .map(({ author, message }) => ({
        from: author.role === 'end-user' ? 'customer' : 'agent',
        text: plain(message),
      })),
    variables: {
      'customer.first_name': known['ticket.requester'].name.split(' ')[0],
      'agent.first_name': known.currentUser.name.split(' ')[0],
    },
  });
}

panel.addEventListener('erfara-insert', (event) => {
  event.preventDefault();
  client.invoke('ticket.comment.appendText', event.detail.text);
});

// What is sent is what stands in the comment when the ticket is submitted. Zendesk goes on when this answers.
client.on('ticket.save', async () => {
  const { 'ticket.comment': comment } = await client.get('ticket.comment');
  if (comment?.text) panel.markSent(plain({ content: comment.text, contentType: 'text/html' }));
  return true;
});
client.on('ticket.conversation.changed', show);
show();
