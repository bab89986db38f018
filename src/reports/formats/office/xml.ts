// The XML of spreadsheets and presentations as a stream of elements. Names have no prefix.
import { parseXml } from '../markup.ts';

interface LocalEvents {
  open(name: string, attributes: Record<string, string>): void;
  text?(words: string): void;
  close?(name: string): void;
}

/** Alternatives for programs that do not know the first one would repeat its words. */
const ALTERNATIVE = 'Fallback';

export function readLocalXml(source: string, events: LocalEvents): void {
  let leftOut = 0;
  parseXml(source, {
    open(name, attributes) {
      const local = localName(name);
      if (leftOut > 0 || local === ALTERNATIVE) leftOut++;
      else events.open(local, attributes);
    },
    text(words) {
      if (leftOut === 0) events.text?.(words);
    },
    close(name) {
      if (leftOut > 0) leftOut--;
      else events.close?.(localName(name));
    },
  });
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Whether an attribute is on. */
export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';
