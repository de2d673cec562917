import { createApp, defineComponent, h, ref } from 'vue';

const SERVER = 'http://127.0.0.1:8787';

/**
 * With render functions nothing needs to be set up. In templates, tell the compiler that `erfara-*` are custom elements
 * (`compilerOptions.isCustomElement`), and write `:turns.prop` and `@erfara-suggestions`.
 */
const Desk = defineComponent({
  props: { conversation: { type: Object, required: true } },
  setup({ conversation }) {
    const reply = ref('');
    const found = ref(null);
    const send = (event) => {
      event.preventDefault();
      document.dispatchEvent(new CustomEvent('erfara-sent', { detail: { text: reply.value, case: conversation.id } }));
      reply.value = '';
    };
    return () => [
      h('form', { onSubmit: send }, [
        h('p', { id: 'found' }, found.value === null ? '' : `${found.value} suggested`),
        h('textarea', {
          ...{ id: 'reply', 'aria-label': 'Reply', value: reply.value },
          onInput: (event) => {
            reply.value = event.target.value;
          },
        }),
        h('output', { id: 'state' }, reply.value),
        h('button', { type: 'submit' }, 'Send'),
      ]),
      h('erfara-suggest', {
        ...{ server: SERVER, for: '#reply', channel: 'email', market: 'se', case: conversation.id },
        '.reads': ['sv', 'en'],
        '.writes': ['sv'],
        '.turns': conversation.turns,
        '.variables': conversation.variables,
        onErfaraSuggestions: (event) => {
          found.value = event.detail.suggestions.length;
        },
      }),
    ];
  },
});

createApp(Desk, {
  conversation: {
    id: '4711',
    turns: [{ from: 'customer', text: 'Vad kostar en extra väska?' }],
    variables: { 'customer.first_name': 'Karin', 'agent.first_name': 'Sofia' },
  },
}).mount('#desk');
