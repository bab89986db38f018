// From what is to be said to messages that a platform takes. Nothing is lost, changed or put in another order.
import type { Span } from '../reports/index.ts';
import type { Block, Message } from './block.ts';
import { anyCuts, naturalCuts } from './cut-text.ts';
import { type DivisibleBlock, divisible, type Unit, unitIndexAt } from './divisible-block.ts';

/** What one message of a platform takes. */
export interface Limits {
  /** UTF-16 units of rendered text in one message. */
  characters: number;
  /** Pieces (components, blocks, rows …) in one message, as `measure` counts them. */
  pieces: number;
}

/** What a block takes of a message once it is rendered. */
export interface Size {
  characters: number;
  pieces: number;
}

/** A platform, as far as splitting needs to know it. */
export interface Medium {
  limits: Limits;
  /** Sizes of the blocks of a message add up; more of a block is never smaller. Must take texts cut anywhere. */
  measure(block: Block): Size;
}

/** Below so much of a message nothing long is begun in what is left of it. */
const FAIR_SHARE = 1 / 4;
/** What is longer than so much of a message may be split to stay with its heading. */
const LONG_SHARE = 1 / 2;

/** Messages in the making. */
interface Packing {
  medium: Medium;
  done: Message[];
  /** The message that is being filled, and its size. */
  open: Message;
  used: Size;
}

/**
 * Splits what is to be said into messages within the limits: between blocks, then between what a block lists,
 * then where a reader pauses. See `ShownQuote.part` for a quote that goes on in the next message.
 * @throws where not even one character or button fits: the platform's limits or its measure are wrong
 */
export function splitMessage(message: Message, medium: Medium): Message[] {
  const packing: Packing = { medium, done: [], open: [], used: sizeOf(medium, []) };
  for (const block of message) place(packing, block);
  return packing.open.length ? [...packing.done, packing.open] : packing.done;
}

function place(packing: Packing, block: Block): void {
  const strip = divisible(block);
  let from = 0;
  while (from < strip.length) {
    const isWhole = from === 0 && isWithin(packing.medium.measure(block), roomIn(packing));
    const end = isWhole ? strip.length : endInOpen(packing, strip, from);
    if (end > from) {
      add(packing, isWhole ? block : strip.slice(from, end));
      if (end < strip.length) close(packing, packing.open.length);
      from = end;
    } else if (packing.open.length) makeRoom(packing, strip);
    else throw new Error(`Not even the smallest piece of a ${block.type} fits ${asWords(packing.medium)}`);
  }
}

const asWords = ({ limits: { characters, pieces } }: Medium) =>
  `a message of ${characters} characters and ${pieces} pieces: the limits or the measure are wrong`;

function add(packing: Packing, block: Block): void {
  packing.open.push(block);
  packing.used = sizeOf(packing.medium, [block], packing.used);
}

/** Closes the open message; its blocks from an index on go along to the next one. */
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

/** The last place up to which a stretch of a strip fits a room, found without measuring much more than fits. */
function reachOf(medium: Medium, strip: DivisibleBlock, { start, end }: Span, room: Size): number {
  let fits = start;
  let exceeds = end + 1;
  let probe = start + Math.max(1, Math.floor(room.characters) || 1);
  while (fits + 1 < exceeds) {
    probe = Math.min(probe, end);
    if (isWithin(medium.measure(strip.slice(start, probe)), room)) fits = probe;
    else exceeds = probe;
    probe = exceeds > end ? start + 2 * (fits - start) : (fits + exceeds) >> 1;
  }
  return fits;
}

/** Where the stretch that begins at a place ends in the open message; that place itself where it should wait. */
function endInOpen(packing: Packing, strip: DivisibleBlock, from: number): number {
  const { medium, open } = packing;
  const room = roomIn(packing);
  const rest = { start: from, end: strip.length };
  const reach = reachOf(medium, strip, rest, room);
  const unit = strip.units[unitIndexAt(strip.units, reach)];
  if (reach === strip.length || !unit) return reach;
  const border = Math.max(from, unit.start); // what stands before it is whole
  const kept = isDividedFreely(strip.block) ? { start: border, end: unit.end } : rest;
  const follows = kept.start > from;
  if (follows ? fitsAlone(medium, strip, kept) : open.length && shouldMove(packing, strip, kept))
    return kept.start;
  const canEnd = border > from || open.length > 0;
  if (canEnd && reach - border < medium.limits.characters * FAIR_SHARE) return border;
  for (const cut of cutsIn(unit, border, reach, canEnd))
    if (isWithin(medium.measure(strip.slice(from, cut)), room)) return cut;
  return border;
}

