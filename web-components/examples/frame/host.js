const ERFARA = 'http://127.0.0.1:8787';
const frame = document.getElementById('erfara');
const reply = document.getElementById('reply');

const post = (message) => frame.contentWindow.postMessage({ erfara: 1, ...message }, ERFARA);

function tellConversation() {
  post({
    type: 'conversation',
    turns: [{ from: 'customer', text: document.querySelector('.message').textContent }],
    variables: { 'customer.first_name': 'Karin', 'agent.first_name': 'Sofia' },
    ...{ channel: 'email', market: 'se', reads: ['sv', 'en'], writes: ['sv'], case: '4711' },
  });
}

function insert(text) {
  reply.focus();
  reply.setRangeText(text, reply.selectionStart, reply.selectionEnd, 'end');
  reply.dispatchEvent(new Event('input', { bubbles: true }));
}

addEventListener('message', (event) => {
  if (event.source !== frame.contentWindow || event.origin !== ERFARA || event.data?.erfara !== 1) return;
  const { type, ...said } = event.data;
  if (type === 'ready') tellConversation();
  if (type === 'insert') insert(said.text);
  if (type === 'height') frame.style.height = `${Math.min(said.height, innerHeight)}px`;
  if (type === 'focus') reply.focus();
  if (type === 'refused') console.warn('Erfara refused a message.', said);
});

// The frame cannot hear keys that are pressed in this page.
addEventListener('keydown', (event) => {
  if (!event.ctrlKey || !event.shiftKey || event.code !== 'Space') return;
  event.preventDefault();
  frame.focus();
  post({ type: 'focus' });
});

document.getElementById('send').addEventListener('click', () => {
  post({ type: 'sent', text: reply.value, case: '4711' });
  reply.value = '';
});

post({ type: 'hello' });
