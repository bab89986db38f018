import { describe, expect, it } from 'vitest';
import { memoryStore, openStore } from '../../src/store/index.ts';
import { digestStoreContract } from '../contracts/digest-store.ts';
import { storeContract } from '../contracts/store.ts';

describe('the store in memory', () => {
  storeContract(async () => memoryStore());
  describe('of the digests:', () => digestStoreContract(async () => memoryStore()));

  it('is what the path :memory: opens, and leaves nothing to the next', async () => {
    const secrets: string[] = [];
    for (let times = 0; times < 2; times++) {
      const opened = await openStore(':memory:');
      if (!opened.ok) throw new Error(opened.reason);
      secrets.push(await opened.store.secret());
    }
    expect(secrets[0]).not.toBe(secrets[1]);
  });
});
