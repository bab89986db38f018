// The parts of an office file (ECMA-376 Part 2) and how they refer to each other.
import { posix as path } from 'node:path';
import type { ReadFailure } from '../../warning.ts';
import { entryTexts, reasonAgainstUnpacking } from '../zip.ts';
import { readLocalXml } from './xml.ts';

interface Relation {
  id: string;
  /** The last part of its type: `worksheet`, `slide`. */
  kind: string;
  /** Name of the part. */
  target: string;
}

export class OfficePackage {
  private readonly entries: (name: string) => string | undefined;

  /** @param bytes a container that is safe to unpack, see `openPackage` */
  constructor(bytes: Buffer) {
    this.entries = entryTexts(bytes);
  }

  /** The text of a part; empty where there is none. */
  text(name: string): string {
    return this.entries(name) ?? '';
  }

  /** The part that says who wrote the file and when; empty where there is none. */
  get properties(): string {
    const part = this.relationsOf('').find(({ kind }) => kind === 'core-properties')?.target;
    return this.text(part ?? 'docProps/core.xml');
  }

  /** What a part refers to within the file, in the order of the file. */
  relationsOf(part: string): Relation[] {
    const folder = part.slice(0, part.lastIndexOf('/') + 1);
    const relations: Relation[] = [];
    readLocalXml(this.text(`${folder}_rels/${part.slice(folder.length)}.rels`), {
      open(name, { Id: id = '', Type: type = '', Target: to = '', TargetMode: mode }) {
        if (name !== 'Relationship' || mode === 'External') return;
        const target = path.normalize(to.startsWith('/') ? to.slice(1) : folder + to);
        relations.push({ id, kind: type.slice(type.lastIndexOf('/') + 1), target });
      },
    });
    return relations;
  }
}

/** The parts of a file whose XML is safe to unpack, or why it is not. */
export function openPackage(
  bytes: Uint8Array,
): { ok: true; parts: OfficePackage } | { ok: false; reason: ReadFailure } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const reason = reasonAgainstUnpacking(buffer, (name) => /\.(?:xml|rels)$/i.test(name));
  return reason ? { ok: false, reason } : { ok: true, parts: new OfficePackage(buffer) };
}
