// Parses Markdown as CommonMark and GitHub do: the only importer of markdown-it. Where texts in Chinese, or
// of no Markdown at all, would lose words or keep marks by these rules, its own rules come first.
import MarkdownIt, { type Env, type StateBlock, type StateInline, type Token } from 'markdown-it';

export type MarkdownToken = Token;

/** Below this depth quotes and lists are plain lines: markdown-it itself would leave out what they hold. */
const MAX_DEPTH = 90;
const MAX_NESTING = 100;

function makeParser() {
  const parser = new MarkdownIt({ html: true, maxNesting: MAX_NESTING });
  parser.disable(['code', 'reference']); // an indented line is a paragraph like others
  parser.core.ruler.enableOnly(['normalize', 'block']);
  parser.inline.State = withOwnDelimiters(parser.inline.State);
  parser.block.ruler.before('table', 'deep', readDeep);
  parser.block.ruler.before('html_block', 'definition', readDefinition);
  parser.inline.ruler.before('link', 'footnote_mark', readFootnoteMark);
  return parser;
}

/** What is nested too deeply, as one paragraph. */
function readDeep(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  if (state.level < MAX_DEPTH || silent) return false;
  state.push('paragraph_open', 'p', 1).map = [start, end];
  const inline = state.push('inline', '', 0);
  inline.content = state.getLines(start, end, 0, false);
  state.push('paragraph_close', 'p', -1);
  state.line = end;
  return true;
}

const FOOTNOTE = /^\[\^([^\s\]]{1,100})\]:/;
const LABEL = /^\[([^\]]{1,999})\]:/;
/** An address has no Chinese characters; 「[注]: 本表为初步数」 is a line of the text. */
const ADDRESS = /^[!-~]+$/;
const TITLE_MARKS = ['""', "''", '()'];

/** The note of a footnote, or the address of a link; neither is in the running text. */
function readDefinition(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  if (silent) return false;
  const line = lineOf(state, start);
  if (!line.startsWith('[')) return false;
  const footnote = FOOTNOTE.exec(line);
  if (footnote) {
    notesOf(state.env).add(footnote[1]);
    state.push('footnote', '', 0).map = [start, start + 1];
    state.line = afterNote(state, start, end);
    return true;
  }
  const label = LABEL.exec(line);
  if (!label || !isTarget(line.slice(label[0].length).trim())) return false;
  state.env.references ??= {};
  state.env.references[state.md.utils.normalizeReference(label[1])] = { href: '', title: '' };
  state.line = start + 1;
  return true;
}

/** An address, with a title or without. */
function isTarget(words: string): boolean {
  const end = words.startsWith('<') ? words.indexOf('>') + 1 : words.search(/[ \t]|$/);
  const title = words.slice(end).trim();
  const hasTitle = title.length > 1 && TITLE_MARKS.includes(`${title[0]}${title.at(-1)}`);
  return ADDRESS.test(words.slice(0, end)) && (title === '' || hasTitle);
}

const NOTES = Symbol('labels of the notes');

function notesOf(env: Env): Set<string> {
  const known = env[NOTES];
  if (known instanceof Set) return known;
  const notes = new Set<string>();
  env[NOTES] = notes;
  return notes;
}

const lineOf = (state: StateBlock, line: number): string =>
  state.src.slice(state.bMarks[line] + state.tShift[line], state.eMarks[line]);

/** A note goes on in the lines right below it, and in indented ones after blank lines. */
function afterNote(state: StateBlock, start: number, end: number): number {
  let after = start + 1;
  for (let line = after; line < end; line++) {
    if (state.isEmpty(line)) continue;
    const isIndented = state.sCount[line] - state.blkIndent >= 2;
    if (!isIndented && (line > after || lineOf(state, line).startsWith('['))) break;
    after = line + 1;
  }
  return after;
}

const isNoted = (state: StateInline, label: string): boolean =>
  /^\d{1,3}$/.test(label) || notesOf(state.env).has(label);

const FOOTNOTE_MARK = /\[\^([^\s\]]{1,100})\]/y;

function readFootnoteMark(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('[^', state.pos)) return false;
  FOOTNOTE_MARK.lastIndex = state.pos;
  const mark = FOOTNOTE_MARK.exec(state.src);
  if (!mark || !isNoted(state, mark[1])) return false;
  if (!silent) state.push('footnote_mark', '', 0);
  state.pos += mark[0].length;
  return true;
}

/** Chinese characters and the marks between them, those included that Latin texts have as well. */
const WIDE = /[\p{Script=Han}\u3000-\u30ff\uff00-\uffef\u2018-\u201d\u2014\u2026\u00b7]/u;
const DIGIT = /\d/;

const OPENING = /\p{Ps}|\p{Pi}/u;
const CLOSING = /[\p{Pe}\p{Pf}、，。；：！？]/u;

/**
 * Emphasis next to Chinese, which has no blanks: by CommonMark alone the second mark of `**要求。**过去` closes
 * nothing. Between two digits one sign multiplies, and several stand for digits that are not shown.
 */
const withOwnDelimiters = (State: typeof StateInline): typeof StateInline =>
  class extends State {
    override scanDelims(start: number, canSplitWord: boolean) {
      const scanned = super.scanDelims(start, canSplitWord);
      const before = characterBefore(this.src, start);
      const after = characterAt(this.src, start + scanned.length);
      if (scanned.length !== 2 && DIGIT.test(before) && DIGIT.test(after))
        return { ...scanned, can_open: false, can_close: false };
      if (!canSplitWord || !(WIDE.test(before) || WIDE.test(after))) return scanned;
      return {
        ...scanned,
        can_open: after.trim() !== '' && !CLOSING.test(after),
        can_close: before.trim() !== '' && !OPENING.test(before),
      };
    }
  };

const characterAt = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) ?? 0x20);

function characterBefore(text: string, at: number): string {
  const low = text.charCodeAt(at - 1);
  return characterAt(text, low >= 0xdc00 && low < 0xe000 ? at - 2 : at - 1);
}

const PARSER = makeParser();

/** The words of one block at a time: those of a whole file would not fit into the memory of a reader. */
export interface ParsedMarkdown {
  /** In the order of the source. The note of a footnote is `footnote`. */
  blocks: MarkdownToken[];
  /** The parts of a block's words; the mark of a footnote is `footnote_mark`. */
  wordsOf(block: MarkdownToken): MarkdownToken[];
}

export function parseMarkdown(source: string): ParsedMarkdown {
  const env: Env = {};
  const wordsOf = ({ content }: MarkdownToken) => {
    const tokens: MarkdownToken[] = [];
    PARSER.inline.parse(content, PARSER, env, tokens);
    return tokens;
  };
  return { blocks: PARSER.parse(source, env), wordsOf };
}
