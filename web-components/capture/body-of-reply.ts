const GREETING =
  /^(?:hej|hejsan|hei|halla|hallo|moi|moikka|terve|hyvä|hyvää|kära|kjære|kære|dear|hi|hello|good (?:morning|afternoon|evening)|γεια|αγαπητ\p{L}*|καλημέρα|καλησπέρα|god (?:morgon|morgen|dag|kväll|kveld|aften))(?!\p{L})/iu;
const CLOSING =
  /^(?:mvh|(?:med |vänliga |bästa |vennlig |venlig |beste |de bedste |ystävällisin |parhain |kind |best |warm )?(?:hälsning\p{L}*|hilsen|hilsner|terveisin|regards)|med vänlig\p{L}* hälsning\p{L}*|med (?:vennlig|venlig) hilsen|terv|με εκτίμηση|sincerely|yours)(?!\p{L})/iu;
/** A greeting or a signature is shorter than this. */
const SHORT = 60;

/** What an agent wrote without its greeting and its signature, which are added again whenever it is sent. */
export function bodyOfReply(
  reply: string,
  names: { customer?: string | undefined; agent?: string | undefined },
): string {
  const lines = reply.replace(/\r\n?/g, '\n').trim().split('\n');
  const [first = ''] = lines;
  const opening = /^[^\n,!.]{1,60}[,!.]?/u.exec(first.trim())?.[0] ?? '';
  const greets = GREETING.test(opening) && opening.split(/\s+/).length <= 4;
  if (greets) {
    const rest = first.trim().slice(opening.length).trim();
    lines.splice(0, 1, ...(rest === '' ? [] : [rest]));
  }
  const begin = lines.findIndex((line) => line.trim() !== '');
  if (greets && begin >= 0) lines[begin] = capitalised(lines[begin] ?? '');
  while (lines.length > 1 && isClosing((lines.at(-1) ?? '').trim(), names.agent)) lines.pop();
  return lines.join('\n').trim();
}

/** After a greeting and a comma an answer goes on in lower case; alone it begins a sentence. An address stays as it is. */
function capitalised(line: string): string {
  if (/^\s*\p{L}[\p{L}\d+.-]*(?::\/\/|\.\p{L})/u.test(line)) return line;
  return line.replace(/^\s*\p{Ll}/u, (first) => first.toUpperCase());
}

function isClosing(line: string, agent: string | undefined): boolean {
  if (line === '') return true;
  if (line.length > SHORT) return false;
  return (
    CLOSING.test(line) || /^[/–—-]\s?\p{Lu}/u.test(line) || (agent !== undefined && agent.length > 1 && line === agent)
  );
}
