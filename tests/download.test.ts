// Fetching a file: no more than is wanted, and no address in what goes wrong.
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { download } from '../adapters/download.ts';

const SECRET = 'a-secret-token';

let server: http.Server;
let origin: string;
beforeAll(async () => {
  server = http.createServer((request, response) => {
    if (request.url?.endsWith('/gone')) response.writeHead(404).end('not there');
    else if (request.url?.endsWith('/broken'))
      response.writeHead(200, { 'Content-Length': 10 }).write('half', () => response.destroy());
    else response.end('x'.repeat(1000));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${SECRET}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

describe('a download', () => {
  it('gives all bytes of a file that is small enough', async () => {
    expect((await download(`${origin}/file`, 1000)).length).toBe(1000);
  });

  it.each([
    ['larger than wanted', () => `${origin}/file`, 'a file is larger than 999 bytes'],
    ['not there', () => `${origin}/gone`, 'a file was not given: status 404'],
    ['broken off', () => `${origin}/broken`, /^a file broke off after \d bytes: /],
    ['out of reach', () => `http://127.0.0.1:1/${SECRET}`, /^a file could not be asked for: /],
    ['nowhere', () => `nowhere:${SECRET}`, /^a file could not be asked for: /],
  ])('of a file that is %s fails, and does not say where it is', async (_, address, expected) => {
    const error: unknown = await download(address(), 999).catch((reason: unknown) => reason);
    const { message, stack, cause } = error as Error;
    expect(message).toMatch(expected);
    expect(`${message}${stack}${String(cause)}`).not.toContain(SECRET);
  });
});
