// The properties of an office file: of Word, Excel and PowerPoint (ECMA-376 Part 2, Core Properties) and of
// OpenDocument (ODF 1.3 Part 3, 4.3), which name them alike.
import { documentProperties, type StatedProperties } from '../document-properties.ts';
import type { DocumentProperties } from '../reader.ts';
import { readLocalXml } from './xml.ts';

/** Names without prefixes, the better ones first: a document's first author is not who changed it last. */
const NAMES: [property: keyof DocumentProperties, names: string[]][] = [
  ['title', ['title']],
  ['author', ['initial-creator', 'creator']],
  ['date', ['created', 'creation-date', 'date']],
];

/** @param source the part with the properties; empty where there is none */
export function readProperties(source: string): { properties?: DocumentProperties } {
  const values = new Map<string, string>();
  let key = '';
  let words = '';
  readLocalXml(source, {
    open(name) {
      key = name;
      words = '';
    },
    text(more) {
      words += more;
    },
    close() {
      if (key !== '' && words.trim() !== '' && !values.has(key)) values.set(key, words);
      key = '';
    },
  });
  const stated = NAMES.map(([property, names]) => {
    const name = names.find((each) => values.has(each));
    return [property, name === undefined ? undefined : values.get(name)];
  });
  return documentProperties(Object.fromEntries(stated) as StatedProperties);
}
