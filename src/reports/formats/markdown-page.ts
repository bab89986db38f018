// Lays out parsed Markdown as the markup of a page: one line of the source is one line of the text, blank
// lines stay, list items keep their number or sign.
import { endsSentence, trimEndOf } from '../../language/index.ts';
import { onlySign, withoutLooseMarks, withoutSign } from './emphasis.ts';
import { type MarkdownToken, type ParsedMarkdown, parseMarkdown } from './markdown-it.ts';
import { parsePage } from './markup.ts';

interface MarkdownPage {
  markup: string;
  notes: number;
  pictures: number;
}

export function pageOfMarkdown(source: string): MarkdownPage {
  const parsed = parseMarkdown(source);
  const page = new Page(source, parsed);
  numberLists(parsed.blocks);
  for (const token of parsed.blocks) page.add(token);
  return page.finish();
}

const TABLE_PARTS = new Set('table thead tbody tr th td'.split(' '));
/** A quote's signs before a line that is blank otherwise. */
const BLANK_LINE = /^[\s>]*$/;
const LEAVES = new Set(['paragraph_open', 'heading_open', 'fence', 'table_open']);

/** Words with a sign that may open emphasis around several paragraphs. */
interface OpenEmphasis {
  part: number;
  words: string;
  layOut(words: string): string;
}

class Page {
  private readonly parsed: ParsedMarkdown;
  private readonly lines: string[];
  private readonly parts: string[] = [];
  private notes = 0;
  private pictures = 0;
  /** Numbers of list items that open at the next words. */
  private numbers = '';
  private heading: MarkdownToken | undefined;
  private isInCell = false;
  private emphasis: OpenEmphasis | undefined;

  constructor(source: string, parsed: ParsedMarkdown) {
    this.parsed = parsed;
    this.lines = source.split(/\r\n?|\n/);
  }

  add(token: MarkdownToken): void {
    if (LEAVES.has(token.type)) this.addBlankLines(token);
    if (TABLE_PARTS.has(token.tag)) this.addTablePart(token);
    else if (token.type === 'list_item_open') this.openItem(token);
    else if (token.type === 'list_item_close') this.addNumbers();
    else if (token.type === 'heading_open') this.heading = token;
    else if (token.type === 'inline') this.addInline(token);
    else if (token.type === 'fence') this.addFence(token);
    else if (token.type === 'html_block') this.addHtml(token.content);
    else if (token.type === 'hr') this.parts.push('<hr>');
    else if (token.type === 'footnote') this.notes++;
  }

  finish(): MarkdownPage {
    return { markup: this.parts.join(''), notes: this.notes, pictures: this.pictures };
  }

  /** The blank lines right above a block. */
  private addBlankLines({ map }: MarkdownToken): void {
    for (let line = (map?.[0] ?? 0) - 1; line >= 0 && BLANK_LINE.test(this.lines[line]); line--)
      this.parts.push('<p></p>');
  }

  private addTablePart({ tag, type, nesting }: MarkdownToken): void {
    if (tag === 'table') this.addNumbers();
    this.parts.push(nesting === 1 ? `<${tag}>` : `</${tag}>`);
    this.isInCell = type === 'th_open' || type === 'td_open';
  }

  private openItem({ info, markup }: MarkdownToken): void {
    this.numbers += `${info}${markup} `;
  }

  /** Numbers of items that have no words of their own. */
  private addNumbers(): void {
    if (this.numbers !== '') this.parts.push(linesOf(this.takeNumbers()));
  }

  private takeNumbers(): string {
    const { numbers } = this;
    this.numbers = '';
    return numbers;
  }

  private addInline(token: MarkdownToken): void {
    const words = this.wordsOf(this.parsed.wordsOf(token));
    const { heading } = this;
    this.heading = undefined;
    if (this.isInCell) this.parts.push(escaped(words).replaceAll('\n', '<br>'));
    else if (heading) this.addWords(words, (shown) => headingOf(heading, shown));
    else this.addWords(words, linesOf);
  }

