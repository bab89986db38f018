// The order in which the shapes of a slide are read: that of the file, unless it goes upwards or to the left;
// then bands from top to bottom and columns from left to right (recursive X-Y cut, Nagy and Seth 1984).
import type { Place } from './place.ts';

interface Placed {
  place?: Place;
}

type Ends = (place: Place) => [start: number, end: number];

/** From top to bottom, and from left to right. */
const DOWN: Ends = ({ top, bottom }) => [top, bottom];
const ACROSS: Ends = ({ left, right }) => [left, right];

/** Shapes may overlap by this share of the smaller one, as boxes of text have margins. */
const OVERLAP = 0.2;
/** Slides with more shapes are drawings. */
const MAX_SHAPES = 500;

export function inReadingOrder<Shape extends Placed>(shapes: Shape[]): Shape[] {
  if (shapes.length > MAX_SHAPES) return shapes;
  const placed = shapes.flatMap((shape) => (shape.place ? [{ shape, place: shape.place }] : []));
  if (placed.length < shapes.length || !goesBack(placed.map(({ place }) => place))) return shapes;
  return ordered(placed).map(({ shape }) => shape);
}

/** Whether a place follows one that is below it or, in the same band, right of it. */
const goesBack = (places: Place[]): boolean =>
  places.some((before, i) =>
    places
      .slice(i + 1)
      .some(
        (after) =>
          (isBefore(after, before, DOWN) && !areApart(after, before, ACROSS)) ||
          (isBefore(after, before, ACROSS) && !areApart(after, before, DOWN)),
      ),
  );

const isBefore = (a: Place, b: Place, ends: Ends): boolean => ends(a)[1] <= ends(b)[0];

const areApart = (a: Place, b: Place, ends: Ends): boolean => isBefore(a, b, ends) || isBefore(b, a, ends);

function ordered<Shape extends { place: Place }>(shapes: Shape[]): Shape[] {
  if (shapes.length < 2) return shapes;
  for (const ends of [DOWN, ACROSS]) {
    const parts = cut(shapes, ends);
    if (parts.length > 1) return parts.flatMap((part) => ordered(part));
  }
  return shapes;
}

/** Shapes in groups between which a line can be drawn. */
function cut<Shape extends { place: Place }>(shapes: Shape[], ends: Ends): Shape[][] {
  const byStart = shapes.toSorted((a, b) => ends(a.place)[0] - ends(b.place)[0]);
  const groups: Shape[][] = [];
  let reach = Number.NEGATIVE_INFINITY;
  for (const shape of byStart) {
    const [start, end] = ends(shape.place);
    const isApart = start >= reach - OVERLAP * Math.max(0, end - start);
    if (isApart) groups.push([]);
    groups.at(-1)?.push(shape);
    reach = Math.max(reach, end);
  }
  // within a group the order of the file holds
  return groups.map((group) => shapes.filter((shape) => group.includes(shape)));
}
