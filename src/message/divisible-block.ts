// A block as a strip of texts that can be cut: what stands on a stretch of the strip is again a block of its type.
import type { Span } from '../reports/index.ts';
import type { Block, ShownQuote } from './block.ts';

/** One text on a strip (a quote, an item, a run …), between two places of it. */
export interface Unit extends Span {
  text: string;
}

/** Places on a strip are offsets in UTF-16 units of its texts, one after another. */
export interface DivisibleBlock {
  block: Block;
  units: Unit[];
  /** At least 1, also where there is nothing on it. */
  length: number;
  /** The block with what stands between two places only. */
  slice(start: number, end: number): Block;
}

/** What a stretch of a strip takes of one unit; offsets in the unit's text. */
interface Piece extends Span {
  /** Which unit. */
  index: number;
  text: string;
}

/** The text of something that is only taken whole: it counts as one, and there is nothing to cut. */
const WHOLE = '';

/** Lays a block out. White space around paragraphs and items is left out: cut ones would begin or end with it. */
export function divisible(block: Block): DivisibleBlock {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'prompt':
      return strip(block, [block.text], ([{ text }]) => ({ ...block, text: text.trim() }));
    case 'copyable':
      return strip(block, [block.text], ([{ text }]) => ({ ...block, text }));
    case 'quote':
      return quoteStrip(block);
    case 'quote-list':
      return quoteListStrip(block);
    case 'list':
      return strip(block, block.items, (pieces) => ({
        ...block,
        items: pieces.map(({ text }) => text.trim()),
      }));
    case 'difference': {
      const { runs } = block;
      const cutRuns = (pieces: Piece[]) => pieces.map(({ index, text }) => ({ ...runs[index], text }));
      return strip(block, textsOf(runs), (pieces) => ({ ...block, runs: cutRuns(pieces) }));
    }
    case 'moment':
      return wholesStrip(block, [block], () => block);
    case 'commands':
      return wholesStrip(block, block.commands, (commands) => ({ ...block, commands }));
    case 'buttons':
      return wholesStrip(block, block.buttons, (buttons) => ({ ...block, buttons }));
    case 'choice':
      return wholesStrip(block, block.options, (options) => ({ ...block, options }));
    default:
      return block satisfies never;
  }
}

const textsOf = (things: { text: string }[]) => things.map(({ text }) => text);

const stretchOf = ({ text, excerpt }: ShownQuote): Span => excerpt ?? { start: 0, end: text.length };

function shownText(quote: ShownQuote): string {
  const { start, end } = stretchOf(quote);
  return quote.text.slice(start, end);
}

/** The quote with a part of what it shows. */
function showPart(quote: ShownQuote, piece: Span): ShownQuote {
  const { start, end } = stretchOf(quote);
  if (piece.start === 0 && piece.end === end - start) return quote;
  return { ...quote, excerpt: { start: start + piece.start, end: start + piece.end } };
}

function quoteStrip(block: Extract<Block, { type: 'quote' }>): DivisibleBlock {
  const text = shownText(block.quote);
  return strip(block, [text], ([piece]) => {
    const shown = { ...block, quote: showPart(block.quote, piece) };
    return piece.end === text.length ? shown : { ...shown, actions: undefined };
  });
}

function quoteListStrip(block: Extract<Block, { type: 'quote-list' }>): DivisibleBlock {
  return strip(block, block.quotes.map(shownText), (pieces) => ({
    ...block,
    quotes: pieces.map((piece) => showPart(block.quotes[piece.index], piece)),
    first: block.first === 0 ? 0 : block.first + (pieces[0]?.index ?? 0),
  }));
}

function wholesStrip<Thing>(
  block: Block,
  things: Thing[],
  build: (things: Thing[]) => Block,
): DivisibleBlock {
  const units = things.map(() => WHOLE);
  return strip(block, units, (pieces) => build(pieces.map(({ index }) => things[index])));
}

function strip(block: Block, texts: string[], build: (pieces: Piece[]) => Block): DivisibleBlock {
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

/** The index of the unit that a place is in; between two units that of the later one. */
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
