import { hostOf, linksIn } from '../links.ts';
import type { Finding, Rule } from '../rule.ts';

const SHORTENERS = new Set(
  (
    'bit.ly tinyurl.com t.co goo.gl ow.ly is.gd buff.ly rebrand.ly cutt.ly rb.gy t.ly shorturl.at lnkd.in fb.me youtu.be tiny.cc s.id v.gd ' +
    'bl.ink short.io soo.gd qrco.de'
  ).split(' '),
);

export const foreignLink: Rule = {
  id: 'foreign-link',
  severity: 'warning',
  fix: 'Link to a page of our own, or add the domain to trustedDomains in erfara.yaml.',
  text(view) {
    const trusted = view.settings.trustedDomains.map((domain) => domain.toLowerCase());
    return view.text.sections.flatMap((section) =>
      linksIn(section).flatMap(({ url, at }): Finding[] => {
        const host = hostOf(url)?.replace(/^www\./, '') ?? null;
        if (host === null || trusted.some((domain) => host === domain || host.endsWith(`.${domain}`))) return [];
        const place = view.inside(section, at);
        if (!SHORTENERS.has(host)) return [{ place, message: `${host} is not one of our own domains.` }];
        const fix = 'Write the whole address, so that people see where it leads.';
        return [{ place, message: `${host} hides where the link leads.`, severity: 'error', fix }];
      }),
    );
  },
};
