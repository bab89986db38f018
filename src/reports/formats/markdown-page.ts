// Lays out parsed Markdown as the markup of a page: one line of the source is one line of the text, blank
// lines stay, list items keep their number.
import { endsSentence } from '../../language/index.ts';
import { type MarkdownToken, parseMarkdown } from './markdown-it.ts';
import { parsePage } from './markup.ts';

interface MarkdownPage {
  markup: string;
  notes: number;
  pictures: number;
}

export function pageOfMarkdown(source: string): MarkdownPage {
  const page = new Page(source);
  const tokens = parseMarkdown(source);
  numberLists(tokens);
  for (const token of tokens) page.add(token);
  return page.finish();
}

const TABLE_PARTS = new Set('table thead tbody tr th td'.split(' '));
/** A quote's signs before a line that is blank otherwise. */
const BLANK_LINE = /^[\s>]*$/;
const LEAVES = new Set(['paragraph_open', 'heading_open', 'fence', 'table_open']);

class Page {
  private readonly lines: string[];
  private readonly parts: string[] = [];
  private notes = 0;
  private pictures = 0;
  /** Numbers of list items that open at the next words. */
  private numbers = '';
  private heading: MarkdownToken | undefined;

  constructor(source: string) {
    this.lines = source.split(/\r\n?|\n/);
  }

  add(token: MarkdownToken): void {
    if (LEAVES.has(token.type)) this.addBlankLines(token);
    if (TABLE_PARTS.has(token.tag)) this.addTablePart(token);
    else if (token.type === 'list_item_open') this.openItem(token);
    else if (token.type === 'list_item_close') this.addNumbers();
    else if (token.type === 'heading_open') this.heading = token;
    else if (token.type === 'inline') this.addWords(token);
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

  private addTablePart(token: MarkdownToken): void {
    if (token.tag === 'table') this.addNumbers();
    this.parts.push(token.nesting === 1 ? `<${token.tag}>` : `</${token.tag}>`);
    this.cell = token.type === 'th_open' || token.type === 'td_open';
  }
  private cell = false;

  private openItem(token: MarkdownToken): void {
    if (token.info !== '') this.numbers += `${token.info}${token.markup} `;
  }

  /** Numbers of items that have no words of their own. */
  private addNumbers(): void {
    if (this.numbers !== '') this.addLines(this.takeNumbers());
  }

  private takeNumbers(): string {
    const { numbers } = this;
    this.numbers = '';
    return numbers;
  }

  private addWords({ children, content }: MarkdownToken): void {
    const words = this.takeNumbers() + (children?.length ? this.wordsOf(children) : content);
    if (this.cell) this.parts.push(escaped(words).replaceAll('\n', '<br>'));
    else if (this.heading) this.addHeading(this.heading, words);
    else this.addLines(words);
    this.heading = undefined;
  }

  private addLines(words: string): void {
    this.parts.push(`<pre>${escaped(words)}</pre>`);
  }

  /** An underline makes a heading of the line right above it, unless that is a sentence above a rule. */
  private addHeading({ tag, markup }: MarkdownToken, words: string): void {
    const lines = words.split('\n');
    const last = lines.pop() ?? '';
    if (lines.length > 0) this.addLines(lines.join('\n'));
    if (markup === '-' && endsSentence(last)) this.parts.push(`<pre>${escaped(last)}</pre><hr>`);
    else this.parts.push(`<${tag}><pre>${escaped(last)}</pre></${tag}>`);
  }

  private addFence({ content }: MarkdownToken): void {
    this.addNumbers();
    this.addLines(content);
  }

  /** What is not closed where its block ends would take the rest of the page with it: its words stay as they are. */
  private addHtml(content: string): void {
    this.addNumbers();
    if (isClosed(content)) this.parts.push(content);
    else this.addLines(content);
  }

  private wordsOf(tokens: MarkdownToken[]): string {
    return tokens.map((token) => this.wordsOfToken(token)).join('');
  }

  private wordsOfToken({ type, content }: MarkdownToken): string {
    if (type === 'text' || type === 'text_special' || type === 'code_inline') return content;
    if (type === 'softbreak' || type === 'hardbreak') return '\n';
    if (type === 'image') this.pictures++;
    return type === 'html_inline' && BREAK.test(content) ? '\n' : '';
  }
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
