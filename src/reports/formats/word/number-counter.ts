// Counts the numbered paragraphs of a document in order and formats the number that Word shows before each.
import { type Level, type List, MAX_LEVEL } from './lists.ts';
import { formatNumber } from './number-format.ts';
import type { ParagraphProperties } from './paragraph-properties.ts';
import type { Styles } from './styles.ts';

/** Longer numbers come from damaged or hostile files. */
const MAX_NUMBER_LENGTH = 60;
/** Full-width marks include their own space: a tab after them is only layout. */
const ENDS_WIDE = /[\u3000-\u303f\uff00-\uff65]$/;

/** A level of a list. */
interface ListLevel {
  list: List;
  listId: string;
  level: number;
}

export class NumberCounter {
  private readonly lists: ReadonlyMap<string, List>;
  private readonly styles: Styles;
  /** The last count of each level, by list definition; undefined where the level restarts. */
  private readonly counts = new Map<string, (number | undefined)[]>();
  /** Lists and levels whose own start has been used. */
  private readonly begun = new Set<string>();

  constructor(lists: ReadonlyMap<string, List>, styles: Styles) {
    this.lists = lists;
    this.styles = styles;
  }

  /** Whether a paragraph has a number, without counting it. */
  isNumbered(paragraph: ParagraphProperties): boolean {
    const own = this.levelOf(paragraph);
    const level = own?.list.levels.get(own.level);
    return level !== undefined && level.text !== '' && level.format !== 'bullet';
  }

  /**
   * Counts the next paragraph.
   * @returns the number as Word shows it, with the space after it; empty where none is shown, undefined for
   * an unsupported format
   */
  next(paragraph: ParagraphProperties): string | undefined {
    const own = this.levelOf(paragraph);
    const level = own?.list.levels.get(own.level);
    if (!own || !level) return '';
    const counts = this.count(own);
    if (level.format === 'bullet') return '';
    const number = numberOf(level, own.list, counts);
    return number && number + gapAfter(number, level);
  }

  private levelOf({ styleId, listId, level }: ParagraphProperties): ListLevel | undefined {
    const style = this.styles.of(styleId);
    const id = listId ?? style.listId;
    const list = id === undefined ? undefined : this.lists.get(id);
    if (id === undefined || !list) return undefined;
    const fallback = listId === undefined ? (levelOfStyle(list, style.lineage) ?? style.level) : undefined;
    const at = level ?? fallback ?? 0;
    return at <= MAX_LEVEL ? { list, listId: id, level: at } : undefined;
  }

  /** Increments the paragraph's level and restarts the levels below it. */
  private count({ list, listId, level }: ListLevel): (number | undefined)[] {
    const counts = this.counts.get(list.definition) ?? [];
    this.counts.set(list.definition, counts);
    const key = `${listId} ${level}`;
    const startsAnew = list.starts.has(level) && !this.begun.has(key);
    this.begun.add(key);
    const last = startsAnew ? undefined : counts[level];
    counts[level] = last === undefined ? startOf(list, level) : last + 1;
    for (let below = level + 1; below <= MAX_LEVEL; below++) {
      const after = list.levels.get(below)?.restartAfter ?? below;
      if (level < after) counts[below] = undefined;
    }
    return counts;
  }
}

function levelOfStyle(list: List, lineage: string[]): number | undefined {
  for (const styleId of lineage)
    for (const [index, level] of list.levels) if (level.styleId === styleId) return index;
  return undefined;
}

const startOf = (list: List, level: number): number =>
  list.starts.get(level) ?? list.levels.get(level)?.start ?? 1;

function numberOf(level: Level, list: List, counts: (number | undefined)[]): string | undefined {
  if (level.text.length > MAX_NUMBER_LENGTH) return undefined;
  let known = true;
  const number = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const format = list.levels.get(index)?.format ?? 'decimal';
    const figures = level.legal && format !== 'none' ? 'decimal' : format;
    const shown = formatNumber(counts[index] ?? startOf(list, index), figures);
    known &&= shown !== undefined;
    return shown ?? '';
  });
  return known && number.length <= MAX_NUMBER_LENGTH ? number : undefined;
}

function gapAfter(number: string, { suffix }: Level): string {
  if (number.trim() === '' || suffix === 'nothing') return '';
  return suffix === 'tab' && ENDS_WIDE.test(number) ? '' : ' ';
}
