// A page of yours, registered under Settings → Integrations → Dashboard Apps. Put your Chatwoot's origin here.
const CHATWOOT = 'https://app.chatwoot.com';

/** Chatwoot's inbox types, as channels of the bank. */
const CHANNELS = {
  'Channel::WebWidget': 'chat',
  'Channel::Email': 'email',
  'Channel::FacebookPage': 'messenger',
  'Channel::Whatsapp': 'whatsapp',
  'Channel::Sms': 'sms',
  'Channel::TwilioSms': 'sms',
};

/** `message_type`: 0 from the customer, 1 from an agent; 2 is activity and 3 a template, which nobody wrote. */
const FROM = { 0: 'customer', 1: 'agent' };

const panel = document.querySelector('erfara-suggest');

function show({ conversation, contact, currentAgent }) {
  const agent = currentAgent ?? conversation.meta?.assignee;
  const turns = (conversation.messages ?? [])
    // Private messages are colleagues' words, and ask nothing.
    .filter(({ message_type: type, content, private: note }) => type in FROM && content && !note)
    .map(({ message_type: type, content }) => ({ from: FROM[type], text: content }));
  Object.assign(panel, {
    turns,
    case: String(conversation.id),
    channel: CHANNELS[conversation.meta?.channel] ?? '',
    variables: {
      ...(contact?.name ? { 'customer.first_name': contact.name.split(' ')[0] } : {}),
      ...(agent?.name ? { 'agent.first_name': agent.name.split(' ')[0] } : {}),
    },
  });
}

addEventListener('message', (event) => {
  if (event.source !== parent || event.origin !== CHATWOOT || typeof event.data !== 'string') return;
  let said;
  try {
    said = JSON.parse(event.data);
  } catch {
    return;
  }
  if (said?.event === 'appContext' && said.data?.conversation) show(said.data);
});

parent.postMessage('chatwoot-dashboard-app:fetch-info', CHATWOOT);
