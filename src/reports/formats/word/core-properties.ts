// The properties of a Word document (docProps/core.xml, ECMA-376 Part 2, 11).
import { documentProperties } from '../document-properties.ts';
import { parseXml } from '../markup.ts';
import type { DocumentProperties } from '../reader.ts';

/** Names without their prefixes, which vary. */
const NAMES: Record<string, keyof DocumentProperties | undefined> = {
  title: 'title',
  creator: 'author',
  created: 'date',
};

/** @param source may be empty */
export function coreProperties(source: string): { properties?: DocumentProperties } {
  const stated: DocumentProperties = {};
  let open: keyof DocumentProperties | undefined;
  parseXml(source, {
    open: (name) => {
      open = NAMES[name.slice(name.indexOf(':') + 1)];
    },
    text: (words) => {
      if (open) stated[open] = (stated[open] ?? '') + words;
    },
    close: () => {
      open = undefined;
    },
  });
  return documentProperties(stated);
}
