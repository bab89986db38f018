// The parts of a Word file (ECMA-376 Part 2), found by their relationship types: their names may vary.
import { posix as path } from 'node:path';
import { entryText, zipEntries } from '../zip.ts';
import { readXml } from './xml.ts';

const OFFICE =
  /^http:\/\/(?:schemas\.openxmlformats\.org\/officeDocument\/2006|purl\.oclc\.org\/ooxml\/officeDocument)\/relationships\/(\w+)$/;
/** Programs spell the first part in two ways. */
const CORE_PROPERTIES = /\/relationships\/metadata\/core-properties$/i;

const office = (kind: string) => (type: string) => OFFICE.exec(type)?.[1] === kind;

export class WordPackage {
  private readonly bytes: Buffer;
  private readonly names: ReadonlySet<string>;
  /** Name of the main document part. */
  readonly document: string;

  /** @param bytes a container that is safe to unpack */
  constructor(bytes: Buffer) {
    this.bytes = bytes;
    this.names = new Set(zipEntries(bytes)?.map(({ name }) => name));
    this.document = this.related('', office('officeDocument')) ?? 'word/document.xml';
  }

  has(name: string): boolean {
    return this.names.has(name);
  }

  /** The text of a part; empty where there is none. */
  text(name: string): string {
    return entryText(this.bytes, name) ?? '';
  }

  /** The text of a part that the document refers to: `styles`, `numbering`. */
  textOf(kind: string): string {
    return this.text(this.related(this.document, office(kind)) ?? `word/${kind}.xml`);
  }

  /** The part that says who wrote it and when; empty where there is none. */
  get coreProperties(): string {
    const name = this.related('', (type) => CORE_PROPERTIES.test(type));
    return this.text(name ?? 'docProps/core.xml');
  }

  private related(part: string, isKind: (type: string) => boolean): string | undefined {
    const folder = part.slice(0, part.lastIndexOf('/') + 1);
    const relations = this.text(`${folder}_rels/${part.slice(folder.length)}.rels`);
    let found: string | undefined;
    readXml(relations, {
      open: (element, { Type = '', Target = '' }) => {
        if (element !== 'relationships:Relationship' && element !== 'Relationship') return;
        if (!isKind(Type)) return;
        const name = path.normalize(Target.startsWith('/') ? Target.slice(1) : folder + Target);
        if (this.has(name)) found ??= name;
      },
      text: () => {},
      close: () => {},
    });
    return found;
  }
}
