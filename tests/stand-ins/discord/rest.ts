// The HTTP server: routes a request, records it, checks its body, responds.
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { type Answer, answerOf, type Fault, Faults } from './faults.ts';
import type { RateLimits } from './rate-limits.ts';
import { invalidJson, notFound, Refusal, refusalOf, unauthorized } from './refusal.ts';
import type { Asking, Route } from './route.ts';
import { ACCOUNT_ROUTES } from './routes/account.ts';
import { CHANNEL_ROUTES } from './routes/channels.ts';
import { INTERACTION_ROUTES } from './routes/interactions.ts';
import { type Finding, Inspection } from './rules/inspection.ts';
import { inspectSchema, prepareSchema } from './schema.ts';
import type { State } from './state.ts';

export interface Recorded {
  method: string;
  /** Without `/api/v10` and without the query. */
  path: string;
  query: string;
  body: unknown;
  /** Milliseconds since 1970. */
  at: number;
  /** What was answered; undefined before that, and where the connection was cut. */
  status?: number | undefined;
}

const BASE = '/api/v10';
const ROUTES = [...ACCOUNT_ROUTES, ...CHANNEL_ROUTES, ...INTERACTION_ROUTES].map((route) => ({
  route,
  pattern: new RegExp(`^${route.path.replaceAll(/\{\w+\}/g, '([^/]+)')}$`),
}));

export class Rest {
  readonly requests: Recorded[] = [];
  readonly violations: string[] = [];
  readonly faults = new Faults();
  readonly server = http.createServer((request, response) => {
    void this.#serve(request, response);
  });
  readonly #state: State;
  readonly #rateLimits?: RateLimits | undefined;

  constructor(state: State, rateLimits?: RateLimits) {
    this.#state = state;
    this.#rateLimits = rateLimits;
    for (const { route } of ROUTES) prepareSchema(route.method, route.path);
  }

  /** Starts to listen on a free port of this machine; returns host and port. */
  listen(): Promise<string> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject).listen(0, '127.0.0.1', () => {
        const address = this.server.address();
        resolve(`127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
      });
    });
  }

  close(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.server.close((error) => (error ? reject(error) : resolve()));
      this.server.closeAllConnections();
    });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET' } = request;
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const file = this.#state.files.atPath(url.pathname);
    if (file) return this.#serveFile(request, response, url.pathname, file);
    const path = url.pathname.startsWith(BASE) ? url.pathname.slice(BASE.length) : url.pathname;
    const text = await textOf(request);
    if (text === undefined) return; // the client has gone
    const recorded: Recorded = {
      method,
      path,
      query: url.search,
      body: parsed(text),
      at: this.#state.now(),
    };
    this.requests.push(recorded);
    const fault = this.faults.take(method, path);
    const answer = this.#answerWith(fault, () => this.#answer(recorded, request, url.searchParams));
    recorded.status = answer?.status;
    if (answer) reply(response, answer);
    else if (fault?.status === 'reset') request.socket.resetAndDestroy();
    else request.socket.destroy();
    this.#state.waits.changed('requests');
  }

  #serveFile(request: IncomingMessage, response: ServerResponse, path: string, file: Uint8Array): void {
    const fault = this.faults.take('GET', path);
    const answer = fault && answerOf(fault);
    if (answer) reply(response, answer);
    else if (fault) request.socket.destroy();
    else response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end(file);
  }

  #answerWith(fault: Fault | undefined, answer: () => Answer): Answer | undefined {
    if (!fault) return answer();
    if (fault.takesEffect) answer();
    return answerOf(fault);
  }

  #answer(recorded: Recorded, request: IncomingMessage, query: URLSearchParams): Answer {
    const found = this.#find(recorded);
    const limited =
      found?.route.authorised && this.#rateLimits
        ? this.#rateLimits.take(found.route.posts ? found.parameters[0] : undefined)
        : { headers: {} };
    if (limited.refused) return limited.refused;
    try {
      if (!found) throw notFound();
      const { route, parameters } = found;
      if (route.authorised && request.headers.authorization !== `Bot ${this.#state.token}`)
        throw unauthorized();
      const asking: Asking = { state: this.#state, parameters, query, body: recorded.body };
      this.#inspect(route, recorded, asking);
      const answer = route.run(asking);
      return { ...answer, headers: { ...answer.headers, ...limited.headers } };
    } catch (error) {
      if (!(error instanceof Refusal)) {
        this.#violate(recorded, `the stand-in itself failed: ${error}`);
        return { status: 500, body: { message: '500: Internal Server Error', code: 0 } };
      }
      return { status: error.status, body: error.body, headers: limited.headers };
    }
  }

  #find(recorded: Recorded): { route: Route; parameters: string[] } | undefined {
    for (const { route, pattern } of ROUTES) {
      const match = route.method === recorded.method && pattern.exec(recorded.path);
      if (match) return { route, parameters: match.slice(1).map(decodeURIComponent) };
    }
    this.#violate(recorded, 'the stand-in knows no such request');
    return undefined;
  }

  #inspect(route: Route, recorded: Recorded, asking: Asking): void {
    const { body } = recorded;
    const wantsBody = route.method !== 'GET' && route.method !== 'DELETE' && route.inspect;
    if (wantsBody && (typeof body !== 'object' || body === null)) {
      this.#violate(recorded, 'the body is no JSON');
      throw invalidJson();
    }
    const inspection = new Inspection();
    route.inspect?.(inspection, asking);
    const own = inspection.findings;
    const bySchema = body === undefined ? [] : inspectSchema(route.method, route.path, body);
    const further = bySchema.filter(({ path }) => !own.some((finding) => finding.path === path));
    const findings: Finding[] = [...own, ...further];
    for (const { path, message } of findings) this.#violate(recorded, path ? `${path}: ${message}` : message);
    const refusal = refusalOf(findings);
    if (refusal) throw refusal;
  }

  #violate({ method, path }: Recorded, sentence: string): void {
    this.violations.push(`${method} ${path}: ${sentence}`);
  }
}

/** The whole body; undefined where the client went away before its end. */
async function textOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk as Buffer);
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The body as JSON; the bare text where it is none, undefined where there is none. */
function parsed(text: string): unknown {
  if (!text) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function reply(response: ServerResponse, { status, body, headers }: Answer): void {
  if (body === undefined) response.writeHead(status, headers).end();
  else if (typeof body === 'string')
    response.writeHead(status, { 'Content-Type': 'text/html', ...headers }).end(body);
  else
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));
}
