// Records in the store what became of entries. What the store cannot take now is recorded later; the claim
// stays meanwhile, so that no other process sends the entry again.
import type { DeliveryOptions } from './delivery-options.ts';
import type { OutboxEntry } from './outbox.ts';

interface Outcome {
  entry: OutboxEntry;
  /** False where the claim was lost. */
  write(): Promise<boolean>;
}

export class OutcomeWriter {
  private readonly log: DeliveryOptions['log'];
  private readonly unwritten: Outcome[] = [];

  constructor(log: DeliveryOptions['log']) {
    this.log = log;
  }

  /** Never rejects. */
  async write(entry: OutboxEntry, write: Outcome['write']): Promise<void> {
    const { id, place } = entry;
    try {
      if (!(await write()))
        this.log.warn({ entry: id, place }, 'the claim on a digest ran out before its outcome was recorded');
    } catch (error) {
      this.log.error(
        { err: error, entry: id },
        'the outcome of a digest could not be recorded; it is tried again',
      );
      this.unwritten.push({ entry, write });
    }
  }

  /** Tries again what could not be recorded. */
  async flush(): Promise<void> {
    for (const { entry, write } of this.unwritten.splice(0)) await this.write(entry, write);
  }
}
