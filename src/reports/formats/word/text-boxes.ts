// Text boxes: mammoth reads only those in simple VML drawings; others are cut out of their drawings and
// wrapped in such a one.
import type { Edits } from './edits.ts';
import { WORD_NAMESPACE } from './xml.ts';

const DRAWINGS = new Set(['w:drawing', 'w:pict', 'w:object']);
/** Elements that mammoth descends into between a VML drawing and its text. */
const READ_BY_MAMMOTH = new Set(['v:group', 'v:rect', 'v:roundrect', 'v:shape', 'v:textbox']);

interface Drawing {
  start: number;
  /** Its boxes are cut out. A drawing inside of a box has its own state. */
  cut: boolean;
  /** The end of its last box. */
  boxEnd: number;
  boxOpen: boolean;
}

export class TextBoxes {
  private readonly edits: Edits;
  private readonly drawings: Drawing[] = [];

  constructor(edits: Edits) {
    this.edits = edits;
  }

  /** Whether the current part of a drawing is cut away. */
  get isCutting(): boolean {
    const drawing = this.drawings.at(-1);
    return drawing?.cut === true && !drawing.boxOpen;
  }

  /** @returns whether the element belongs to a drawing */
  open(name: string, path: string[], start: number): boolean {
    if (DRAWINGS.has(name)) {
      this.drawings.push({ start, cut: false, boxEnd: start, boxOpen: false });
      return true;
    }
    const drawing = this.drawings.at(-1);
    if (name !== 'w:txbxContent' || !drawing) return false;
    if (drawing.cut) this.edits.replace(drawing.boxEnd, start);
    else if (!isReadByMammoth(path)) {
      drawing.cut = true;
      this.edits.replace(drawing.start, start, `<w:pict xmlns:w="${WORD_NAMESPACE}">`);
    }
    drawing.boxOpen = true;
    return true;
  }

  close(name: string, end: number): void {
    const drawing = this.drawings.at(-1);
    if (!drawing) return;
    if (name === 'w:txbxContent') {
      drawing.boxEnd = end;
      drawing.boxOpen = false;
    } else if (DRAWINGS.has(name)) {
      this.drawings.pop();
      if (drawing.cut) this.edits.replace(drawing.boxEnd, end, '</w:pict>');
    }
  }
}

/** @param path names of the elements down to the text */
function isReadByMammoth(path: string[]): boolean {
  for (let i = path.length - 2; i >= 0; i--) {
    if (DRAWINGS.has(path[i])) return path[i] === 'w:pict';
    if (!READ_BY_MAMMOTH.has(path[i])) return false;
  }
  return false;
}
