// What there is to know about files, in English.

import type {
  ForeignFormat,
  FormatName,
  HiddenPart,
  Noise,
  PagePart,
  PageRange,
} from '../../../reports/index.ts';
import { markedTitle } from '../../marked-title.ts';
import type { WarningTexts } from '../keys/warnings.ts';
import { pagesInShort, warningTexts } from '../warning-sentences.ts';

const FORMAT_NAMES: Record<FormatName, string> = {
  text: 'a text',
  markdown: 'Markdown',
  csv: 'a table of separated values (.csv)',
  html: 'a web page',
  docx: 'a Word document (.docx)',
  doc: 'a Word 97 document (.doc)',
  xlsx: 'an Excel workbook (.xlsx)',
  pptx: 'a PowerPoint presentation (.pptx)',
  odt: 'an OpenDocument text (.odt)',
  rtf: 'a rich text file (.rtf)',
  pdf: 'a PDF',
  picture: 'a picture (.png, .jpg)',
};

const FOREIGN_FORMATS: Record<ForeignFormat, { name: string; saveAs: string }> = {
  'web-archive': { name: 'a web archive', saveAs: '.docx' },
  spreadsheet: { name: 'a spreadsheet', saveAs: '.xlsx' },
  presentation: { name: 'a presentation', saveAs: '.pptx' },
  'open-document': { name: 'an OpenDocument or EPUB file', saveAs: '.docx' },
};

const NOISE: Record<Noise, string> = {
  marker: 'marker',
  contents: 'line of contents',
  'collection-title': 'collection title',
  advertising: 'advertising',
  password: 'password',
  signature: 'signature',
  'front-matter': 'front matter',
  'running-head': 'running head',
  footnote: 'footnote',
  'page-number': 'page number',
  'page-line': 'line of a web page',
};

const PAGE_PARTS: Record<PagePart, string> = {
  header: 'page header',
  nav: 'navigation',
  aside: 'side note',
  footer: 'page footer',
  search: 'search field',
  button: 'button',
  select: 'selection list',
  textarea: 'input field',
  hidden: 'hidden part',
  outside: 'passage beside the text',
};

const HIDDEN_PARTS: Record<HiddenPart, string> = {
  sheet: 'sheet',
  row: 'row',
  column: 'column',
  slide: 'slide',
};

const OCR_HERE = 'set OCR=on, or recognise its text (OCR) elsewhere and add it again';
const OCR = 'recognise its text (OCR) and add it again';
const SAVE_ANEW = 'fetch it again, or open it and save it anew';
const SPLIT = 'split it into several files';
const NO_PERMISSION = /^(?:EACCES|EPERM)$/;

const onPages = (pages: PageRange[], sentence: string) => {
  const { named, total, unnamed } = pagesInShort(pages);
  const more = unnamed > 0 ? ` and ${unnamed} more` : '';
  return `${total === 1 ? 'page' : 'each of the pages'} ${named.join(', ')}${more} ${sentence}`;
};

