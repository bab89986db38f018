// A day of deliveries on which the processes are killed again and again, and what came of it.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type DigestStore, nextDue, type OutboxEntry, type Shown } from '../../../src/digests/index.ts';
import { openSqliteStore } from '../../../src/store/index.ts';
import { openIndex } from '../../fixtures/read-reports.ts';
import { MINUTE_MS, report } from '../digest-fixture.ts';
import { FastClock } from './clock.ts';
import { Dice } from './dice.ts';
import { Gate, type Sending } from './gate.ts';
import { type Death, type Employment, STEPS } from './orders.ts';
import { DAY_END, DAY_MS, DAY_START, type Place, startWorld, type World } from './places.ts';
import { lookInto, type Waiting } from './state-file.ts';
import { WorkerProcess } from './worker-process.ts';

/** A worker that was killed, and what it left. */
export interface Kill {
  worker: string;
  /** What it was meant to be in the midst of. */
  aim: string;
  /** Another worker was at it at the same time. */
  inCompany: boolean;
  /** Of the state file afterwards. */
  integrity: string;
  /** The entries that it held. */
  held: Waiting[];
  /** `performance.now()`. */
  at: number;
}

/** How a place ended the day. */
export interface PlaceRecord extends Pick<Place, 'place' | 'dueAt'> {
  /** Keys of the messages that stand there, oldest first. */
  messages: string[];
  entries: OutboxEntry[];
  shown: Shown;
}

export interface DayRecord {
  kills: Kill[];
  places: PlaceRecord[];
  sendings: Sending[];
  /** What workers warned of, what platforms refused or objected to, how the last worker ended. */
  troubles: string[];
  /** Of the wall. */
  tookMs: number;
}

/** On each platform. */
const PLACES_PER_KILL = 4;
/** With fewer kills the day is shorter: on average so long is between them. */
const BETWEEN_KILLS_MS = 7 * MINUTE_MS;
/** Workers that are loaded ahead of their time. */
const STANDBY = 2;
/** Of what a worker does, it dies with one among so many first; later where more has piled up, or it is never sent. */
const MOST_STEPS = 8;
/** One start in four has two workers. */
const COMPANY = 0.25;
/** The longest time on the wall that a worker has; most are killed much earlier, while there is something to do. */
const LIFE_MS = 400;
/** What is added for each digest that waits. */
const SENDING_MS = 5;
/** So long it is waited for the moment that was aimed at. */
const AIM_MS = 700;
/** What a dead worker has claimed is free again. */
const CLAIM_OVER_MS = 5.5 * MINUTE_MS;
/** Nothing is down for longer: after six hours a digest would be left out, also after several kills. */
const LONGEST_MS = 20 * MINUTE_MS;
/** Several of its own looks at what is due. */
const LOOK_EVERY_MS = 60;
const MAX_LOOKS = 600;

/** Lets the day go by with so many kills. */
export async function runDay(kills: number, seed: number): Promise<DayRecord> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'yinju-crash-'));
  const clock = FastClock.at(DAY_START);
  const lastDue = DAY_START + Math.min(DAY_MS, kills * BETWEEN_KILLS_MS);
  const extent = { count: kills * PLACES_PER_KILL, lastDue };
  const world = await startWorld(extent, clock.now, new Dice(seed));
  const day = new Day(folder, clock, world, { kills, lastDue }, new Dice(seed + 1));
  try {
    return await day.run();
  } finally {
    await day.close();
    await Promise.all([world.discord.close(), world.telegram.close()]);
    await fs.rm(folder, { recursive: true, force: true });
  }
}

class Day {
  private readonly folder: string;
  private readonly stateFile: string;
  private readonly clock: FastClock;
  private readonly world: World;
  private readonly wanted: number;
  private readonly lastDue: number;
  private readonly dice: Dice;
  private readonly gate: Gate;
  /** What waited at the last look. */
  private backlog = 0;
  private readonly kills: Kill[] = [];
  private readonly standby: WorkerProcess[] = [];
  private readonly all: WorkerProcess[] = [];
  private readonly troubles: string[] = [];

