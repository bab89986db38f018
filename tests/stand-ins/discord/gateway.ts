// The gateway: connections that identify or resume, and sessions that keep what was dispatched so that it can be replayed.
// Speaks JSON without compression, API version 10. https://discord.com/developers/docs/events/gateway
import type { IncomingMessage, Server } from 'node:http';
import { GatewayCloseCodes as Close, GatewayIntentBits, GatewayOpcodes as Opcode } from 'discord.js';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Json } from './shapes.ts';
import type { Waits } from './waits.ts';
import type { Guild } from './world.ts';

export interface GatewayOptions {
  token: string;
  heartbeatMs: number;
  /** Intents that the application was not granted. */
  disallowedIntents: number;
  shardingRequired: boolean;
  /** What a new session gets first: READY, then one event for each guild. */
  greet(session: Session): Occasion[];
}

/** How the gateway treats connections; as Discord does where nothing is said. */
export interface Mood {
  /** Refuses to speak WebSocket, with this status. */
  refuses?: number;
  /** Accepts connections and says nothing. */
  silent?: true;
  /** Closes each connection with this code: at once, or when a session has begun. */
  closes?: { code: number; when: 'at once' | 'begun' };
  /** Sends no acknowledgements of heartbeats. */
  deaf?: true;
}

/** An event, and which sessions get it. */
export interface Occasion {
  type: string;
  /** The guild of the event; events without one go to the first shard. */
  guild?: Guild | undefined;
  /** At least one of these intents is needed; none where it is 0. */
  intents: number;
  data(intents: number): Json;
}

export interface Session {
  id: string;
  intents: number;
  /** Which shard of how many. */
  shard: [number, number];
  sequence: number;
  dispatched: { op: number; t: string; s: number; d: Json }[];
  socket?: WebSocket | undefined;
}

interface Payload {
  op: number;
  d?: Json & {
    token?: string;
    session_id?: string;
    seq?: number;
    intents?: number;
    shard?: [number, number];
  };
}

const VERSION = '10';
/** Clients that leave with these end their session. */
const FINAL_CLOSES = new Set([1000, 1001]);
const ALL_INTENTS = Object.values(GatewayIntentBits).reduce<number>(
  (all, intent) => (typeof intent === 'number' ? all | intent : all),
  0,
);
const SHARD_SHIFT = 22n;

export class Gateway {
  /** Every IDENTIFY that was granted, in order. */
  readonly identified: { intents: number; shard: [number, number] }[] = [];
  /** Every RESUME that was granted, with how many events were replayed. */
  readonly resumed: { replayed: number }[] = [];
  readonly sessions = new Map<string, Session>();
  heartbeats = 0;
  /** Connections that were opened, whatever their end. */
  connections = 0;
  mood: Mood = {};
  url = '';
  readonly #options: GatewayOptions;
  readonly #waits: Waits;
  readonly #server = new WebSocketServer({ noServer: true });
  #sessionCount = 0;

  constructor(options: GatewayOptions, waits: Waits) {
    this.#options = options;
    this.#waits = waits;
    this.#server.on('connection', (socket, request) => this.#connected(socket, request));
  }

