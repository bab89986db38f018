// What stands between the workers and the stand-ins: passes every request on, notes each message that a worker sends and what became of
// it, holds some back for a moment, and strikes where a worker is to be killed with a request under way.
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Dice } from './dice.ts';

/** A message that a worker has asked to be sent. */
export interface Sending {
  worker: string;
  /** The key of the place that it goes to. */
  place: string;
  /** When the whole request had left the worker; `performance.now()`. */
  arrivedAt: number;
  /** When the platform had taken it, and the key of the message. */
  accepted?: { at: number; message: string };
  /** It is held where the network may lose it; what is lost never reaches the platform. */
  lost?: true;
}

/** Kills a worker with the request under way that is its n-th. */
export interface Ambush {
  /** Before the platform has it, or between its acceptance and the answer. */
  when: 'arrived' | 'accepted';
  times: number;
  strike(): void;
}

/** Of the requests so many are held before they are passed on, and so many before they are answered; milliseconds at most. */
const HELD = 0.3;
const HOLD_MS = 12;
/** Of the requests whose worker is dead before they are passed on, so many get lost. */
const LOST = 0.5;
/** What a dead worker's sockets still hold comes in meanwhile. */
const SETTLING_MS = 5;
const DISCORD_MESSAGE = /^\/api\/v10\/channels\/(\d+)\/messages$/;
const TELEGRAM_MESSAGE = /\/sendMessage$/;
/** Headers that belong to one connection. */
const OF_CONNECTION = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'host']);

/** What an upstream has answered. */
interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
}

export class Gate {
  /** Every message that was asked for, in order. */
  readonly sendings: Sending[] = [];
  /** Messages that a platform would not take: there should be none. */
  readonly refusals: string[] = [];
  private readonly upstream: Record<string, string>;
  private readonly dice: Dice;
  private readonly ambushes = new Map<string, Ambush>();
  private readonly dead = new Set<string>();
  private readonly passing = new Set<Promise<void>>();
  private readonly agent = new http.Agent({ keepAlive: true });
  private readonly server = http.createServer((request, response) => {
    const passed = this.pass(request, response)
      .catch(() => void response.destroy()) // whoever asked is gone
      .finally(() => this.passing.delete(passed));
    this.passing.add(passed);
  });

  /** @param upstream origins of the stand-ins by name */
  constructor(upstream: Record<string, string>, dice: Dice) {
    this.upstream = upstream;
    this.dice = dice;
    this.server.keepAliveTimeout = 0; // a connection that is closed for being idle may meet a request on its way
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  /** The address at which a worker finds a stand-in. */
  address(worker: string, name: string): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/${worker}/${name}`;
  }

  lie(worker: string, ambush: Ambush): void {
    this.ambushes.set(worker, ambush);
  }

  /** A worker is dead: what it has under way may get lost. Resolves when nothing is under way any more. */
  async bury(worker: string): Promise<void> {
    this.dead.add(worker);
    this.ambushes.delete(worker);
    await pause(SETTLING_MS);
    while (this.sendings.some((each) => each.worker === worker && isOpen(each))) await pause(1);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
    await Promise.all(this.passing);
    this.agent.destroy();
  }

  private async pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, worker, name, path] = /^\/([^/]+)\/([^/]+)(\/.*)$/.exec(request.url ?? '') ?? [];
    const body = await bytesOf(request);
    const place = request.method === 'POST' ? placeOf(path, body) : undefined;
    const sending: Sending | undefined =
      place === undefined ? undefined : { worker, place, arrivedAt: performance.now() };
    if (sending) this.sendings.push(sending);
    const ambush = sending && this.ambushFor(worker);
    if (ambush?.when === 'arrived') this.strike(worker, ambush);
    await this.hold();
    if (sending && this.dead.has(worker) && this.dice.hits(LOST)) {
      sending.lost = true;
      return void response.destroy();
    }
    const answer = await this.ask(`${this.upstream[name]}${path}`, request, body);
    if (sending) this.note(sending, answer);
    if (ambush?.when === 'accepted') return this.strike(worker, ambush);
    await this.hold();
    const { status, headers } = answer;
    response
      .writeHead(status, { ...passable(headers), 'Content-Length': answer.body.length })
      .end(answer.body);
  }

  private note(sending: Sending, { status, body }: Answer): void {
    if (status === 200) {
      sending.accepted = { at: performance.now(), message: messageIn(body) };
      return;
    }
    sending.lost = true;
    this.refusals.push(`${sending.place}: ${body}`);
  }

  private ambushFor(worker: string): Ambush | undefined {
    const ambush = this.ambushes.get(worker);
    if (!ambush) return undefined;
    ambush.times -= 1;
    return ambush.times === 0 ? ambush : undefined;
  }

  private strike(worker: string, { strike }: Ambush): void {
    this.dead.add(worker);
    strike();
  }

  private async hold(): Promise<void> {
    if (this.dice.hits(HELD)) await pause(this.dice.number() * HOLD_MS);
  }

  private ask(url: string, { method, headers }: IncomingMessage, body: Buffer): Promise<Answer> {
    const length = { 'Content-Length': body.length };
    return new Promise((resolve, reject) => {
      const options = { method, headers: { ...passable(headers), ...length }, agent: this.agent };
      const request = http.request(url, options, (response) => {
        bytesOf(response).then(
          (bytes) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: bytes }),
          reject,
        );
      });
      request.once('error', reject).end(body);
    });
  }
}

/** Neither taken nor lost yet. */
const isOpen = ({ accepted, lost }: Sending): boolean => !accepted && !lost;

const passable = (headers: http.IncomingHttpHeaders): http.IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_CONNECTION.has(name)));

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The key of the place that a request sends a message to; undefined where it sends none. */
function placeOf(path: string, body: Buffer): string | undefined {
  const [, channel] = DISCORD_MESSAGE.exec(path) ?? [];
  if (channel !== undefined) return `discord:channel:${channel}`;
  if (!TELEGRAM_MESSAGE.test(path)) return undefined;
  const { chat_id: chat, message_thread_id: thread } = JSON.parse(body.toString());
  return `telegram:chat:${chat}${thread === undefined ? '' : `:topic:${thread}`}`;
}

/** The key of the message that a platform has made. */
function messageIn(body: Buffer): string {
  const { id, result } = JSON.parse(body.toString());
  return id ? `discord:message:${id}` : `telegram:message:${result.chat.id}:${result.message_id}`;
}
