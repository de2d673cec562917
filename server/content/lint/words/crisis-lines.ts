/** Emergency numbers and crisis lines that are public knowledge, digits only, as dialled within their country. */
export const CRISIS_LINES = new Set([
  '112',
  '113',
  '999',
  '911',
  '988',
  '116111',
  '116117',
  '116123',
  // Sweden: Självmordslinjen, Hjälplinjen, Jourhavande präst is 112.
  '90101',
  '0771220060',
  // Norway: Kirkens SOS, Mental Helse.
  '22400040',
  '81533300',
  // Denmark: Livslinien.
  '70201201',
  // Finland: MIELI's crisis line, in Finnish, Swedish, and Arabic or English.
  '0925250111',
  '0925250112',
  '0925250113',
  '0925250116',
  // Greece: suicide intervention, and the psychosocial line.
  '1018',
  '10306',
]);
