// One method of the API: rules for its parameters, and its effect.
import type { Inspection } from './rules/inspection.ts';
import type { Body } from './shapes.ts';
import type { State } from './state.ts';

export interface Asking {
  state: State;
  body: Body;
  /** Aborted when the client goes away. */
  gone: AbortSignal;
}

export interface Method {
  /** What counts against the limits on how often. */
  counts?: 'message' | 'edit';
  inspect?(inspection: Inspection, body: Body, state: State): void;
  /** What is answered as `result`; throws a Refusal. */
  run(asking: Asking): unknown;
}

export type Methods = Record<string, Method>;