  private addWords(words: string, layOut: (words: string) => string): void {
    const numbers = this.takeNumbers();
    const numbered = (shown: string) => layOut(numbers + shown);
    const sign = onlySign(words);
    const opening = this.emphasis;
    if (sign?.closes && opening) {
      this.emphasis = undefined;
      this.parts[opening.part] = opening.layOut(withoutSign(opening.words, 0));
      this.parts.push(numbered(withoutSign(words, sign.at)));
      return;
    }
    if (sign?.opens) this.emphasis = { part: this.parts.length, words, layOut: numbered };
    this.parts.push(numbered(words));
  }

  private addFence({ content }: MarkdownToken): void {
    this.addNumbers();
    this.parts.push(blockOf(trimEndOf(content, /\n/)));
  }

  /** What is not closed where its block ends would take the rest of the page with it: it stays as it is. */
  private addHtml(content: string): void {
    this.addNumbers();
    this.parts.push(isClosed(content) ? content : blockOf(content));
  }

  private wordsOf(tokens: MarkdownToken[]): string {
    return tokens.map((token, i) => this.wordsOfToken(token, tokens[i - 1], tokens[i + 1])).join('');
  }

  private wordsOfToken(token: MarkdownToken, before?: MarkdownToken, after?: MarkdownToken): string {
    const { type, content } = token;
    if (type === 'text') return withoutLooseMarks(besideEmphasis(content, before, after));
    if (type === 'text_special' || type === 'code_inline') return content;
    if (type === 'softbreak' || type === 'hardbreak') return '\n';
    if (type === 'image') this.pictures++;
    return type === 'html_inline' && BREAK.test(content) ? '\n' : '';
  }
}

const OPENS = new Set(['strong_open', 'em_open']);
const CLOSES = new Set(['strong_close', 'em_close']);

/** Text without the signs that emphasis right before or after it has more than at its other end. */
function besideEmphasis(text: string, before?: MarkdownToken, after?: MarkdownToken): string {
  const from = before && CLOSES.has(before.type) ? text.replace(/^\*+/, '') : text;
  return after && OPENS.has(after.type) ? trimEndOf(from, /\*/) : from;
}

const linesOf = (words: string): string => `<pre>${escaped(words)}</pre>`;

/** Lines with blank ones between them. */
const blockOf = (content: string): string =>
  content
    .split('\n')
    .map((line) => (line.trim() === '' ? '<p></p>' : linesOf(line)))
    .join('');

/** An underline makes a heading of the line right above it, unless that is a sentence above a rule. */
function headingOf({ tag, markup }: MarkdownToken, words: string): string {
  const lines = words.split('\n');
  const last = lines.pop() ?? '';
  const before = lines.length > 0 ? linesOf(lines.join('\n')) : '';
  if (markup === '-' && endsSentence(last)) return `${before}${linesOf(last)}<hr>`;
  return `${before}<${tag}>${linesOf(last)}</${tag}>`;
}

const BREAK = /^<br[\s/>]/i;

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (words: string): string => words.replace(/[&<>]/g, (sign) => ESCAPES[sign]);

/** Whether what follows a piece of HTML is outside of its tags, comments and scripts. */
function isClosed(html: string): boolean {
  let closed = false;
  parsePage(`${html}<hr id="end">`, {
    onopentag: (name, { id }) => {
      if (name === 'hr' && id === 'end') closed = true;
    },
    ontext: () => undefined,
    onclosetag: () => undefined,
  });
  return closed;
}

/** A list whose items all have the same number is counted as it is shown. */
function numberLists(tokens: MarkdownToken[]): void {
  const open: MarkdownToken[][] = [];
  for (const token of tokens) {
    if (token.type === 'ordered_list_open') open.push([]);
    else if (token.type === 'bullet_list_open') open.push([]);
    else if (token.type === 'list_item_open') open.at(-1)?.push(token);
    else if (token.type === 'ordered_list_close') countItems(open.pop() ?? []);
    else if (token.type === 'bullet_list_close') open.pop();
  }
}

function countItems(items: MarkdownToken[]): void {
  const first = items[0]?.info;
  if (items.length < 2 || items.some(({ info }) => info !== first)) return;
  items.forEach((item, i) => {
    item.info = String(Number(first) + i);
  });
}