  constructor(
    folder: string,
    clock: FastClock,
    world: World,
    { kills, lastDue }: { kills: number; lastDue: number },
    dice: Dice,
  ) {
    this.folder = folder;
    this.stateFile = path.join(folder, 'state.sqlite');
    this.clock = clock;
    this.world = world;
    this.wanted = kills;
    this.lastDue = lastDue;
    this.dice = dice;
    const { discord, telegram } = world;
    const upstream = { discord: new URL(discord.apiUrl).origin, telegram: telegram.apiRoot };
    this.gate = new Gate(upstream, dice);
  }

  async run(): Promise<DayRecord> {
    await this.prepare();
    const startedAt = performance.now();
    while (this.kills.length < this.wanted) await this.episode();
    await this.finish();
    const tookMs = performance.now() - startedAt;
    const { discord, telegram } = this.world;
    this.troubles.push(
      ...this.all.flatMap(({ name, troubles }) => troubles.map((each) => `${name}: ${each}`)),
    );
    this.troubles.push(...this.gate.refusals, ...discord.violations, ...telegram.violations);
    const { kills, troubles, gate } = this;
    return { kills, troubles, sendings: gate.sendings, tookMs, places: await this.records() };
  }

  async close(): Promise<void> {
    for (const worker of this.all) worker.kill();
    await Promise.all(this.all.map(({ ended }) => ended));
    await this.gate.close();
  }

  private async prepare(): Promise<void> {
    await this.gate.open();
    const reports = path.join(this.folder, 'reports');
    await fs.mkdir(reports);
    for (const [number, agency] of ['甲县测绘局', '乙县档案局', '丙县民政局'].entries())
      await fs.writeFile(path.join(reports, `${number}.txt`), report(agency, number * 3));
    await openIndex(reports, path.join(this.folder, 'index')); // its snapshot is there for the workers
    await this.withStore(async ({ subscriptions }) => {
      for (const place of this.world.places) await subscriptions.put(subscriptionIn(place));
    });
    this.hire();
  }

  /** One or two workers from their start until all are dead. The second is put to work until what the first had claimed is free. */
  private async episode(): Promise<void> {
    const workers = await this.take(this.wanted - this.kills.length > 1 && this.dice.hits(COMPANY) ? 2 : 1);
    const inCompany = workers.length > 1;
    const deaths = workers.map((worker) => this.arrange(worker));
    await Promise.all(workers.map((worker, i) => worker.begin(this.clock, deaths[i].death)));
    await this.await(workers[0], deaths[0].aim, inCompany);
    if (inCompany) {
      this.clock.forward(CLAIM_OVER_MS);
      workers[1].setClock(this.clock);
      await this.await(workers[1], deaths[1].aim, inCompany);
    }
    this.clock.stop();
    this.clock.forward(this.downtime());
  }

  /** How a worker is to die: by its own hand at some step, at the gate, or at any time. */
  private arrange(worker: WorkerProcess): { aim: string; death?: Death } {
    const { dice } = this;
    const aim = dice.pick(['any time', 'step', 'step', 'gate', 'gate'] as const);
    const times = 1 + dice.below(MOST_STEPS + 2 * this.backlog);
    if (aim === 'any time') return { aim };
    if (aim === 'step') {
      const step = dice.pick(STEPS);
      return { aim: step, death: { step, times, hand: dice.pick(['own', 'other']) } };
    }
    const when = dice.pick(['arrived', 'accepted'] as const);
    this.gate.lie(worker.name, { when, times, strike: () => worker.kill() });
    return { aim: when };
  }

