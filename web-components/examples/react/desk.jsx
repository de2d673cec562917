import { useState } from 'react';
import { createRoot } from 'react-dom/client';

const SERVER = 'http://127.0.0.1:8787';

/** React 19 sets properties of custom elements and listens to their events by itself. */
function Desk({ conversation }) {
  const [reply, setReply] = useState('');
  const [found, setFound] = useState(null);

  function send(event) {
    event.preventDefault();
    document.dispatchEvent(new CustomEvent('erfara-sent', { detail: { text: reply, case: conversation.id } }));
    setReply('');
  }

  return (
    <>
      <form onSubmit={send}>
        <p id="found">{found === null ? '' : `${found} suggested`}</p>
        <textarea id="reply" aria-label="Reply" value={reply} onChange={(event) => setReply(event.target.value)} />
        <output id="state">{reply}</output>
        <button type="submit">Send</button>
      </form>
      <erfara-suggest
        server={SERVER}
        for="#reply"
        case={conversation.id}
        channel="email"
        market="se"
        reads={['sv', 'en']}
        writes={['sv']}
        turns={conversation.turns}
        variables={conversation.variables}
        onerfara-suggestions={(event) => setFound(event.detail.suggestions.length)}
      />
    </>
  );
}

createRoot(document.getElementById('desk')).render(
  <Desk
    conversation={{
      id: '4711',
      turns: [{ from: 'customer', text: 'Vad kostar en extra väska?' }],
      variables: { 'customer.first_name': 'Karin', 'agent.first_name': 'Sofia' },
    }}
  />,
);
