// A clock that several processes share and that goes much faster than the wall's. It stands still while no process works, and may be
// put forward: so a day takes a minute, and an attempt is still much shorter than a claim.

/** Where a clock stood at a moment, and how fast it goes from there. */
export interface Setting {
  /** Milliseconds since 1970 on this clock. */
  shows: number;
  /** Milliseconds since 1970 on the wall. */
  at: number;
  /** 0 stands still. */
  speed: number;
}

/** In a second of the wall a hundred go by: a claim of five minutes lasts for three, many times longer than any attempt here. */
const SPEED = 100;

const onTheWall = (): number => performance.timeOrigin + performance.now();

export class FastClock {
  private current: Setting;
  private readonly waiting = new Set<() => void>();

  constructor(setting: Setting) {
    this.current = setting;
  }

  /** A clock that stands still. */
  static at(shows: number): FastClock {
    return new FastClock({ shows, at: onTheWall(), speed: 0 });
  }

  /** For another process, which sets its own clock by it. */
  get setting(): Setting {
    return this.current;
  }

  /** Milliseconds since 1970, whole ones as the system's clock gives them. */
  now = (): number => {
    const { shows, at, speed } = this.current;
    return Math.floor(shows + Math.max(0, onTheWall() - at) * speed);
  };

  elapsed = this.now;

  /** Resolves when so many of this clock's milliseconds have gone by, also where it is put forward meanwhile. */
  wait = async (ms: number): Promise<void> => {
    const end = this.now() + ms;
    while (this.now() < end) await this.change((end - this.now()) / this.current.speed);
  };

  start(): void {
    this.set({ shows: this.now(), at: onTheWall(), speed: SPEED });
  }

  stop(): void {
    this.set({ shows: this.now(), at: onTheWall(), speed: 0 });
  }

  forward(ms: number): void {
    this.set({ shows: this.now() + ms, at: onTheWall(), speed: this.current.speed });
  }

  set(setting: Setting): void {
    this.current = setting;
    for (const wake of [...this.waiting]) wake();
  }

  /** Resolves after so long on the wall, or when the clock is set. */
  private change(wallMs: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, Number.isFinite(wallMs) ? Math.ceil(wallMs) : 2 ** 31 - 1);
      this.waiting.add(wake);
    });
  }
}
