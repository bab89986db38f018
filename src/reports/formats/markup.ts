// Parses HTML and XML: the only importer of htmlparser2. Never throws, builds no tree, knows standard
// entities only.
import { Parser } from 'htmlparser2';

/** Events in the order of the source. Names are lower case. */
interface PageEvents {
  onopentag(name: string, attributes: Record<string, string>): void;
  ontext(words: string): void;
  onclosetag(name: string): void;
}

/** Parses a web page as leniently as browsers do. */
export function parsePage(source: string, events: PageEvents): void {
  const parser = new ShallowParser(events);
  parser.write(source);
  parser.end();
}

/** Nesting depth that is distinguished, as in Blink (kMaximumHTMLParserDOMTreeDepth). */
const MAX_DEPTH = 512;

/**
 * Closes at once what opens deeper than a browser would nest it: the words stay, in the element around them.
 * The parser prepends each open element to an array, so a page of opening tags only would take quadratic
 * time.
 */
class ShallowParser extends Parser {
  private readonly depth: () => number;
  private tooDeep = false;
  /** An opening tag is being read, not a closing one. */
  private opening = false;

  constructor(events: PageEvents) {
    let depth = 0;
    const counted: PageEvents = {
      onopentag(name, attributes) {
        depth++;
        events.onopentag(name, attributes);
      },
      ontext: (words) => events.ontext(words),
      onclosetag(name) {
        depth--;
        events.onclosetag(name);
      },
    };
    super(counted, { decodeEntities: true, lowerCaseTags: true });
    this.depth = () => depth;
  }

  override onopentagname(start: number, end: number): void {
    this.tooDeep = this.depth() >= MAX_DEPTH;
    this.whileOpening(() => super.onopentagname(start, end));
  }

  override onopentagend(end: number): void {
    this.whileOpening(() => super.onopentagend(end));
  }

  override onselfclosingtag(end: number): void {
    this.whileOpening(() => super.onselfclosingtag(end));
  }

  protected override isVoidElement(name: string): boolean {
    return (this.opening && this.tooDeep) || super.isVoidElement(name);
  }

  private whileOpening(read: () => void): void {
    this.opening = true;
    read();
    this.opening = false;
  }
}

/** A tag spans `start` to `end` (UTF-16 units). An empty element is closed where it opens. */
export interface XmlEvents {
  open(name: string, attributes: Record<string, string>, start: number, end: number): void;
  text(words: string): void;
  close(name: string, start: number, end: number): void;
}

/** Parses XML; names keep their case and prefix. */
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