  attach(server: Server, url: string): void {
    this.url = url;
    server.on('upgrade', (request, socket, head) => {
      this.connections += 1;
      this.#waits.changed('gateway');
      const { refuses } = this.mood;
      if (refuses !== undefined) socket.end(`HTTP/1.1 ${refuses} No\r\nConnection: close\r\n\r\n`);
      else
        this.#server.handleUpgrade(request, socket, head, (client) =>
          this.#server.emit('connection', client, request),
        );
    });
  }

  /** Dispatches to every session that may get it; disconnected ones get it when they resume. */
  dispatch(occasion: Occasion): void {
    for (const session of this.sessions.values()) {
      const allowed = occasion.intents === 0 || (session.intents & occasion.intents) !== 0;
      if (allowed && this.#concerns(session, occasion.guild))
        this.#tell(session, occasion.type, occasion.data(session.intents));
    }
  }

  /** Cuts the connection, as a bad network does. */
  drop(): void {
    for (const { socket } of this.sessions.values()) socket?.terminate();
  }

  /** Sends every session something as it is, be it what Discord would never send. */
  sendRaw(text: string): void {
    for (const { socket } of this.sessions.values())
      if (socket?.readyState === socket?.OPEN) socket?.send(text);
  }

  /** Asks the client to reconnect and resume. */
  requestReconnect(): void {
    for (const { socket } of this.sessions.values())
      if (socket) send(socket, { op: Opcode.Reconnect, d: null });
  }

  /** Says that the session is not good; unless it is resumable it is forgotten. */
  invalidate(resumable: boolean): void {
    for (const session of [...this.sessions.values()]) {
      if (!resumable) this.sessions.delete(session.id);
      if (session.socket) send(session.socket, { op: Opcode.InvalidSession, d: resumable });
    }
  }

  async close(): Promise<void> {
    for (const client of this.#server.clients) client.terminate();
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
  }

  #concerns({ shard: [id, count] }: Session, guild?: Guild): boolean {
    return guild ? Number((BigInt(guild.id) >> SHARD_SHIFT) % BigInt(count)) === id : id === 0;
  }

  #tell(session: Session, type: string, data: Json): void {
    session.sequence += 1;
    const event = { op: Opcode.Dispatch, t: type, s: session.sequence, d: data };
    session.dispatched.push(event);
    if (session.socket) send(session.socket, event);
  }

  #connected(socket: WebSocket, request: IncomingMessage): void {
    const query = new URL(request.url ?? '/', this.url).searchParams;
    if (query.get('v') !== VERSION || query.get('encoding') !== 'json') {
      socket.close(Close.InvalidAPIVersion, 'Invalid API version');
      return;
    }
    const { silent, closes } = this.mood;
    if (closes?.when === 'at once') {
      socket.close(closes.code);
      return;
    }
    let session: Session | undefined;
    socket.on('error', () => {}); // the close that follows says enough
    socket.on('message', (data) => {
      session = this.#received(socket, session, String(data));
    });
    socket.on('close', (code) => {
      if (session?.socket !== socket) return;
      session.socket = undefined;
      if (FINAL_CLOSES.has(code)) this.sessions.delete(session.id);
      this.#waits.changed('gateway');
    });
    if (silent) return;
    send(socket, { op: Opcode.Hello, d: { heartbeat_interval: this.#options.heartbeatMs } });
  }

  /** Handles one payload of a client; returns the session that its connection has from then on. */
  #received(socket: WebSocket, session: Session | undefined, text: string): Session | undefined {
    const payload = parse(text);
    if (!payload) {
      socket.close(Close.DecodeError, 'Error while decoding payload.');
      return session;
    }
    const known = session && this.sessions.has(session.id) ? session : undefined;
    switch (payload.op) {
      case Opcode.Heartbeat:
        this.heartbeats += 1;
        if (!this.mood.deaf) send(socket, { op: Opcode.HeartbeatAck });
        return known;
      case Opcode.Identify:
        if (known) socket.close(Close.AlreadyAuthenticated, 'Already authenticated.');
        return known ?? this.#identify(socket, payload);
      case Opcode.Resume:
        return this.#resume(socket, payload);
      case Opcode.PresenceUpdate:
      case Opcode.VoiceStateUpdate:
      case Opcode.RequestGuildMembers:
        if (!known) socket.close(Close.NotAuthenticated, 'Not authenticated.');
        return known;
      default:
        socket.close(Close.UnknownOpcode, 'Unknown opcode.');
        return known;
    }
  }

  #identify(socket: WebSocket, { d }: Payload): Session | undefined {
    const { token, intents = 0, shard = [0, 1] } = d ?? {};
    const refused = this.#reasonToClose(token, intents, shard);
    if (refused) {
      socket.close(...refused);
      return undefined;
    }
    this.#sessionCount += 1;
    const id = `session-${this.#sessionCount}`;
    const session: Session = { id, intents, shard, sequence: 0, dispatched: [], socket };
    this.sessions.set(id, session);
    for (const { type, guild, intents: needed, data } of this.#options.greet(session))
      if (needed === 0 || ((intents & needed) !== 0 && this.#concerns(session, guild)))
        this.#tell(session, type, data(intents));
    this.identified.push({ intents, shard });
    this.#closeIfSo(socket);
    this.#waits.changed('gateway');
    return session;
  }

  #closeIfSo(socket: WebSocket): void {
    if (this.mood.closes?.when === 'begun') socket.close(this.mood.closes.code);
  }

  #reasonToClose(token: unknown, intents: number, shard: [number, number]): [number, string] | undefined {
    if (token !== this.#options.token) return [Close.AuthenticationFailed, 'Authentication failed.'];
    if ((intents & ~ALL_INTENTS) !== 0) return [Close.InvalidIntents, 'Invalid intent(s).'];
    if ((intents & this.#options.disallowedIntents) !== 0)
      return [Close.DisallowedIntents, 'Disallowed intent(s).'];
    if (this.#options.shardingRequired && shard[1] < 2) return [Close.ShardingRequired, 'Sharding required.'];
    return undefined;
  }

  #resume(socket: WebSocket, { d }: Payload): Session | undefined {
    const session = this.sessions.get(d?.session_id ?? '');
    if (d?.token !== this.#options.token) socket.close(Close.AuthenticationFailed, 'Authentication failed.');
    else if (!session) send(socket, { op: Opcode.InvalidSession, d: false });
    else if ((d.seq ?? 0) > session.sequence) socket.close(Close.InvalidSeq, 'Invalid seq.');
    else {
      session.socket = socket;
      const missed = session.dispatched.filter(({ s }) => s > (d.seq ?? 0));
      for (const event of missed) send(socket, event);
      this.#tell(session, 'RESUMED', {});
      this.resumed.push({ replayed: missed.length });
      this.#closeIfSo(socket);
      this.#waits.changed('gateway');
      return session;
    }
    return undefined;
  }
}

function send(socket: WebSocket, payload: object): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(payload));
}

function parse(text: string): Payload | undefined {
  try {
    const payload: unknown = JSON.parse(text);
    return typeof payload === 'object' && payload !== null && 'op' in payload
      ? (payload as Payload)
      : undefined;
  } catch {
    return undefined; // the caller closes the connection for it
  }
}