/** Divided between its units without need; other blocks stay in one piece where a message takes them. */
const isDividedFreely = ({ type }: Block) => ['list', 'quote-list', 'commands'].includes(type);

function fitsAlone(medium: Medium, strip: DivisibleBlock, stretch: Span, limits = medium.limits): boolean {
  return reachOf(medium, strip, stretch, limits) === stretch.end;
}

/** Whether a stretch goes to the next message whole. A long one would lose its heading there: that is to be split. */
function shouldMove({ medium, open }: Packing, strip: DivisibleBlock, stretch: Span): boolean {
  if (isControl(strip.block) || !open.every(introduces)) return fitsAlone(medium, strip, stretch);
  const characters = medium.limits.characters * LONG_SHARE;
  return fitsAlone(medium, strip, stretch, { ...medium.limits, characters });
}

/** Places to cut a unit after a place and up to another one, best first. */
function* cutsIn(unit: Unit, from: number, reach: number, naturalOnly: boolean): Generator<number> {
  const text = unit.text.slice(from - unit.start);
  for (const cut of naturalCuts(text, reach - from)) yield from + cut;
  if (!naturalOnly) for (const cut of anyCuts(text, reach - from)) yield from + cut;
}

/** Closes the open message for a block that is to be in the next one, with what must not be parted from it. */
function makeRoom(packing: Packing, strip: DivisibleBlock): void {
  if (isControl(strip.block) && bringAlong(packing, strip)) return;
  const introductions = packing.open.findLastIndex((block) => !introduces(block)) + 1;
  close(packing, introductions || packing.open.length);
}

/** A block that says nothing without what stands after it. */
const introduces = (block: Block) =>
  block.type === 'heading' || (block.type === 'paragraph' && /[：:]\s*$/.test(block.text));

/** Something to press, which says little without what stands before it. */
const isControl = ({ type }: Block) => ['buttons', 'choice'].includes(type);

/** Closes the open message but for the end of what it says, which goes along with a control; false where none can. */
function bringAlong(packing: Packing, control: DivisibleBlock): boolean {
  const { open, medium } = packing;
  const isWhole = isWithin(medium.measure(control.block), medium.limits);
  const least = isWhole ? control.block : control.slice(0, 1);
  const takes = (brought: Block[]) => isWithin(sizeOf(medium, [...brought, least]), medium.limits);
  const at = open.findLastIndex((block, i) => i > 0 && !isControl(block) && !introduces(open[i - 1]));
  if (at < 0 || !takes(open.slice(at))) return splitEnd(packing, takes);
  close(packing, at);
  return true;
}

/** Splits the last block that says something and closes the open message within it. */
function splitEnd(packing: Packing, takes: (brought: Block[]) => boolean): boolean {
  const { open, medium } = packing;
  const at = open.findLastIndex((block) => !isControl(block));
  if (at < 0) return false;
  const strip = divisible(open[at]);
  for (const cut of endCuts(strip)) {
    const head = strip.slice(0, cut);
    const rest = [strip.slice(cut, strip.length), ...open.slice(at + 1)];
    if (!takes(rest) || !isWithin(medium.measure(head), medium.measure(open[at]))) continue;
    packing.open = [...open.slice(0, at), head, ...rest];
    close(packing, at + 1);
    return true;
  }
  return false;
}

/** Places that leave little of a strip behind them. */
function* endCuts({ units, length }: DivisibleBlock): Generator<number> {
  const unit = units.at(-1);
  if (!unit) return;
  if (unit.start > 0) yield unit.start;
  yield* cutsIn(unit, unit.start, length - 1, true);
}
