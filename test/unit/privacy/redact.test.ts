import { describe, expect, it } from 'vitest';
import { personalDataFinder } from '../../../server/privacy/find-personal-data.ts';
import { redactor } from '../../../server/privacy/redact.ts';

const redact = redactor(personalDataFinder(['NB-\\d{6}']));

describe('redaction', () => {
  it('puts a visible token in the place of each personal datum and leaves the rest', () => {
    expect(
      redact(
        'Hej! NB-123456, a@b.se, 070-123 45 67, kort 4111111111111111, SE45 5000 0000 0583 9825 7466, ' +
          '811228-9874, 131052-308T, ΑΦΜ 123456783. Flight NB 412 at 18:45, 349 kr.',
      ),
    ).toBe(
      'Hej! [order number], [e-mail], [phone], kort [card number], [account number], ' +
        '[identity number], [identity number], ΑΦΜ [tax number]. Flight NB 412 at 18:45, 349 kr.',
    );
  });

  it.each([
    'a@b.se 070-123 45 67 4111111111111111 22334455',
    '4111 1111 1111 1111 22334455 123456783',
    'a@b.sec@d.se',
    '0701234567/0701234567-0701234567',
    '[e-mail]0701234567[phone]',
    '',
  ])('changes %j once only', (text) => {
    const once = redact(text);
    expect(redact(once)).toBe(once);
  });

  it('leaves its own tokens alone whatever the order numbers look like', () => {
    const greedy = redactor(personalDataFinder(['[a-z-]{3,9}', '.+']));
    const once = greedy('mail a@b.se now');
    expect(greedy(once)).toBe(once);
  });

  it('leaves a text without personal data as it is', () => {
    const text = 'Vi bokade 2026-11-22 kl 18.45 för 1 299 kr.\n\n  Tack!';
    expect(redact(text)).toBe(text);
  });
});
