// Splits a message into parts within a platform's limits. Nothing is lost, changed or reordered.
import type { Span } from '../reports/index.ts';
import type { Block, Message } from './block.ts';
import { anyCuts, naturalCuts } from './cut-text.ts';
import { asDivisible, type DivisibleBlock, type Unit, unitIndexAt } from './divisible-block.ts';

/** The limits of one message on a platform. */
export interface Limits {
  /** UTF-16 units of rendered text in one message. */
  characters: number;
  /** Components, blocks or rows in one message, as `measure` counts them. */
  pieces: number;
}

/** The size of a block once it is rendered. */
export interface Size {
  characters: number;
  pieces: number;
}

/** What splitting needs to know of a platform. */
export interface Medium {
  limits: Limits;
  /** Sizes of blocks add up, and a longer block is never smaller. Accepts texts that are cut anywhere. */
  measure(block: Block): Size;
}

/** A long text is not begun where less than this share of a message is left. */
const MIN_SHARE_FOR_START = 1 / 4;
/** A text longer than this share of a message may be split to stay with its heading. */
const LONG_SHARE = 1 / 2;

/** The parts so far, and the one that is being filled. */
interface Packing {
  medium: Medium;
  done: Message[];
  open: Message;
  used: Size;
}

/**
 * Splits between blocks, then between the items of a block, then at the ends of sentences, lines, clauses and
 * words. A quote that continues in the next part is divided into excerpts (`ShownQuote.excerpt`).
 * @throws where not even one character or button fits: the platform's limits or its measure are wrong
 */
export function splitMessage(message: Message, medium: Medium): Message[] {
  const packing: Packing = { medium, done: [], open: [], used: sizeOf(medium, []) };
  for (const block of message) place(packing, block);
  return packing.open.length ? [...packing.done, packing.open] : packing.done;
}

function place(packing: Packing, block: Block): void {
  const divisible = asDivisible(block);
  let from = 0;
  while (from < divisible.length) {
    const isWhole = from === 0 && isWithin(packing.medium.measure(block), roomIn(packing));
    const end = isWhole ? divisible.length : endInOpen(packing, divisible, from);
    if (end > from) {
      add(packing, isWhole ? block : divisible.slice(from, end));
      if (end < divisible.length) close(packing, packing.open.length);
      from = end;
    } else if (packing.open.length) makeRoom(packing, divisible);
    else throw new Error(`Not even the smallest piece of a ${block.type} fits ${asWords(packing.medium)}`);
  }
}

const asWords = ({ limits: { characters, pieces } }: Medium) =>
  `a message of ${characters} characters and ${pieces} pieces: the limits or the measure are wrong`;

function add(packing: Packing, block: Block): void {
  packing.open.push(block);
  packing.used = sizeOf(packing.medium, [block], packing.used);
}

/** Closes the open part; its blocks from an index on move to the next one. */
function close(packing: Packing, at: number): void {
  const { open, medium } = packing;
  packing.done.push(open.slice(0, at));
  packing.open = open.slice(at);
  packing.used = sizeOf(medium, packing.open);
}

function sizeOf(medium: Medium, blocks: Block[], before: Size = { characters: 0, pieces: 0 }): Size {
  let { characters, pieces } = before;
  for (const block of blocks) {
    const size = medium.measure(block);
    characters += size.characters;
    pieces += size.pieces;
  }
  return { characters, pieces };
}

function roomIn({ medium: { limits }, used }: Packing): Size {
  return { characters: limits.characters - used.characters, pieces: limits.pieces - used.pieces };
}

const isWithin = (size: Size, room: Size) => size.characters <= room.characters && size.pieces <= room.pieces;

/** The last offset up to which a span of a block fits a room, found without measuring much more than fits. */
function reachOf(medium: Medium, divisible: DivisibleBlock, { start, end }: Span, room: Size): number {
  let fits = start;
  let exceeds = end + 1;
  let probe = start + Math.max(1, Math.floor(room.characters) || 1);
  while (fits + 1 < exceeds) {
    probe = Math.min(probe, end);
    if (isWithin(medium.measure(divisible.slice(start, probe)), room)) fits = probe;
    else exceeds = probe;
    probe = exceeds > end ? start + 2 * (fits - start) : (fits + exceeds) >> 1;
  }
  return fits;
}

/**
 * The offset at which the open part ends a block's text that begins at `from`; `from` itself where all of it
 * belongs into the next part.
 */
