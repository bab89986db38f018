// What a file is, by its content; its name decides only between kinds of text.
import { decode } from './decode.ts';
import { type FormatName, formatOf, readerFor } from './index.ts';
import { zipEntries } from './zip.ts';

/** The format of a file, with a warning where its name says something else, or one sentence why it is not read. */
export type Recognised = { ok: true; format: FormatName; warning?: string } | { ok: false; reason: string };

/** Looks at a file's first bytes and, in containers, at what they contain. */
export function recognise(name: string, bytes: Uint8Array): Recognised {
  if (bytes.length === 0) return { ok: false, reason: 'the file is empty' };
  const content = byContent(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  if (typeof content === 'object') return { ok: false, reason: content.reason };
  const claimed = readerFor(name);
  return content === undefined ? anyText(claimed?.name, bytes) : withWarning(content, claimed?.name);
}

/** Bytes without a signature: the text that the name says, or one that was given the wrong name. */
function anyText(claimed: FormatName | undefined, bytes: Uint8Array): Recognised {
  if (claimed === undefined || formatOf(claimed).simple || claimed === 'html')
    return { ok: true, format: claimed ?? 'text' };
  // the source of a PDF that lost its beginning may look like text and is none
  if (claimed === 'pdf' || !decode(bytes).ok)
    return { ok: false, reason: `it is not ${formatOf(claimed).title}, as its name says, or it is damaged` };
  return withWarning('text', claimed);
}

function withWarning(format: FormatName, claimed: FormatName | undefined): Recognised {
  if (!claimed || claimed === format) return { ok: true, format };
  const { title } = formatOf(format);
  const warning = `its name says ${formatOf(claimed).title}, but it is ${title} and was read as that`;
  return { ok: true, format, warning };
}

/** A PDF may have this many bytes before its signature (ISO 32000-1, annex H.3.4.1). */
const PDF_HEADER_WITHIN = 1024;
/** A web page shows what it is this early. */
const HTML_START_WITHIN = 1024;
/** A container with something in it, and an empty one. */
const ZIP_SIGNATURES = ['504b0304', '504b0506'];
const OLE_SIGNATURE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const HTML_START =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title)\b/i;

/** The format that the bytes show, a reason against them, or undefined where they may be any text. */
function byContent(bytes: Buffer): FormatName | { reason: string } | undefined {
  if (bytes.subarray(0, PDF_HEADER_WITHIN).includes('%PDF-')) return 'pdf';
  if (bytes.subarray(0, OLE_SIGNATURE.length).equals(OLE_SIGNATURE)) return oleFormat(bytes);
  if (ZIP_SIGNATURES.includes(bytes.toString('hex', 0, 4))) return zipFormat(bytes);
  const start = bytes
    .toString('latin1', 0, HTML_START_WITHIN)
    .replaceAll('\0', '') // UTF-16
    .replace(/^(?:ï»¿|ÿþ|þÿ)/, '');
  if (start.startsWith('{\\rtf'))
    return { reason: 'it is a rich text file (.rtf), which is not read; save it as .docx' };
  if (/^MIME-Version:/i.test(start))
    return { reason: 'it is a web archive (.mht), which is not read; save it as .docx' };
  return HTML_START.test(start) ? 'html' : undefined;
}

const PROTECTED = 'it is protected by a password';

/** Streams in an OLE container, by their names in its directory, and what they make of it. */
const OLE_STREAMS: [string, FormatName | { reason: string }][] = [
  ['EncryptedPackage', { reason: PROTECTED }],
  ['WordDocument', 'doc'],
  ['Workbook', { reason: 'it is a spreadsheet (.xls), which is not read' }],
  ['PowerPoint Document', { reason: 'it is a presentation (.ppt), which is not read' }],
];

function oleFormat(bytes: Buffer): FormatName | { reason: string } {
  const found = OLE_STREAMS.find(([stream]) => bytes.includes(Buffer.from(stream, 'utf16le')));
  if (!found) return { reason: 'it is a container without a Word document in it, or damaged' };
  return found[1] === 'doc' && isEncryptedWord(bytes) ? { reason: PROTECTED } : found[1];
}

const OLE_SECTOR = 512;
/** The Word document's stream begins with this and has its flags here ([MS-DOC] 2.5.2 FibBase). */
const FIB_IDENTIFIER = 0xa5ec;
const FIB_FLAGS_AT = 10;
const FIB_ENCRYPTED = 0x0100;

function isEncryptedWord(bytes: Buffer): boolean {
  for (let at = OLE_SECTOR; at + OLE_SECTOR <= bytes.length; at += OLE_SECTOR)
    if (bytes.readUInt16LE(at) === FIB_IDENTIFIER)
      return (bytes.readUInt16LE(at + FIB_FLAGS_AT) & FIB_ENCRYPTED) !== 0;
  return false;
}

/** Parts of a ZIP container that tell what it is. */
const ZIP_PARTS: [string, FormatName | { reason: string }][] = [
  ['word/document.xml', 'docx'],
  ['xl/workbook.xml', { reason: 'it is a spreadsheet (.xlsx), which is not read' }],
  ['ppt/presentation.xml', { reason: 'it is a presentation (.pptx), which is not read' }],
  ['mimetype', { reason: 'it is an OpenDocument or EPUB file, which is not read; save it as .docx' }],
  ['[Content_Types].xml', 'docx'], // a Word document may keep its text elsewhere
];

function zipFormat(bytes: Buffer): FormatName | { reason: string } {
  const entries = zipEntries(bytes);
  if (!entries) return { reason: 'it is a damaged Word document or archive: its directory cannot be read' };
  const names = new Set(entries.map((entry) => entry.name));
  return (
    ZIP_PARTS.find(([part]) => names.has(part))?.[1] ?? {
      reason: 'it is an archive without a Word document in it; unpack it and put its files here',
    }
  );
}
