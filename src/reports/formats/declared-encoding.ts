// The encoding that a web page declares.

/**
 * The HTML standard (13.2.3.2) looks at 1024 bytes; many pages have scripts and styles before their
 * declaration, and browsers find it there.
 */
const ENCODING_WITHIN = 65_536;

const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
const XML = /^\s*<\?xml[^>]*?encoding\s*=\s*["']\s*([\w-]+)/i;
const CHARSET = /^.*charset\s*=\s*(?:["']\s*)?([\w-]+)/is;
/** Not true where the declaration itself can be read byte by byte; the standard takes it for UTF-8. */
const UTF_16 = /^(?:utf-?16(?:le|be)?|unicode|ucs-2)$/i;

/** The encoding in the first `meta` element that names one, or else in the XML declaration. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, ENCODING_WITHIN)).toString('latin1').replace(COMMENT, '');
  for (const [tag] of start.matchAll(/<meta[^>]*/gi)) {
    const declared = CHARSET.exec(tag);
    if (declared) return UTF_16.test(declared[1]) ? 'utf-8' : declared[1];
  }
  return XML.exec(start)?.[1];
}