  /** Waits for the death of a worker, by whatever hand, and looks at what it left. */
  private async await(worker: WorkerProcess, aim: string, inCompany: boolean): Promise<void> {
    const lifeMs = aim === 'any time' ? this.dice.number() ** 2 * LIFE_MS : AIM_MS;
    const timer = setTimeout(() => worker.kill(), lifeMs + this.backlog * SENDING_MS);
    const end = await worker.ended;
    clearTimeout(timer);
    const at = worker.killedAt ?? performance.now();
    if (end !== 'SIGKILL') this.troubles.push(`${worker.name} ended with ${end}`);
    await this.gate.bury(worker.name);
    const { integrity, waiting } = lookInto(this.stateFile);
    this.backlog = waiting.length;
    const held = waiting.filter((each) => each.worker === worker.name);
    this.kills.push({ worker: worker.name, aim, inCompany, integrity, held, at });
  }

  /** So chosen that the kills are spread over the day. */
  private downtime(): number {
    const left = Math.max(0, this.lastDue - this.clock.now());
    const starts = this.wanted - this.kills.length + 1;
    return Math.min(LONGEST_MS, (left * 2 * this.dice.number()) / starts);
  }

  /** One more worker, which nobody kills, until nothing is due any more. */
  private async finish(): Promise<void> {
    const [worker] = await this.take(1);
    await worker.begin(this.clock);
    for (let looks = 0; ; looks++) {
      await pause(LOOK_EVERY_MS);
      const { waiting } = lookInto(this.stateFile);
      if (waiting.length === 0 && this.clock.now() > this.lastDue + CLAIM_OVER_MS) break;
      if (looks > MAX_LOOKS) throw new Error(`${waiting.length} digests are still due`);
      if (waiting.every((each) => each.state === 'claimed' && each.worker !== worker.name)) {
        this.clock.forward(CLAIM_OVER_MS);
        worker.setClock(this.clock);
      }
    }
    const end = await worker.finish();
    if (end !== 0) this.troubles.push(`the last worker ended with ${end}`);
    if (this.clock.now() > DAY_END) this.troubles.push('the next day had begun');
  }

  private async take(count: number): Promise<WorkerProcess[]> {
    const taken = this.standby.splice(0, count);
    while (taken.length < count) taken.push(this.employ());
    this.hire();
    return taken;
  }

  private hire(): void {
    const left = this.wanted + 1 - this.all.length;
    const missing = Math.min(STANDBY - this.standby.length, left);
    for (let i = 0; i < missing; i++) this.standby.push(this.employ());
  }

  private employ(): WorkerProcess {
    const { discord, telegram } = this.world;
    const name = `worker-${this.all.length}`;
    const employment: Employment = {
      name,
      stateFile: this.stateFile,
      reports: path.join(this.folder, 'reports'),
      index: path.join(this.folder, 'index'),
      discord: {
        apiUrl: `${this.gate.address(name, 'discord')}/api`,
        token: discord.token,
        bot: discord.bot.id,
      },
      telegram: { apiRoot: `${this.gate.address(name, 'telegram')}/`, token: telegram.token },
    };
    const worker = new WorkerProcess(employment);
    this.all.push(worker);
    return worker;
  }

  private records(): Promise<PlaceRecord[]> {
    return this.withStore(async ({ outbox, shown }) => {
      const records: PlaceRecord[] = [];
      for (const { place, dueAt, messages } of this.world.places)
        records.push({
          place,
          ...(dueAt === undefined ? {} : { dueAt }),
          messages: messages(),
          entries: await outbox.history(place, 9),
          shown: await shown.of(place),
        });
      return records;
    });
  }

  private async withStore<Result>(use: (digests: DigestStore) => Promise<Result>): Promise<Result> {
    const opened = await openSqliteStore(this.stateFile);
    if (!opened.ok) throw new Error(opened.reason);
    try {
      return await use(opened.store.digests);
    } finally {
      await opened.store.close();
    }
  }
}

const subscriptionIn = ({ messages: _, dueAt: __, ...place }: Place) => ({
  ...place,
  locale: 'zh' as const,
  since: DAY_START,
  silent: false,
  skipEmpty: false,
  newsSince: DAY_START,
  next: nextDue(place.schedule, { after: DAY_START }),
});
