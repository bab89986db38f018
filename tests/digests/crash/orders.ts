// What a worker is started with, what it is told, and what it tells.
import type { Setting } from './clock.ts';

/** Everything that a worker needs before it begins. */
export interface Employment {
  /** Its name as the holder of claims. */
  name: string;
  stateFile: string;
  reports: string;
  index: string;
  discord: { apiUrl: string; token: string; bot: string };
  telegram: { apiRoot: string; token: string };
}

/** Steps of its work at which a worker may be told to die, in their order. */
export const STEPS = ['enqueued', 'claimed', 'composed', 'answered', 'ended'] as const;

export type Step = (typeof STEPS)[number];

/** Dies when it has reached a step so often: at once, or by another's hand a moment later, be it in the midst of a write. */
export interface Death {
  step: Step;
  times: number;
  hand: 'own' | 'other';
}

export type Order =
  | { does: 'begin'; clock: Setting; death?: Death }
  /** The clock was put forward. */
  | { does: 'set clock'; clock: Setting }
  | { does: 'finish' };

export type Notice =
  /** Everything is loaded: it begins as soon as it is told to. */
  | { tells: 'ready' }
  /** It is to be killed now. */
  | { tells: 'time to die' }
  | { tells: 'trouble'; level: 'warn' | 'error'; message: string; details: string };
