// Where shapes are on a slide.

export interface Corner {
  left: number;
  top: number;
}

/** A rectangle in English Metric Units of the slide. */
export interface Place extends Corner {
  right: number;
  bottom: number;
}

interface Group {
  outer?: Place;
  /** The same rectangle in the units of the shapes in it. */
  inner?: Place;
}

/** The open groups around a shape. */
export class GroupPlaces {
  private readonly groups: Group[] = [];

  open(): void {
    this.groups.push({});
  }

  close(): void {
    this.groups.pop();
  }

  setOuter(place: Place): void {
    const group = this.groups.at(-1);
    if (group) group.outer = place;
  }

  setInner(place: Place): void {
    const group = this.groups.at(-1);
    if (group) group.inner = place;
  }

  /** A place in the innermost group as one on the slide. */
  onSlide(place: Place): Place {
    return this.groups.reduceRight((at, group) => scaled(at, group), place);
  }
}

function scaled(place: Place, { outer, inner }: Group): Place {
  if (!outer || !inner) return place;
  const across = ratio(outer.right - outer.left, inner.right - inner.left);
  const down = ratio(outer.bottom - outer.top, inner.bottom - inner.top);
  return {
    left: outer.left + (place.left - inner.left) * across,
    right: outer.left + (place.right - inner.left) * across,
    top: outer.top + (place.top - inner.top) * down,
    bottom: outer.top + (place.bottom - inner.top) * down,
  };
}

const ratio = (outer: number, inner: number): number => (inner > 0 ? outer / inner : 1);
