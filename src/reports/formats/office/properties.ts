// The properties of an office file (ECMA-376 Part 2, Core Properties): Word, Excel and PowerPoint alike.
import type { DocumentProperties } from '../reader.ts';
import { readLocalXml } from './xml.ts';

/** Where it usually stands. */
export const CORE_PROPERTIES = 'docProps/core.xml';

/** Names of Dublin Core. */
const PROPERTIES = new Map<string, keyof DocumentProperties>([
  ['title', 'title'],
  ['creator', 'author'],
  ['created', 'date'],
]);

/** @param source the part with the core properties; empty where there is none */
export function readProperties(source: string): { properties?: DocumentProperties } {
  const properties: DocumentProperties = {};
  let key: keyof DocumentProperties | undefined;
  let words = '';
  readLocalXml(source, {
    open(name) {
      key = PROPERTIES.get(name);
      words = '';
    },
    text(more) {
      words += more;
    },
    close() {
      const value = words.replace(/\s+/g, ' ').trim();
      if (key && value !== '') properties[key] ??= value;
      key = undefined;
    },
  });
  return Object.keys(properties).length > 0 ? { properties } : {};
}
