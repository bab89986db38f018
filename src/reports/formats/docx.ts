// .docx: paragraphs, headings, lists and tables; footnotes, pictures, comments and automatic numbers are left out with a warning.
import mammoth from 'mammoth';
import type { Warning } from '../warning.ts';
import { readMarkup } from './html.ts';
import type { ReadResult, ReportReader } from './reader.ts';
import { entryText, reasonAgainstUnpacking } from './zip.ts';

/** Told apart from whatever ids a document has of its own. */
const ID_PREFIX = 'yinju-';
const NOTE_ID = new RegExp(`^${ID_PREFIX}(?:foot|end)note-`);

const NOTE = new RegExp(`<li id="${ID_PREFIX}(?:foot|end)note-`, 'g');

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "br[type='page'] => hr",
];

export const docx = {
  async read(bytes: Uint8Array): Promise<ReadResult> {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const reason = reasonAgainstUnpacking(buffer, (name) => /\.(?:xml|rels)$/i.test(name));
    if (reason) return { ok: false, reason };
    let paragraphs: Element[] = [];
    const { value } = await mammoth.convertToHtml(
      { buffer },
      {
        styleMap: STYLES,
        includeEmbeddedStyleMap: false, // a document's own rules for what is a heading
        idPrefix: ID_PREFIX,
        ignoreEmptyParagraphs: false,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })), // the picture's bytes are never read
        transformDocument: (document: Element) => {
          paragraphs = paragraphsOf(document);
          makeRoomForTitle(paragraphs);
          return document;
        },
      },
    );
    const numbers = makesNumbers(buffer)
      ? paragraphs.filter(({ numbering }) => numbering?.isOrdered).length
      : 0;
    const read = readMarkup(value, { keepSpaces: true, skipIds: NOTE_ID });
    return { ok: true, ...read, warnings: [...read.warnings, ...warningsAbout(value, numbers)] };
  },
} satisfies ReportReader;

/** What is used here of mammoth's document tree; the version is pinned because the tree is not promised to stay. */
interface Element {
  type: string;
  children?: Element[];
  styleId?: string | null;
  styleName?: string | null;
  numbering?: { isOrdered: boolean } | null;
}

function paragraphsOf(element: Element): Element[] {
  return element.type === 'paragraph' ? [element] : (element.children ?? []).flatMap(paragraphsOf);
}

/** Under a paragraph in the style for titles, headings of the first level are parts, not titles. */
function makeRoomForTitle(paragraphs: Element[]): void {
  if (!paragraphs.some(({ styleName }) => styleName === 'Title')) return;
  for (const paragraph of paragraphs) {
    const level = /^heading ([1-5])$/i.exec(paragraph.styleName ?? '')?.[1];
    if (level === undefined) continue;
    paragraph.styleName = `Heading ${Number(level) + 1}`;
    paragraph.styleId = null;
  }
}

/** Some programs give their headings numbers of the kind «none»; only others are seen by a reader. */
const makesNumbers = (buffer: Buffer): boolean =>
  /<w:numFmt w:val="(?!none"|bullet")/.test(entryText(buffer, 'word/numbering.xml') ?? '');

function warningsAbout(markup: string, numbers: number): Warning[] {
  const counts: { kind: 'notes' | 'pictures' | 'made-numbers'; count: number }[] = [
    { kind: 'notes', count: count(markup, NOTE) },
    { kind: 'pictures', count: count(markup, /<img /g) },
    { kind: 'made-numbers', count: numbers },
  ];
  return counts.filter(({ count }) => count > 0);
}

const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;
