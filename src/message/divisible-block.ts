// A block as a sequence of texts that can be cut: each span of the sequence is again a block of its type.
import type { Span } from '../reports/index.ts';
import type { Block, ShownQuote } from './block.ts';

/** One text of the sequence (a quote, an item, a run …), with its span. */
export interface Unit extends Span {
  text: string;
}

/** Offsets count the UTF-16 units of all texts, one after another. */
export interface DivisibleBlock {
  block: Block;
  units: Unit[];
  /** At least 1, also for an empty block. */
  length: number;
  /** The block with only the text between two offsets. */
  slice(start: number, end: number): Block;
}

/** The part of a unit that a span covers; offsets in the unit's text. */
interface Piece extends Span {
  /** Which unit. */
  index: number;
  text: string;
}

/** The text of what is never cut: it counts as one. */
const UNCUT = '';

/** White space around paragraphs and items is left out: after a cut they would begin or end with it. */
export function asDivisible(block: Block): DivisibleBlock {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'prompt':
      return divided(block, [block.text], ([{ text }]) => ({ ...block, text: text.trim() }));
    case 'copyable':
      return divided(block, [block.text], ([{ text }]) => ({ ...block, text }));
    case 'quote':
      return divisibleQuote(block);
    case 'quote-list':
      return divisibleQuoteList(block);
    case 'list':
      return divided(block, block.items, (pieces) => ({
        ...block,
        items: pieces.map(({ text }) => text.trim()),
      }));
    case 'difference': {
      const { runs } = block;
      const cutRuns = (pieces: Piece[]) => pieces.map(({ index, text }) => ({ ...runs[index], text }));
      return divided(block, textsOf(runs), (pieces) => ({ ...block, runs: cutRuns(pieces) }));
    }
    case 'moment':
      return uncutBlock(block, [block], () => block);
    case 'commands':
      return uncutBlock(block, block.commands, (commands) => ({ ...block, commands }));
    case 'buttons':
      return uncutBlock(block, block.buttons, (buttons) => ({ ...block, buttons }));
    case 'choice':
      return uncutBlock(block, block.options, (options) => ({ ...block, options }));
    default:
      return block satisfies never;
  }
}

const textsOf = (things: { text: string }[]) => things.map(({ text }) => text);

const shownSpan = ({ text, excerpt }: ShownQuote): Span => excerpt ?? { start: 0, end: text.length };

function shownText(quote: ShownQuote): string {
  const { start, end } = shownSpan(quote);
  return quote.text.slice(start, end);
}

/** The quote with an excerpt of what it shows. */
function excerptOf(quote: ShownQuote, piece: Span): ShownQuote {
  const { start, end } = shownSpan(quote);
  if (piece.start === 0 && piece.end === end - start) return quote;
  return { ...quote, excerpt: { start: start + piece.start, end: start + piece.end } };
}

function divisibleQuote(block: Extract<Block, { type: 'quote' }>): DivisibleBlock {
  const text = shownText(block.quote);
  return divided(block, [text], ([piece]) => {
    const { actions, ...rest } = block;
    const shown = { ...rest, quote: excerptOf(block.quote, piece) };
    return actions && piece.end === text.length ? { ...shown, actions } : shown;
  });
}

function divisibleQuoteList(block: Extract<Block, { type: 'quote-list' }>): DivisibleBlock {
  return divided(block, block.quotes.map(shownText), (pieces) => ({
    ...block,
    quotes: pieces.map((piece) => excerptOf(block.quotes[piece.index], piece)),
    first: block.first === 0 ? 0 : block.first + (pieces[0]?.index ?? 0),
  }));
}

function uncutBlock<Thing>(block: Block, things: Thing[], build: (things: Thing[]) => Block): DivisibleBlock {
  const units = things.map(() => UNCUT);
  return divided(block, units, (pieces) => build(pieces.map(({ index }) => things[index])));
}

function divided(block: Block, texts: string[], build: (pieces: Piece[]) => Block): DivisibleBlock {
  const units: Unit[] = [];
  let length = 0;
  for (const text of texts) {
    units.push({ text, start: length, end: length + (text.length || 1) });
    length = units[units.length - 1].end;
  }
  return {
    block,
    units,
    length: Math.max(1, length),
    slice: (start, end) => build(piecesOf(units, start, end)),
  };
}

function piecesOf(units: Unit[], start: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  for (let index = unitIndexAt(units, start); index < units.length && units[index].start < end; index++) {
    const unit = units[index];
    const from = Math.max(0, start - unit.start);
    const to = Math.min(unit.text.length, end - unit.start);
    pieces.push({ index, start: from, end: to, text: unit.text.slice(from, to) });
  }
  return pieces;
}

/** The index of the unit that an offset is in; between two units that of the later one. */
export function unitIndexAt(units: Unit[], place: number): number {
  let low = 0;
  let high = units.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (units[middle].end <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
