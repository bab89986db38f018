// The parser of markup: the only importer of htmlparser2. Never throws, builds no tree, knows no entities but the standard's own.
import { Parser } from 'htmlparser2';

/** What is told of a page, in the order of its source. Names are lower case. */
export interface PageEvents {
  onopentag(name: string, attributes: Record<string, string>): void;
  ontext(words: string): void;
  onclosetag(name: string): void;
}

/** Reads a web page, as browsers forgive it. */
export function parsePage(source: string, events: PageEvents): void {
  const parser = new Parser(events, { decodeEntities: true, lowerCaseTags: true });
  parser.write(source);
  parser.end();
}

/** What is told of XML; a tag stands at `start` up to `end` (UTF-16 units). An empty element closes where it opens. */
export interface XmlEvents {
  open(name: string, attributes: Record<string, string>, start: number, end: number): void;
  text(words: string): void;
  close(name: string, start: number, end: number): void;
}

/** Reads XML, names as they stand. */
export function parseXml(source: string, events: XmlEvents): void {
  const parser: Parser = new Parser(
    {
      onopentag: (name, attributes) =>
        events.open(name, attributes, parser.startIndex, Math.min(parser.endIndex + 1, source.length)),
      ontext: (words) => events.text(words),
      onclosetag: (name) =>
        events.close(name, parser.startIndex, Math.min(parser.endIndex + 1, source.length)),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(source);
  parser.end();
}
