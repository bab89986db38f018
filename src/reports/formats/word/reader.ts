// .docx: paragraphs with their numbers, headings, lists and tables; footnotes, pictures, comments and
// formulas are left out with a warning.
import mammoth from 'mammoth';
import type { Warning } from '../../warning.ts';
import { type MarkupOptions, readMarkup } from '../markup-reader.ts';
import { readProperties } from '../office/properties.ts';
import type { ReadResult, ReportReader } from '../reader.ts';
import { reasonAgainstUnpacking } from '../zip.ts';
import { readLists } from './lists.ts';
import { NumberCounter } from './number-counter.ts';
import { WordPackage } from './package.ts';
import { type LeftOut, preprocessXml } from './preprocess-xml.ts';
import { Styles } from './styles.ts';
import { type Element, joinCells, lowerHeadingsBelowTitle } from './tree.ts';

/** Distinguishes mammoth's ids from those of the document. */
const ID_PREFIX = 'yinju-';
const NOTE_ID = new RegExp(`^${ID_PREFIX}(?:foot|end)note-`);

const NOTE = new RegExp(`<li id="${ID_PREFIX}(?:foot|end)note-`, 'g');
const NEW_PAGE = `${ID_PREFIX}page`;
const CONTENTS = `${ID_PREFIX}contents`;

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  `p[style-name^='toc '] => p.${CONTENTS}:fresh`, // toc 1, TOC Heading
  `p[style-name^='WPSOffice手动目录'] => p.${CONTENTS}:fresh`,
  `br[type='page'] => br.${NEW_PAGE}`,
];

const MARKUP: MarkupOptions = {
  keepSpaces: true,
  skipIds: NOTE_ID,
  newPageClass: NEW_PAGE,
  contentsClass: CONTENTS,
};

export const docx = {
  async read(bytes: Uint8Array): Promise<ReadResult> {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const reason = reasonAgainstUnpacking(buffer, (name) => /\.(?:xml|rels)$/i.test(name));
    if (reason) return { ok: false, reason };
    const parts = new WordPackage(buffer);
    const styles = new Styles(parts.textOf('styles'));
    const counter = new NumberCounter(readLists(parts.textOf('numbering')), styles);
    const { source, leftOut } = preprocessXml(parts.text(parts.document), counter, styles);
    const { markup, symbols } = await markupOf(parts, source);
    const read = readMarkup(markup, MARKUP);
    return {
      ok: true,
      ...read,
      ...readProperties(parts.coreProperties),
      warnings: [...read.warnings, ...warningsAbout(markup, leftOut, symbols)],
    };
  },
} satisfies ReportReader;

/** mammoth's output for a document whose main part is replaced by `source`. */
async function markupOf(parts: WordPackage, source: string): Promise<{ markup: string; symbols: number }> {
  const file = {
    exists: (name: string) => parts.has(name),
    read: async (name: string) => (name === parts.document ? source : parts.text(name)),
  };
  const { value, messages } = await mammoth.convertToHtml(
    // an undocumented option that passes parts one by one; the version is pinned for it
    { file } as unknown as Parameters<typeof mammoth.convertToHtml>[0],
    {
      styleMap: STYLES,
      includeEmbeddedStyleMap: false, // a document's own rules for headings
      idPrefix: ID_PREFIX,
      ignoreEmptyParagraphs: false,
      // the picture's bytes are never read
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      transformDocument: (document: Element) => {
        lowerHeadingsBelowTitle(document);
        joinCells(document);
        return document;
      },
    },
  );
  const symbols = messages.filter(({ message }) => message.startsWith('A w:sym element')).length;
  return { markup: value, symbols };
}

function warningsAbout(markup: string, leftOut: LeftOut, symbols: number): Warning[] {
  const counts: Extract<Warning, { kind: LeftOutKind }>[] = [
    { kind: 'notes', count: count(markup, NOTE) },
    { kind: 'pictures', count: count(markup, /<img /g) },
    { kind: 'made-numbers', count: leftOut.numbers },
    { kind: 'formulas', count: leftOut.formulas },
    { kind: 'symbols', count: symbols },
    { kind: 'hidden-text', count: leftOut.hidden },
    { kind: 'whole-documents', count: leftOut.documents },
  ];
  return counts.filter(({ count }) => count !== undefined && count > 0);
}

type LeftOutKind =
  | 'notes'
  | 'pictures'
  | 'made-numbers'
  | 'formulas'
  | 'symbols'
  | 'hidden-text'
  | 'whole-documents';

const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;
