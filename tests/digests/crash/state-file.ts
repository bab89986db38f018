// The state file as a bystander sees it, who changes nothing: what a killed process left behind stays for the next one.
import { DatabaseSync } from 'node:sqlite';

/** An outbox entry that has not ended. */
export interface Waiting {
  place: string;
  state: 'due' | 'claimed';
  /** Whose claim it is. */
  worker: string | null;
  /** What it says is settled. */
  composed: boolean;
  retryAt: number;
}

export interface Look {
  /** `ok`, or what is wrong with the file. */
  integrity: string;
  waiting: Waiting[];
}

export function lookInto(stateFile: string): Look {
  const database = new DatabaseSync(stateFile, { readOnly: true, timeout: 5000 });
  try {
    const { integrity_check: integrity } = database.prepare('PRAGMA integrity_check').get()!;
    const rows = database
      .prepare("SELECT * FROM ledger_entry WHERE state IN ('due', 'claimed') ORDER BY number")
      .all();
    const waiting = rows.map(({ place, state, worker, content, wake_at: retryAt }) => ({
      place: String(place),
      state: state as Waiting['state'],
      worker: worker as string | null,
      composed: content !== null,
      retryAt: Number(retryAt),
    }));
    return { integrity: String(integrity), waiting };
  } finally {
    database.close();
  }
}
