// Detects a file's format from its content; the name decides only between kinds of text.
import type { ForeignFormat, ReadFailure, Warning } from '../warning.ts';
import { decode } from './decode.ts';
import { type FormatName, formatOf, readerFor } from './index.ts';
import { streamNames } from './ole.ts';
import { isPicture } from './recognition/picture-size.ts';
import { entryText, zipEntries } from './zip.ts';

/** The format, with a warning where the name claims another one, or why the file is not read. */
type Recognised = { ok: true; format: FormatName; warning?: Warning } | { ok: false; reason: ReadFailure };

/** Looks at the first bytes and, in containers, at the parts. */
export function recognise(name: string, bytes: Uint8Array): Recognised {
  if (bytes.length === 0) return { ok: false, reason: { kind: 'empty' } };
  const content = byContent(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  if (typeof content === 'object') return { ok: false, reason: content };
  const claimed = readerFor(name);
  return content === undefined ? anyText(claimed?.name, bytes) : withWarning(content, claimed?.name);
}

/** Bytes without a signature: the kind of text that the name claims, or plain text under a wrong name. */
function anyText(claimed: FormatName | undefined, bytes: Uint8Array): Recognised {
  if (claimed === undefined || formatOf(claimed).simple || claimed === 'html')
    return { ok: true, format: claimed ?? 'text' };
  // the rest of a PDF without its beginning may look like text
  if (claimed === 'pdf' || !decode(bytes).ok) return { ok: false, reason: { kind: 'not-as-named', claimed } };
  return withWarning('text', claimed);
}

function withWarning(format: FormatName, claimed: FormatName | undefined): Recognised {
  if (!claimed || claimed === format) return { ok: true, format };
  return { ok: true, format, warning: { kind: 'misnamed', claimed, actual: format } };
}

/** A PDF may have this many bytes before its signature (ISO 32000-1, annex H.3.4.1). */
const PDF_HEADER_WITHIN = 1024;
/** A web page shows that it is one within this many bytes. */
const HTML_START_WITHIN = 1024;
/** A container with entries, and an empty one. */
const ZIP_SIGNATURES = ['504b0304', '504b0506'];
const OLE_SIGNATURE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** One lazy match covers all comments: a loop over single comments would backtrack through every division. */
const HTML_START =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+html|html|head|body|meta|title)\b/i;

/** The format that the bytes show, an obstacle, or undefined where they may be any text. */
function byContent(bytes: Buffer): FormatName | ReadFailure | undefined {
  if (bytes.subarray(0, PDF_HEADER_WITHIN).includes('%PDF-')) return 'pdf';
  if (bytes.subarray(0, OLE_SIGNATURE.length).equals(OLE_SIGNATURE)) return oleFormat(bytes);
  const signature = bytes.toString('hex', 0, 4);
  if (ZIP_SIGNATURES.includes(signature)) return zipFormat(bytes);
  if (isPicture(bytes)) return 'picture';
  if (OLD_WORD_SIGNATURES.includes(signature)) return TOO_OLD;
  const start = bytes
    .toString('latin1', 0, HTML_START_WITHIN)
    .replaceAll('\0', '') // UTF-16
    .replace(/^(?:ï»¿|ÿþ|þÿ)/, '');
  if (start.startsWith('{\\rtf')) return 'rtf';
  if (/^MIME-Version:/i.test(start)) return foreign('web-archive', '.mht');
  return HTML_START.test(start) ? 'html' : undefined;
}

const foreign = (format: ForeignFormat, ending?: string): ReadFailure => ({
  kind: 'foreign-format',
  format,
  ...(ending ? { ending } : {}),
});

const PROTECTED: ReadFailure = { kind: 'password' };
const TOO_OLD: ReadFailure = { kind: 'too-old' };
/** Word for DOS, Word 1 and Word 2 for Windows, which have no container. */
const OLD_WORD_SIGNATURES = ['31be0000', '9ba52100', 'dba52d00'];

