// The places of placeholders that a slide takes from its layout, and the layout from its master.
import type { OfficePackage } from '../office/package.ts';
import { readSlide, type Shape } from './slide.ts';

export class Layouts {
  private readonly parts: OfficePackage;
  /** Placeholders of each layout or master, with their places. */
  private readonly known = new Map<string, Shape[]>();

  constructor(parts: OfficePackage) {
    this.parts = parts;
  }

  /** @param layout name of the layout's part */
  place(shapes: Shape[], layout: string): void {
    for (const shape of shapes) {
      if (shape.place !== undefined || shape.role === undefined) continue;
      const place = partnerOf(shape, this.placeholdersOf(layout))?.place;
      if (place) shape.place = place;
    }
  }

  private placeholdersOf(part: string): Shape[] {
    const known = this.known.get(part);
    if (known) return known;
    const { shapes } = readSlide(this.parts.text(part));
    this.known.set(part, shapes); // before its master: a damaged file may go in circles
    const master = this.parts.relationsOf(part).find(({ kind }) => kind === 'slideMaster')?.target;
    if (master !== undefined) this.place(shapes, master);
    return shapes;
  }
}

const TITLES = new Set(['title', 'ctrTitle']);

/** The placeholder with the same number, else the first for the same thing. */
function partnerOf({ role, index }: Shape, placeholders: Shape[]): Shape | undefined {
  const sameRole = placeholders.filter(
    (other) => other.role === role || (TITLES.has(role ?? '') && TITLES.has(other.role ?? '')),
  );
  const sameIndex = index === undefined ? undefined : placeholders.find((other) => other.index === index);
  return sameIndex ?? sameRole.find(({ place }) => place !== undefined) ?? sameRole[0];
}
