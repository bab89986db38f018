// All text of a message: its content, embeds, components, poll and forwarded messages. Pure.

/** The used parts of a raw message of Discord. Nothing in it is trusted. */
interface RawMessage {
  content?: unknown;
  embeds?: unknown;
  components?: unknown;
  poll?: unknown;
  /** Forwarded messages. */
  snapshots?: unknown;
}

type Fields = Record<string, unknown>;

/** Of nested components, in levels. */
const MAX_DEPTH = 8;

/**
 * The text of a message, one part a line; empty where there is none.
 * @param isClaimed whether the bot wrote it: of its components only the quotes are read, where there are any
 */
export function textOf(message: RawMessage, isClaimed: boolean): string {
  const own = [...texts(message.content).map(withoutMarkdown), ...embedTexts(message.embeds, 'rich')];
  const displays = displaysIn(message.components, 0);
  const quotes = isClaimed ? displays.flatMap(quotedIn) : [];
  const parts = [
    ...own,
    ...(quotes.length > 0 ? quotes : displays.map(withoutMarkdown)),
    ...pollTexts(message.poll),
    ...list(message.snapshots)
      .map(snapshotOf)
      .map((snapshot) => textOf(snapshot, isLikeOurs(snapshot))),
  ].filter((part) => part.trim() !== '');
  return (parts.length > 0 ? parts : embedTexts(message.embeds, 'any')).join('\n');
}

/** Discord wraps a forwarded message in another object. */
function snapshotOf(snapshot: Fields): RawMessage {
  const { message } = snapshot;
  return isFields(message) ? message : snapshot;
}

/** The author of a forwarded message is not stated; a quote of the bot has its id in small print under it. */
function isLikeOurs({ components }: RawMessage): boolean {
  const lines = displaysIn(components, 0).flatMap((display) => display.split('\n'));
  return lines.some((line) => line.startsWith('-# ') && line.endsWith('`'));
}

/** The text of embeds; `rich` leaves out those that Discord makes of links. */
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
    .map(withoutMarkdown);
}

/** The text displays among components, nested ones included. */
function displaysIn(components: unknown, depth: number): string[] {
  if (depth > MAX_DEPTH) return [];
  return list(components).flatMap(({ content, components: inner, component }) => [
    ...texts(content),
    ...displaysIn(inner, depth + 1),
    ...displaysIn(component === undefined ? [] : [component], depth + 1),
  ]);
}

function pollTexts(poll: unknown): string[] {
  if (!isFields(poll)) return [];
  const { question, answers } = poll;
  const questionTexts = isFields(question) ? texts(question.text) : [];
  const answered = list(answers).flatMap((answer) => {
    const media = isFields(answer.poll_media) ? answer.poll_media : answer;
    return texts(media.text);
  });
  return [...questionTexts, ...answered];
}

/** The block quotes of a text of the bot, without headings, places and ids. */
function quotedIn(markdown: string): string[] {
  const lines = markdown.split('\n');
  const quotes: string[] = [];
  for (const [i, line] of lines.entries()) {
    if (!line.startsWith('> ')) continue;
    const words = withoutMarkdown(line);
    if (i > 0 && lines[i - 1].startsWith('> ')) quotes[quotes.length - 1] += `\n${words}`;
    else quotes.push(words);
  }
  return quotes;
}

/** A text without Discord's Markdown and its escapes. */
function withoutMarkdown(markdown: string): string {
  return markdown
    .split('\n')
    .filter((line) => !/^```[a-z\d+-]*$/i.test(line)) // the fences of a code block
    .map((line) => line.replace(/^(?:> |>>> |-# |#{1,3} |[-*] )+/, ''))
    .map((line) => line.replace(INLINE, (_, sign: string | undefined) => sign ?? ''))
    .map(withoutEmphasis)
    .join('\n');
}

const INLINE = /\\([^0-9A-Za-z\s])|\*\*|__|~~|\|\||`/g;

/** Only of a line that is in italics as a whole: inside a line the signs may belong to the text. */
const withoutEmphasis = (line: string): string =>
  line.length > 2 && /^[*_]\S/.test(line) && line.endsWith(line[0]) ? line.slice(1, -1) : line;

const texts = (value: unknown): string[] => (typeof value === 'string' && value.trim() !== '' ? [value] : []);

const list = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isFields) : []);

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