function endInOpen(packing: Packing, divisible: DivisibleBlock, from: number): number {
  const { medium, open } = packing;
  const room = roomIn(packing);
  const rest = { start: from, end: divisible.length };
  const reach = reachOf(medium, divisible, rest, room);
  const unit = divisible.units[unitIndexAt(divisible.units, reach)];
  if (reach === divisible.length || !unit) return reach;
  const border = Math.max(from, unit.start); // everything before it is whole
  const unsplit = isDividedFreely(divisible.block) ? { start: border, end: unit.end } : rest;
  const follows = unsplit.start > from;
  if (
    follows ? fitsAlone(medium, divisible, unsplit) : open.length && shouldMove(packing, divisible, unsplit)
  )
    return unsplit.start;
  const canEnd = border > from || open.length > 0;
  if (canEnd && reach - border < medium.limits.characters * MIN_SHARE_FOR_START) return border;
  for (const cut of cutsIn(unit, border, reach, canEnd))
    if (isWithin(medium.measure(divisible.slice(from, cut)), room)) return cut;
  return border;
}

/** Divided between items whenever a part is full; other blocks stay whole where one part can hold them. */
const isDividedFreely = ({ type }: Block) => ['list', 'quote-list', 'commands'].includes(type);

function fitsAlone(
  medium: Medium,
  divisible: DivisibleBlock,
  stretch: Span,
  limits = medium.limits,
): boolean {
  return reachOf(medium, divisible, stretch, limits) === stretch.end;
}

/** Whether a span moves to the next part whole. A long one would lose its heading, so it is split instead. */
function shouldMove({ medium, open }: Packing, divisible: DivisibleBlock, stretch: Span): boolean {
  if (isControl(divisible.block) || !open.every(introduces)) return fitsAlone(medium, divisible, stretch);
  const characters = medium.limits.characters * LONG_SHARE;
  return fitsAlone(medium, divisible, stretch, { ...medium.limits, characters });
}

/** Offsets between `from` and `reach` at which an item may be cut, best first. */
function* cutsIn(unit: Unit, from: number, reach: number, naturalOnly: boolean): Generator<number> {
  const text = unit.text.slice(from - unit.start);
  for (const cut of naturalCuts(text, reach - from)) yield from + cut;
  if (!naturalOnly) for (const cut of anyCuts(text, reach - from)) yield from + cut;
}

/** Closes the open part for a block that belongs into the next one, together with what must stay with it. */
function makeRoom(packing: Packing, divisible: DivisibleBlock): void {
  if (isControl(divisible.block) && bringAlong(packing, divisible)) return;
  const introductions = packing.open.findLastIndex((block) => !introduces(block)) + 1;
  close(packing, introductions || packing.open.length);
}

/** A heading or a sentence that ends with a colon belongs to what follows. */
const introduces = (block: Block) =>
  block.type === 'heading' || (block.type === 'paragraph' && /[：:]\s*$/.test(block.text));

/** Buttons and choices belong to what precedes them. */
const isControl = ({ type }: Block) => ['buttons', 'choice'].includes(type);

/**
 * Closes the open part, but moves its last text to the next one with a control; false where nothing can move.
 */
function bringAlong(packing: Packing, control: DivisibleBlock): boolean {
  const { open, medium } = packing;
  const isWhole = isWithin(medium.measure(control.block), medium.limits);
  const smallest = isWhole ? control.block : control.slice(0, 1);
  const takes = (brought: Block[]) => isWithin(sizeOf(medium, [...brought, smallest]), medium.limits);
  const at = open.findLastIndex((block, i) => i > 0 && !isControl(block) && !introduces(open[i - 1]));
  if (at < 0 || !takes(open.slice(at))) return splitEnd(packing, takes);
  close(packing, at);
  return true;
}

/** Splits the last block of text and closes the open part within it. */
function splitEnd(packing: Packing, takes: (brought: Block[]) => boolean): boolean {
  const { open, medium } = packing;
  const at = open.findLastIndex((block) => !isControl(block));
  if (at < 0) return false;
  const divisible = asDivisible(open[at]);
  for (const cut of endCuts(divisible)) {
    const head = divisible.slice(0, cut);
    const rest = [divisible.slice(cut, divisible.length), ...open.slice(at + 1)];
    if (!takes(rest) || !isWithin(medium.measure(head), medium.measure(open[at]))) continue;
    packing.open = [...open.slice(0, at), head, ...rest];
    close(packing, at + 1);
    return true;
  }
  return false;
}

/** Offsets that leave little of a block after them. */
function* endCuts({ units, length }: DivisibleBlock): Generator<number> {
  const unit = units.at(-1);
  if (!unit) return;
  if (unit.start > 0) yield unit.start;
  yield* cutsIn(unit, unit.start, length - 1, true);
}
