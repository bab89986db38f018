// The XML of spreadsheets and presentations as a stream of elements. Names have no prefix.
import { parseXml } from '../markup.ts';

interface LocalEvents {
  open(name: string, attributes: Record<string, string>): void;
  text?(words: string): void;
  close?(name: string): void;
}

/** Alternatives for programs that do not know the first one would repeat its words. */
const ALTERNATIVE = 'Fallback';

/** Far deeper than any office file; the parser's time grows with the square of the depth. */
const MAX_DEPTH = 2_000;

/** Throws where elements are nested too deep: the file is damaged. */
export function readLocalXml(source: string, events: LocalEvents): void {
  let leftOut = 0;
  let depth = 0;
  parseXml(source, {
    open(name, attributes) {
      if (++depth > MAX_DEPTH) throw new Error('its elements are nested too deep');
      const local = localName(name);
      if (leftOut > 0 || local === ALTERNATIVE) leftOut++;
      else events.open(local, attributes);
    },
    text(words) {
      if (leftOut === 0) events.text?.(words);
    },
    close(name) {
      depth--;
      if (leftOut > 0) leftOut--;
      else events.close?.(localName(name));
    },
  });
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Whether an attribute is on. */
export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';
