// What can be read in a message that somebody points at: its own words, those of a forward, of embeds, of components, of a poll. Pure.

/** A message as Discord writes it, as far as it is read here. All of it comes from outside. */
export interface Readable {
  content?: unknown;
  embeds?: unknown;
  components?: unknown;
  poll?: unknown;
  /** The messages that were forwarded. */
  snapshots?: unknown;
}

type Fields = Record<string, unknown>;

/** A forward of a forward comes as one; nested components are a few levels deep. */
const DEEPEST = 8;

/**
 * All words of a message, one part a line; empty where there are none.
 * @param isOurs whether the bot itself wrote it: then of its components only the words of the quotes are read, where it quotes
 */
export function textOf(message: Readable, isOurs: boolean): string {
  const own = [...texts(message.content).map(unmarked), ...embedTexts(message.embeds, 'rich')];
  const displays = displaysIn(message.components, 0);
  const quotes = isOurs ? displays.flatMap(quotedIn) : [];
  const parts = [
    ...own,
    ...(quotes.length > 0 ? quotes : displays.map(unmarked)),
    ...pollTexts(message.poll),
    ...list(message.snapshots)
      .map(snapshotOf)
      .map((snapshot) => textOf(snapshot, isLikeOurs(snapshot))),
  ].filter((part) => part.trim() !== '');
  return (parts.length > 0 ? parts : embedTexts(message.embeds, 'any')).join('\n');
}

/** Discord wraps the message in an object of its own. */
function snapshotOf(snapshot: Fields): Readable {
  const { message } = snapshot;
  return isFields(message) ? message : snapshot;
}

/** Of a forward Discord does not tell who wrote it: a quote of ours has its id under it, in small letters. */
function isLikeOurs({ components }: Readable): boolean {
  const lines = displaysIn(components, 0).flatMap((display) => display.split('\n'));
  return lines.some((line) => line.startsWith('-# ') && line.endsWith('`'));
}

/** The words of embeds: those that a bot wrote, or also those that Discord made of a link. */
function embedTexts(embeds: unknown, which: 'rich' | 'any'): string[] {
  return list(embeds)
    .filter(({ type = 'rich' }) => which === 'any' || type === 'rich')
    .flatMap(({ author, title, description, fields, footer }) => [
      ...texts(isFields(author) ? author.name : undefined),
      ...texts(title),
      ...texts(description),
      ...list(fields).flatMap(({ name, value }) => [...texts(name), ...texts(value)]),
      ...texts(isFields(footer) ? footer.text : undefined),
    ])
    .map(unmarked);
}

/** The text displays among components, wherever they stand. */
function displaysIn(components: unknown, depth: number): string[] {
  if (depth > DEEPEST) return [];
  return list(components).flatMap(({ content, components: inner, component }) => [
    ...texts(content),
    ...displaysIn(inner, depth + 1),
    ...displaysIn(component === undefined ? [] : [component], depth + 1),
  ]);
}

function pollTexts(poll: unknown): string[] {
  if (!isFields(poll)) return [];
  const { question, answers } = poll;
  const asked = isFields(question) ? texts(question.text) : [];
  const answered = list(answers).flatMap((answer) => {
    const media = isFields(answer.poll_media) ? answer.poll_media : answer;
    return texts(media.text);
  });
  return [...asked, ...answered];
}

/** The block quotes of a text of ours: its headings, places and ids are left out. */
function quotedIn(markdown: string): string[] {
  const lines = markdown.split('\n');
  const quotes: string[] = [];
  for (const [i, line] of lines.entries()) {
    if (!line.startsWith('> ')) continue;
    const words = unmarked(line);
    if (i > 0 && lines[i - 1].startsWith('> ')) quotes[quotes.length - 1] += `\n${words}`;
    else quotes.push(words);
  }
  return quotes;
}

/** A text without Discord's marks: what starts a line, what makes words bold or code, and the backslashes before signs. */
function unmarked(markdown: string): string {
  return markdown
    .split('\n')
    .filter((line) => !/^```[a-z\d+-]*$/i.test(line)) // the ends of a block of code
    .map((line) => line.replace(/^(?:> |>>> |-# |#{1,3} |[-*] )+/, ''))
    .map((line) => line.replace(INLINE, (_, sign: string | undefined) => sign ?? ''))
    .map(withoutEmphasis)
    .join('\n');
}

const INLINE = /\\([^0-9A-Za-z\s])|\*\*|__|~~|\|\||`/g;

/** A line that is in italics as a whole: within one, the signs may be the text's own. */
const withoutEmphasis = (line: string): string =>
  line.length > 2 && /^[*_]\S/.test(line) && line.endsWith(line[0]) ? line.slice(1, -1) : line;

const texts = (value: unknown): string[] => (typeof value === 'string' && value.trim() !== '' ? [value] : []);

const list = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isFields) : []);

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
