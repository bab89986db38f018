// The HTTP server: reads requests, serves files, responds or breaks the connection.
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { bodyOf, bytesOf } from './body.ts';
import { type Answer, answerOf, cutOf, type Fault } from './faults.ts';
import { notFound, unauthorized } from './refusal.ts';
import { canonical, type Recorded, type Requests } from './requests.ts';
import type { Body } from './shapes.ts';
import type { State } from './state.ts';

const METHOD = /^\/bot([^/]+)\/(\w+)$/;
const FILE = /^\/file\/bot([^/]+)\/(.+)$/;
/** By answering a delivery nothing can be asked for, and nothing about webhooks be done. */
const NOT_BY_WEBHOOK = /^(?:get|setWebhook$|deleteWebhook$|close$|logOut$)/i;

export class Server {
  readonly #http = http.createServer((request, response) => {
    void this.#serve(request, response);
  });
  readonly #state: State;
  readonly #requests: Requests;
  readonly #closing = new AbortController();

  constructor(state: State, requests: Requests) {
    this.#state = state;
    this.#requests = requests;
    // A connection that is closed for being idle may meet a request on its way: clients close theirs themselves.
    this.#http.keepAliveTimeout = 0;
    state.webhook.answersGoTo((bytes, type) => this.#takeWebhookReply(bytes, type));
  }

  /** Starts to listen on a free port of this machine; returns the address for the client's option `apiRoot`. */
  listen(): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#http.once('error', reject).listen(0, '127.0.0.1', () => {
        const address = this.#http.address();
        resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
      });
    });
  }

  close(): Promise<void> {
    this.#closing.abort();
    return new Promise((resolve, reject) => {
      this.#http.close((error) => (error ? reject(error) : resolve()));
      this.#http.closeAllConnections();
    });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const [, fileToken, file] = FILE.exec(url.pathname) ?? [];
    if (file !== undefined) return this.#serveFile(request, response, fileToken, file);
    const [, token, method] = METHOD.exec(url.pathname) ?? [];
    if (method === undefined) return reply(response, { status: 404, body: notFound().body });
    const recorded = await this.#read(request, url, canonical(method));
    if (!recorded) return;
    const authorised = token === this.#state.token;
    const fault =
      authorised && !('error' in recorded) ? this.#requests.faults.take(recorded.method) : undefined;
    const answer = await this.#answerTo(
      recorded,
      authorised,
      goneWith(response, this.#closing.signal),
      fault,
    );
    response.setHeader('Date', new Date(this.#state.now()).toUTCString()); // of one clock with the messages
    const cut = fault && cutOf(fault);
    this.#requests.finish(recorded, cut ? undefined : answer);
    if (cut === 'midway') half(response, answer);
    else if (cut === 'reset') request.socket.resetAndDestroy();
    else if (cut) request.socket.destroy();
    else reply(response, answer);
  }

  /** The request as it is recorded; undefined where the client went away before its end. */
  async #read(
    request: IncomingMessage,
    url: URL,
    method: string,
  ): Promise<(Recorded & Unreadable) | undefined> {
    try {
      const bytes = await bytesOf(request);
      if (!bytes) return undefined;
      const body = await bodyOf(bytes, request.headers['content-type'] ?? '', url.searchParams);
      return this.#requests.record(method, withoutMethod(body), 'request');
    } catch (error) {
      return Object.assign(this.#requests.record(method, {}, 'request'), { error });
    }
  }

  async #answerTo(
    recorded: Recorded & Unreadable,
    authorised: boolean,
    gone: AbortSignal,
    fault: Fault | undefined,
  ): Promise<Answer> {
    if (!authorised) return this.#requests.refused(recorded, unauthorized());
    if ('error' in recorded) return this.#requests.refused(recorded, recorded.error);
    return this.#requests.answer(recorded, gone, fault);
  }

  /** A method that the bot's server asks for in its answer to a delivery. */
  async #takeWebhookReply(bytes: Buffer, type: string): Promise<void> {
    const body = await bodyOf(bytes, type, new URLSearchParams()).catch((error: unknown) => ({ error }));
    if ('error' in body || typeof body.method !== 'string') return;
    const recorded = this.#requests.record(canonical(body.method), withoutMethod(body), 'webhook');
    if (NOT_BY_WEBHOOK.test(body.method)) {
      this.#requests.violate(recorded, 'is not carried out in answer to a delivery');
      return this.#requests.finish(recorded, undefined);
    }
    this.#requests.finish(recorded, await this.#requests.answer(recorded, this.#closing.signal));
  }

  /** Files lie beside the methods; a fault for one names the method `file`. */
  #serveFile(request: IncomingMessage, response: ServerResponse, token: string, path: string): void {
    const file = this.#state.files.atPath(path);
    const fault = file && token === this.#state.token ? this.#requests.faults.takeFile() : undefined;
    const cut = fault && cutOf(fault);
    if (token !== this.#state.token) reply(response, { status: 401, body: unauthorized().body });
    else if (!file) reply(response, { status: 404, body: notFound().body });
    else if (cut === 'reset') request.socket.resetAndDestroy();
    else if (cut === 'close') request.socket.destroy();
    else if (fault && !cut) reply(response, answerOf(fault));
    else give(response, file.content, cut === 'midway');
  }
}

/** A file, or the first half of it. */
function give(response: ServerResponse, content: Buffer, onlyHalf: boolean): void {
  response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Content-Length': content.length });
  if (!onlyHalf) response.end(content);
  else response.write(content.subarray(0, Math.floor(content.length / 2)), () => response.destroy());
}

interface Unreadable {
  /** Why it could not be read. */
  error?: unknown;
}

/** Some clients name the method once more among the parameters. */
function withoutMethod({ method: _, ...body }: Body): Body {
  return body;
}

/** Aborted when the client of a request goes away before it is answered. */
function goneWith(response: ServerResponse, closing: AbortSignal): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => controller.abort());
  return AbortSignal.any([controller.signal, closing]);
}

function textOf({ body }: Answer): { text: string; type: string } {
  if (typeof body === 'string') return { text: body, type: 'text/html' };
  return { text: JSON.stringify(body), type: 'application/json' };
}

function reply(response: ServerResponse, answer: Answer): void {
  const { text, type } = textOf(answer);
  const body = Buffer.from(text);
  response.writeHead(answer.status, { 'Content-Type': type, 'Content-Length': body.length }).end(body);
}

/** The beginning of an answer, then nothing more. */
function half(response: ServerResponse, answer: Answer): void {
  const { text, type } = textOf(answer);
  const body = Buffer.from(text);
  response.writeHead(answer.status, { 'Content-Type': type, 'Content-Length': body.length });
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
}
