// The words of a diagram (SmartArt): one line for each paragraph of its points, in the order of its outline.
import { readLocalXml } from '../office/xml.ts';

/** @param source the part with the diagram's data */
export function readDiagram(source: string): string[] {
  const lines: string[] = [];
  let words: string[] = [];
  let inText = false;
  readLocalXml(source, {
    open(name) {
      // a point has an element of the same name around its paragraphs
      if (name === 't') inText = true;
      else if (name === 'br') words.push(' ');
    },
    text(more) {
      if (inText) words.push(more);
    },
    close(name) {
      if (name === 't') inText = false;
      if (name !== 'p') return;
      const line = words.join('').trim();
      words = [];
      if (line !== '') lines.push(line);
    },
  });
  return lines;
}
