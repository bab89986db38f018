// Fetches a file that a platform keeps for us. Its address may be a secret, so it stands in no error.

/** A file of 50 MB takes so long on a slow line. */
const PATIENCE_MS = 60_000;

/**
 * The bytes of a file.
 * @param most bytes that are taken at most; more is an error, whatever the platform stated
 * @throws where the platform does not give them, with a sentence that names no address
 */
export async function download(address: string, most: number): Promise<Uint8Array> {
  const response = await answered(address);
  if (!response.ok || !response.body) throw new Error(`a file was not given: status ${response.status}`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body) {
      size += chunk.length;
      if (size > most) throw new Error(`a file is larger than ${most} bytes`);
      chunks.push(chunk);
    }
  } catch (error) {
    throw size > most ? error : new Error(`a file broke off after ${size} bytes: ${reasonOf(error)}`);
  }
  return Buffer.concat(chunks);
}

async function answered(address: string): Promise<Response> {
  try {
    return await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch (error) {
    throw new Error(`a file could not be asked for: ${reasonOf(error)}`);
  }
}

/** The kind of an error; its words may name the address. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.name;
}
