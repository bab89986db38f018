// The encoding that a web page declares.

/** A page declares its encoding within this many bytes (HTML standard, 13.2.3.2). */
const ENCODING_WITHIN = 1024;

const CHARSET = /^.*charset\s*=\s*(?:["']\s*)?([\w-]+)/is;

/** The encoding in the first `meta` element that names one. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, ENCODING_WITHIN)).toString('latin1');
  for (const [tag] of start.matchAll(/<meta[^>]*/gi)) {
    const declared = CHARSET.exec(tag);
    if (declared) return declared[1];
  }
  return undefined;
}