/** Streams in the directory of an OLE container, and the format that they show. */
const OLE_STREAMS: [string, FormatName | ReadFailure][] = [
  ['EncryptedPackage', PROTECTED],
  ['WordDocument', 'doc'],
  ['Workbook', foreign('spreadsheet', '.xls')],
  ['PowerPoint Document', foreign('presentation', '.ppt')],
];

function oleFormat(bytes: Buffer): FormatName | ReadFailure {
  const names = new Set([...streamNames(bytes)].map(({ name }) => name.toLowerCase()));
  const found = OLE_STREAMS.find(
    ([stream]) => names.has(stream.toLowerCase()) || bytes.includes(Buffer.from(stream, 'utf16le')),
  );
  if (!found) return { kind: 'unknown-container' };
  return found[1] === 'doc' ? (reasonAgainstWord(bytes) ?? 'doc') : found[1];
}

const OLE_SECTOR = 512;
/** The Word document's stream begins with one of these, and has its version and its flags here ([MS-DOC] 2.5.2 FibBase). */
const FIB_IDENTIFIER = 0xa5ec;
const OLD_FIB_IDENTIFIER = 0xa5dc;
const FIB_VERSION_AT = 2;
const FIB_FLAGS_AT = 10;
const FIB_ENCRYPTED = 0x0100;
/** Versions of Word 6 and 95; that of Word 97 is 193. */
const OLD_FIB_VERSIONS = { first: 100, last: 105 };

function reasonAgainstWord(bytes: Buffer): ReadFailure | undefined {
  for (let at = OLE_SECTOR; at + OLE_SECTOR <= bytes.length; at += OLE_SECTOR) {
    const identifier = bytes.readUInt16LE(at);
    const version = bytes.readUInt16LE(at + FIB_VERSION_AT);
    const isOld = version >= OLD_FIB_VERSIONS.first && version <= OLD_FIB_VERSIONS.last;
    if (isOld && (identifier === FIB_IDENTIFIER || identifier === OLD_FIB_IDENTIFIER)) return TOO_OLD;
    if (identifier === FIB_IDENTIFIER)
      return (bytes.readUInt16LE(at + FIB_FLAGS_AT) & FIB_ENCRYPTED) !== 0 ? PROTECTED : undefined;
  }
  return undefined;
}

/** Parts of a ZIP container (names in lower case), and the format that they show. */
const ZIP_PARTS: [string, FormatName | ReadFailure][] = [
  ['word/document.xml', 'docx'],
  ['xl/workbook.xml', 'xlsx'],
  ['xl/workbook.bin', foreign('spreadsheet', '.xlsb')],
  ['ppt/presentation.xml', 'pptx'],
  ['[content_types].xml', 'docx'], // a Word document may keep its text elsewhere
];

/** Formats by what their file says of its type. */
const OPEN_DOCUMENTS: [type: string, format: FormatName | ReadFailure][] = [
  ['opendocument.text', 'odt'],
  ['opendocument.spreadsheet', foreign('spreadsheet', '.ods')],
  ['opendocument.presentation', foreign('presentation', '.odp')],
];

/** The part that says which one it is. */
const TYPE = 'mimetype';
/** No type has a longer name. */
const MAX_TYPE_BYTES = 200;

function openDocumentFormat(bytes: Buffer, size: number): FormatName | ReadFailure {
  const stated = size <= MAX_TYPE_BYTES ? (entryText(bytes, TYPE) ?? '') : '';
  return OPEN_DOCUMENTS.find(([type]) => stated.includes(type))?.[1] ?? foreign('open-document');
}

function zipFormat(bytes: Buffer): FormatName | ReadFailure {
  const entries = zipEntries(bytes);
  if (!entries) return { kind: 'damaged-directory' };
  const type = entries.find(({ name }) => name === TYPE);
  if (type) return openDocumentFormat(bytes, type.size);
  const names = new Set(entries.map((entry) => entry.name.toLowerCase()));
  return ZIP_PARTS.find(([part]) => names.has(part))?.[1] ?? { kind: 'archive' };
}
