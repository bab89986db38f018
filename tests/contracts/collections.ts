// Which collections are bound to which places, as every store keeps it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChatStore } from '../../src/chat/index.ts';
import { HARD_TEXTS } from './hard-texts.ts';

const ONE = 'fake:guild:1';
const TWO = 'fake:channel:2';
const NAMES = ['甲', 'b', '\ud83d'];
const PLACES = [ONE, TWO, 'fake:user:3'];

type Step = {
  what: 'bind' | 'withdraw' | 'close' | 'open' | 'move';
  name: string;
  place: string;
  to: string;
};
const steps = fc.array(
  fc.record<Step>({
    what: fc.constantFrom('bind', 'withdraw', 'close', 'open', 'move'),
    name: fc.constantFrom(...NAMES),
    place: fc.constantFrom(...PLACES),
    to: fc.constantFrom(...PLACES),
  }),
  { maxLength: 30 },
);

/** What a step does to the collections as a plain table. */
function take({ what, name, place, to }: Step, bound: Map<string, Set<string>>): void {
  const before = bound.get(name) ?? [];
  if (what === 'open') bound.delete(name);
  if (what === 'close') bound.set(name, new Set());
  if (what === 'bind') bound.set(name, new Set([...before, place]));
  if (what === 'withdraw') bound.set(name, new Set([...before].filter((each) => each !== place)));
  if (what === 'move') for (const places of bound.values()) if (places.delete(place)) places.add(to);
}

/** Runs the contract. @param current the new, empty store of the test that runs */
export function collectionsContract(current: () => ChatStore): void {
  const collections = () => current().collections;

  describe('collections', () => {
    it('are open at first', async () => {
      expect(await collections().bindings()).toEqual([]);
    });

    it('are read in the places that they are bound to, each named once, in order', async () => {
      await collections().bind('乙', ONE);
      await collections().bind('乙', TWO);
      await collections().bind('乙', ONE);
      await collections().bind('A', TWO);
      expect(await collections().bindings()).toEqual([
        { collection: 'A', places: [TWO] },
        { collection: '乙', places: [TWO, ONE] },
      ]);
    });

    it('stay closed when they are withdrawn everywhere, and were open before or not', async () => {
      await collections().bind('甲', ONE);
      await collections().withdraw('甲', [ONE, TWO]);
      await collections().withdraw('乙', [ONE]);
      await collections().withdraw('丙', []);
      expect(await collections().bindings()).toEqual(
        ['丙', '乙', '甲'].map((collection) => ({ collection, places: [] })),
      );
    });

    it('are bound to nobody once closed, and to nobody in particular once open', async () => {
      await collections().bind('甲', ONE);
      await collections().close('甲');
      expect(await collections().bindings()).toEqual([{ collection: '甲', places: [] }]);
      await collections().bind('甲', TWO);
      await collections().open('甲');
      await collections().open('never bound');
      expect(await collections().bindings()).toEqual([]);
      await collections().bind('甲', ONE);
      expect(await collections().bindings()).toEqual([{ collection: '甲', places: [ONE] }]);
    });

    it('move along with a place, and are read once where the new key reads them already', async () => {
      await collections().bind('甲', ONE);
      await collections().bind('乙', ONE);
      await collections().bind('乙', TWO);
      await current().move(ONE, TWO);
      await current().move(TWO, TWO);
      expect(await collections().bindings()).toEqual([
        { collection: '乙', places: [TWO] },
        { collection: '甲', places: [TWO] },
      ]);
    });

    it('stay where they are bound when a person is forgotten', async () => {
      await collections().bind('甲', 'fake:user:3');
      await current().forget('fake:3', 'x');
      expect(await collections().bindings()).toEqual([{ collection: '甲', places: ['fake:user:3'] }]);
    });

    it.each(HARD_TEXTS)('may be called anything: %j', async (text) => {
      await collections().bind(text, text);
      expect(await collections().bindings()).toEqual([{ collection: text, places: [text] }]);
      await collections().withdraw(text, [text]);
      await collections().open(text);
      expect(await collections().bindings()).toEqual([]);
    });

    it('are bound as the steps say, whatever their order', async () => {
      await fc.assert(
        fc.asyncProperty(steps, async (taken) => {
          for (const name of NAMES) await collections().open(name);
          const bound = new Map<string, Set<string>>();
          for (const step of taken) {
            const { what, name, place, to } = step;
            take(step, bound);
            if (what === 'bind') await collections().bind(name, place);
            else if (what === 'withdraw') await collections().withdraw(name, [place]);
            else if (what === 'move') await current().move(place, to);
            else await collections()[what](name);
          }
          const expected = [...bound].map(([collection, places]) => ({
            collection,
            places: [...places].sort(),
          }));
          const inOrder = expected.sort((a, b) => (a.collection < b.collection ? -1 : 1));
          expect(await collections().bindings()).toEqual(inOrder);
        }),
        { seed: 72, numRuns: 60 },
      );
    });
  });
}
