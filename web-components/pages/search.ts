import { interfaceLang } from '../words.ts';

const asked = new URLSearchParams(location.search);
const search = document.querySelector('erfara-search');

document.documentElement.lang = interfaceLang(asked.get('lang') ?? navigator.language);
for (const name of ['market', 'reads', 'channel', 'setting', 'customer', 'case']) {
  const value = asked.get(name);
  if (value !== null) search?.setAttribute(name, value);
}
void customElements.whenDefined('erfara-search').then(() => search?.focus());
