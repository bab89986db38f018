// Downloads a file from a platform. Its address may be a secret: no error contains it.

/** Enough for 50 MB on a slow line. */
const TIMEOUT_MS = 60_000;

/**
 * @param maxBytes a longer file is an error, whatever size the platform stated
 * @throws with a sentence that names no address
 */
export async function download(address: string, maxBytes: number): Promise<Uint8Array> {
  const response = await request(address);
  if (!response.ok || !response.body) throw new Error(`a file was not given: status ${response.status}`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body) {
      size += chunk.length;
      if (size > maxBytes) throw new Error(`a file is larger than ${maxBytes} bytes`);
      chunks.push(chunk);
    }
  } catch (error) {
    throw size > maxBytes ? error : new Error(`a file broke off after ${size} bytes: ${reasonOf(error)}`);
  }
  return Buffer.concat(chunks);
}

async function request(address: string): Promise<Response> {
  try {
    return await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (error) {
    throw new Error(`a file could not be asked for: ${reasonOf(error)}`);
  }
}

/** The code or name of an error; its message may contain the address. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.name;
}