export const enWarnings: WarningTexts = warningTexts({
  named: (file, sentence) => `${file}: ${sentence}`,
  skipped: (why) => `skipped, ${why}`,
  obstacles: {
    empty: () => 'the file is empty',
    'too-large': ({ megabytes }) =>
      `it is larger than ${megabytes} MB; ${SPLIT}, or save it without its pictures`,
    'too-much-text': ({ millions }) => `it holds more than ${millions} million characters; ${SPLIT}`,
    'too-long-line': ({ max }) => `it holds a line of more than ${max} characters; break it into paragraphs`,
    'too-many-lines': ({ max }) => `it holds more than ${max} lines; ${SPLIT}`,
    'too-many-pages': ({ pages, max }) => `it has ${pages} pages, more than ${max}; ${SPLIT}`,
    'too-many-parts': ({ max }) =>
      `it is packed of more than ${max} parts; open it in a word processor and save it anew`,
    'unpacks-to-too-much': ({ megabytes }) =>
      `it unpacks to more than ${megabytes} MB of text (a zip bomb?); if it is yours, ${SPLIT}`,
    'unpacks-to-more-than-declared': () =>
      `it unpacks to more than it declares (a zip bomb?); if it is yours, open it and save it anew`,
    'too-slow': ({ seconds }) => `reading it took longer than ${seconds} seconds; ${SPLIT}`,
    'too-much-memory': ({ megabytes }) => `reading it needs more than ${megabytes} MB of memory; ${SPLIT}`,
    password: () => 'it is protected by a password; save it without one',
    scan: () => `it holds no text: it is a scan or a drawing; ${OCR_HERE}`,
    picture: () => `it is a picture, whose text is not recognised; ${OCR_HERE}`,
    'too-many-pixels': ({ millions }) =>
      `it is a picture of more than ${millions} million pixels; make it smaller (300 dots per inch are enough)`,
    'nothing-recognised': () =>
      'no text was recognised in its pictures; scan it again, upright and with 300 dots per inch',
    'leaning-text': () => `all its words are set at a slant and cannot be read; ${OCR}`,
    'too-old': () =>
      'it is a Word file from before 1997, which is too old to be read; open it in Word and save it anew as .docx',
    'nameless-signs': () => `it holds no text: its fonts do not say which characters their signs are; ${OCR}`,
    'no-text-encoding': () =>
      'it is not a text file, or in an encoding that is not read (only UTF-8, UTF-16 with a byte order mark, GB18030 and Big5 are); save it as UTF-8',
    damaged: ({ says }) =>
      says === undefined
        ? `it is damaged: its content makes no sense; ${SAVE_ANEW}`
        : `it is damaged (${says}); ${SAVE_ANEW}`,
    'damaged-directory': () =>
      `it is a damaged Word, Excel or PowerPoint file or archive: its directory cannot be read; ${SAVE_ANEW}`,
    'damaged-part': ({ part }) => `it is damaged: its part ${part} cannot be unpacked; ${SAVE_ANEW}`,
    'damaged-pages': () => `it is damaged: no page can be read; ${SAVE_ANEW}`,
    'damaged-text': () => `it is damaged: its text is no text; ${SAVE_ANEW}`,
    'reader-ended': () =>
      `its reader ended without an answer; it is tried again at the next start; else ${SAVE_ANEW}`,
    'reader-unwatched': ({ says }) =>
      `its reader could not do its work (${says}); it is tried again at the next start`,
    'not-understood': ({ says }) => `it cannot be understood (${says})`,
    'not-as-named': ({ claimed }) =>
      `it is not ${FORMAT_NAMES[claimed]}, as its name says, or it is damaged; see whether it opens, and save it anew`,
    'foreign-format': ({ format, ending }) => {
      const { name, saveAs } = FOREIGN_FORMATS[format];
      return `it is ${name}${ending ? ` (${ending})` : ''}, which is not read; save it as ${saveAs}`;
    },
    archive: () => 'it is an archive and no Word, Excel or PowerPoint file; unpack it and add its files',
    'unknown-container': () =>
      'it is a container without a Word document in it, or damaged; save it as .docx or as a PDF',
    'unknown-ending': ({ readable }) =>
      `this kind of file is not read (only ${readable.join(', ')}); save it as one of these`,
    'linked-folder': () => 'links to folders are not followed; put the folder itself there',
    'linked-file': ({ to }) =>
      ({
        outside:
          'it is a link to a file outside the reports folder, which is not followed; put the file itself there',
        'other-collection':
          'it is a link to a file of another folder, which others may read, and is not followed; put a copy of the file there',
        hidden: 'it is a link to a hidden file, which is not followed; put the file itself there',
      })[to],
    'no-ordinary-file': () => 'it is no ordinary file',
    'undecodable-name': () => 'its name is not written in UTF-8; rename it',
    unopened: ({ code }) =>
      `it cannot be opened (${code})${NO_PERMISSION.test(code) ? '; give the bot the right to read it' : ''}`,
  },
  warnings: {
    copy: ({ of }) => `the same text as ${of}, served once`,
    misnamed: ({ claimed, actual }) =>
      `its name says ${FORMAT_NAMES[claimed]}, but it is ${FORMAT_NAMES[actual]} and was read as that`,
    notes: ({ count }) => `left out: ${count === undefined ? '' : `${count} `}footnotes or endnotes`,
    pictures: ({ count }) => `left out: ${count} ${count === 1 ? 'picture' : 'pictures'}`,
    'made-numbers': ({ count }) =>
      `left out: ${count} automatic ${count === 1 ? 'number' : 'numbers'} of a kind that is not known here; type ${count === 1 ? 'it' : 'them'} where ${count === 1 ? 'it matters' : 'they matter'}`,
    formulas: ({ count }) => `left out: ${count} ${count === 1 ? 'formula' : 'formulas'}`,
    symbols: ({ count }) =>
      `left out: ${count} ${count === 1 ? 'symbol that only its font explains' : 'symbols that only their font explains'}`,
    'hidden-text': ({ count }) => `left out: ${count} ${count === 1 ? 'piece' : 'pieces'} of hidden text`,
    'hidden-parts': ({ counts }) =>
      `left out because hidden: ${counts.map(({ what, count }) => `${count} × ${HIDDEN_PARTS[what]}`).join(', ')}`,
    'uncounted-formulas': ({ count }) =>
      `left out: ${count} ${count === 1 ? 'formula' : 'formulas'} without a stored result; open the file, let it calculate and save it`,
    'speaker-notes': ({ count }) => `left out: the notes of ${count} ${count === 1 ? 'slide' : 'slides'}`,
    'whole-documents': ({ count }) =>
      `left out: ${count} ${count === 1 ? 'document' : 'documents'} set in whole; add ${count === 1 ? 'it as a file of its own' : 'them as files of their own'}`,
    'page-parts': ({ counts }) =>
      `left out of the page: ${counts.map(({ what, count }) => `${count} × ${PAGE_PARTS[what]}`).join(', ')}`,
    pages: ({ trouble, pages }) => {
      const sentence = {
        damaged: `cannot be read; ${SAVE_ANEW}`,
        pictures: `holds pictures and no text (a scan?); ${OCR_HERE}`,
        unrecognised: 'holds pictures, in which no text was recognised',
        recognised: 'is a picture, and its text is recognised: it may differ from the paper',
        'nameless-signs': `shows signs without saying which characters they are (a font without a character map); ${OCR}`,
        'turned-text': 'has turned text (a watermark?), which is left out',
        'line-numbers': 'counts its lines; these numbers are left out',
      };
      return onPages(pages, sentence[trouble]);
    },
    'no-report': () => 'no report found in it',
    'title-only': ({ title }) => `${markedTitle(title)} has a title but no text`,
    untitled: ({ title }) =>
      `${markedTitle(title)} has no title line; this name is made from what the text says`,
    'left-out': ({ counts }) =>
      `left out ${counts.map(({ what, count }) => `${count} × ${NOISE[what]}`).join(', ')}`,
  },
});
