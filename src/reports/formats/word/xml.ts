// The XML of a Word document as a stream of elements with their offsets. Names have Word's usual prefixes,
// whatever prefixes the file declares.
import { parseXml, type XmlEvents } from '../markup.ts';

/** The namespace of everything that is written into a document. */
export const WORD_NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** Usual prefix of each namespace; the second address of a pair is that of the strict format. */
const PREFIXES = new Map([
  [WORD_NAMESPACE, 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'relationships'],
]);

/**
 * Reads XML. A prefix holds from its declaration to the end of the file, as in every file that Word programs
 * write.
 */
export function readXml(source: string, events: XmlEvents): void {
  const names = new Names();
  parseXml(source, {
    open(name, attributes, start, end) {
      names.declare(attributes);
      events.open(names.of(name), names.usual ? attributes : names.attributes(attributes), start, end);
    },
    text: (words) => events.text(words),
    close: (name, start, end) => events.close(names.of(name), start, end),
  });
}

class Names {
  /** The file's prefixes, where they differ from the usual ones. */
  private readonly renamed = new Map<string, string>();

  get usual(): boolean {
    return this.renamed.size === 0;
  }

  declare(attributes: Record<string, string>): void {
    for (const key in attributes) {
      if (!key.startsWith('xmlns')) continue;
      const prefix = key.slice('xmlns:'.length);
      const usual = PREFIXES.get(attributes[key]);
      if (usual === undefined || usual === prefix) this.renamed.delete(prefix);
      else this.renamed.set(prefix, usual);
    }
  }

  of(name: string): string {
    if (this.usual) return name;
    const colon = name.indexOf(':');
    const prefix = this.renamed.get(colon < 0 ? '' : name.slice(0, colon));
    return prefix === undefined ? name : `${prefix}:${name.slice(colon + 1)}`;
  }

  attributes(attributes: Record<string, string>): Record<string, string> {
    const renamed: Record<string, string> = Object.create(null);
    for (const key in attributes) renamed[key.includes(':') ? this.of(key) : key] = attributes[key];
    return renamed;
  }
}

/** Whether an on/off element is on: its value may be `false`, `0` or `off`. */
export const isOn = (attributes: Record<string, string>): boolean =>
  !/^(?:false|0|off)$/.test(attributes['w:val'] ?? '');

export function wholeNumber(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}

/** Sets a property to an attribute's whole number; removes it where the attribute has none. */
export function setNumber<Key extends string>(
  target: Partial<Record<Key, number>>,
  key: Key,
  value: string | undefined,
): void {
  const number = wholeNumber(value);
  if (number === undefined) delete target[key];
  else target[key] = number as Partial<Record<Key, number>>[Key];
}

/** Text escaped for XML. */
export const escaped = (words: string): string =>
  words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
