import type { CaptureWords } from './strings/strings.ts';

/** What a variable or token is called: "order number" for `{{order.number}}`. */
export function tokenName(token: string, strings: CaptureWords): string {
  const names: Record<string, string> = {
    '{{customer.first_name}}': strings.customerName,
    '{{agent.first_name}}': strings.agentName,
    '{{order.number}}': strings.orderNumber,
    '[order number]': strings.orderNumber,
    '[name]': strings.familyName,
    '[e-mail]': strings.email,
    '[phone]': strings.phone,
    '[card number]': strings.card,
    '[account number]': strings.account,
    '[identity number]': strings.identity,
    '[tax number]': strings.tax,
  };
  return names[token] ?? strings.personal;
}
