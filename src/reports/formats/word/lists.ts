// The lists of a Word document (word/numbering.xml, ECMA-376 Part 1, 17.9): how each level counts and what
// its numbers look like.
import { isOn, readXml, setNumber, wholeNumber } from './xml.ts';

export interface Level {
  start: number;
  /** A key of `number-format.ts`. */
  format: string;
  /** The shown text, with `%1` to `%9` for the counts of the levels: `第%1条`. */
  text: string;
  /** What separates the number from the paragraph. */
  suffix: 'tab' | 'space' | 'nothing';
  /** The level (from 1 on) after which, or after a higher one, this level restarts; 0 for never. */
  restartAfter?: number;
  /** Shows all counts in Arabic figures. */
  legal: boolean;
  /** The style whose paragraphs have this level. */
  styleId?: string;
}

/** A list that paragraphs refer to. Lists of one definition share their counts. */
export interface List {
  definition: string;
  levels: ReadonlyMap<number, Level>;
  /** Levels that this list starts at a value of its own, from its first paragraph on. */
  starts: ReadonlyMap<number, number>;
}

/** Word has levels 0 to 8. */
export const MAX_LEVEL = 8;

interface Definition {
  levels: Map<number, Level>;
  /** The name under which other definitions refer to this one, and the name to which this one refers. */
  styleLink?: string;
  numStyleLink?: string;
}

interface Instance {
  definition?: string;
  levels: Map<number, Level>;
  starts: Map<number, number>;
}

/**
 * The lists by their ids.
 * @param source word/numbering.xml; may be empty
 */
export function readLists(source: string): Map<string, List> {
  const reader = new ListsReader();
  readXml(source, reader);
  return reader.lists();
}

class ListsReader {
  private readonly definitions = new Map<string, Definition>();
  private readonly instances = new Map<string, Instance>();
  private definition: Definition | undefined;
  private instance: Instance | undefined;
  private overridden: number | undefined;
  private level: Partial<Level> | undefined;

  open(name: string, attributes: Record<string, string>): void {
    const value = attributes['w:val'];
    if (this.level) setProperty(this.level, name, attributes);
    else if (name === 'w:abstractNum') this.openDefinition(attributes['w:abstractNumId']);
    else if (name === 'w:num') this.openInstance(attributes['w:numId']);
    else if (name === 'w:lvl') this.openLevel(attributes['w:ilvl']);
    else if (name === 'w:lvlOverride') this.overridden = wholeNumber(attributes['w:ilvl']) ?? 0;
    else if (name === 'w:startOverride' && this.instance && this.overridden !== undefined)
      this.instance.starts.set(this.overridden, wholeNumber(value) ?? 0);
    else if (name === 'w:abstractNumId' && this.instance) this.instance.definition = value;
    else if (name === 'w:styleLink' && this.definition) this.definition.styleLink = value;
    else if (name === 'w:numStyleLink' && this.definition) this.definition.numStyleLink = value;
  }

  text(): void {}

  close(name: string): void {
    if (name === 'w:lvl') this.level = undefined;
    else if (name === 'w:lvlOverride') this.overridden = undefined;
    else if (name === 'w:abstractNum') this.definition = undefined;
    else if (name === 'w:num') this.instance = undefined;
  }

  lists(): Map<string, List> {
    const named = new Map<string, string>();
    for (const [id, { styleLink, numStyleLink }] of this.definitions)
      if (styleLink !== undefined && numStyleLink === undefined && !named.has(styleLink))
        named.set(styleLink, id);
    const lists = new Map<string, List>();
    for (const [id, { definition = '', levels, starts }] of this.instances) {
      const link = this.definitions.get(definition)?.numStyleLink;
      const own = link === undefined ? definition : (named.get(link) ?? definition);
      const base = this.definitions.get(own);
      if (base) lists.set(id, { definition: own, levels: new Map([...base.levels, ...levels]), starts });
    }
    return lists;
  }

  private openDefinition(id: string): void {
    this.definition = { levels: new Map() };
    if (!this.definitions.has(id)) this.definitions.set(id, this.definition);
  }

  private openInstance(id: string): void {
    this.instance = { levels: new Map(), starts: new Map() };
    if (!this.instances.has(id)) this.instances.set(id, this.instance);
  }

  private openLevel(index: string | undefined): void {
    const at = wholeNumber(index) ?? this.overridden ?? 0;
    const level: Level = { start: 0, format: 'decimal', text: '', suffix: 'tab', legal: false };
    this.level = level;
    if (at <= MAX_LEVEL) (this.instance ?? this.definition)?.levels.set(at, level);
  }
}

/** A custom format (001, 002); the format that follows it is the fallback for older programs. */
const OWN_FORMAT = 'custom';

function setProperty(level: Partial<Level>, name: string, attributes: Record<string, string>): void {
  const value = attributes['w:val'] ?? '';
  if (name === 'w:start') level.start = wholeNumber(value) ?? 0;
  else if (name === 'w:numFmt' && level.format !== OWN_FORMAT) level.format = value;
  else if (name === 'w:lvlText') level.text = value;
  else if (name === 'w:suff') level.suffix = value === 'space' || value === 'nothing' ? value : 'tab';
  else if (name === 'w:lvlRestart') setNumber(level, 'restartAfter', value);
  else if (name === 'w:isLgl') level.legal = isOn(attributes);
  else if (name === 'w:pStyle') level.styleId = value;
}
