/**
 * Puts the panel on a page of a tool that is not yours, beside the message and the reply box that selectors name.
 *
 * @param {{server: string, message: string, reply: string, channel?: string, market?: string, reads?: string, writes?: string,
 *   caseFrom?: () => string, variables?: () => Record<string, string>, place?: string}} where `message`: the customer's
 *   messages, of which the last counts; `place`: what the panel is put into, absent the right edge of the window.
 */
export async function attach({ server, message, reply, place, caseFrom, variables, ...rest }) {
  if (document.querySelector('erfara-suggest')) return;
  await import(`${server}/components/suggest/define.js`);
  const panel = document.createElement('erfara-suggest');
  Object.assign(panel, { server, messageFrom: message, for: reply });
  for (const [name, value] of Object.entries(rest)) panel.setAttribute(name, value);
  const known = () => {
    if (caseFrom) panel.case = caseFrom();
    if (variables) panel.variables = variables();
  };
  known();
  const home = place && document.querySelector(place);
  if (home) home.append(panel);
  else {
    Object.assign(panel.style, { position: 'fixed', inset: '0 0 0 auto', width: '360px', zIndex: '9999' });
    document.body.append(panel);
  }
  // Tools like these change the page without loading another: the address tells that another conversation was opened.
  let address = location.href;
  new MutationObserver(() => {
    if (address === location.href) return;
    address = location.href;
    known();
  }).observe(document.body, { childList: true, subtree: true });
}
