// One route of the API: path, authorisation, rules for the body, effect.
import type { Answer } from './faults.ts';
import type { Inspection } from './rules/inspection.ts';
import type { State } from './state.ts';

export interface Asking {
  state: State;
  /** The values of the path's parameters, in order. */
  parameters: string[];
  query: URLSearchParams;
  body: unknown;
}

export interface Route {
  method: string;
  /** As in Discord's own description: `/channels/{channel_id}/messages`. */
  path: string;
  /** Whether the bot's token is required; otherwise the path has a token. */
  authorised: boolean;
  /** Counts as a new message in the channel of the first parameter. */
  posts?: boolean;
  inspect?(inspection: Inspection, asking: Asking): void;
  run(asking: Asking): Answer;
}

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const nothing: Answer = { status: 204 };
