// The promises of src/chat/store.ts, held by every store.
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AccessRequest, ChatStore, PagedList, Turn } from '../../src/chat/index.ts';
import { collectionsContract } from './collections.ts';
import { anyText, HARD_TEXTS } from './hard-texts.ts';

const PLACE = 'discord:1';
const OTHER_PLACE = 'telegram:1';
const PERSON = 'discord:71';
const OTHER_PERSON = 'telegram:71';
const NOW = 1_700_000_000_000;

const turn = (changes: Partial<Turn> = {}): Turn => ({
  message: 'm1',
  place: PLACE,
  person: PERSON,
  questions: ['林业局2023年清了几口古井', '路灯呢'],
  at: NOW,
  ...changes,
});
const listing = (changes: Partial<PagedList> = {}): PagedList => ({
  kind: 'passages',
  ids: ['7ta1ybp1-0-xh-16', '7ta1ybp1-0-yn-11'],
  words: ['古井'],
  ...changes,
});
const logged = (pseudonym: string, at = NOW) => ({ pseudonym, question: '路灯呢', answered: true, at });
const trueOnes = (results: boolean[]) => results.filter(Boolean).length;

/** Runs the contract. @param open a new, empty store; whoever gives it closes it */
export function storeContract(open: () => Promise<ChatStore>): void {
  let store: ChatStore;
  beforeEach(async () => {
    store = await open();
  });

  describe('settings', () => {
    it('are empty where nothing was set', async () => {
      expect(await store.settings.get(PLACE)).toEqual({});
    });

    it('come back as they were set', async () => {
      await store.settings.set(PLACE, { language: 'zh-Hant', audience: 'managers', length: 'short' });
      const set = { language: 'zh-Hant', audience: 'managers', length: 'short' };
      expect(await store.settings.get(PLACE)).toEqual(set);
    });

    it('change only where something is given', async () => {
      await store.settings.set(PLACE, { language: 'zh', length: 'short' });
      const left = { language: undefined } as object; // callers without exact types may pass it
      await store.settings.set(PLACE, { audience: 'managers', length: 'normal', ...left });
      await store.settings.set(PLACE, {});
      const set = { language: 'zh', audience: 'managers', length: 'normal' };
      expect(await store.settings.get(PLACE)).toEqual(set);
    });

    it('of one place are not those of another', async () => {
      await store.settings.set(PLACE, { language: 'en' });
      expect(await store.settings.get(OTHER_PLACE)).toEqual({});
    });

    it('set by two managers at once are both set', async () => {
      await Promise.all([
        store.settings.set(PLACE, { language: 'en' }),
        store.settings.set(PLACE, { length: 'short' }),
      ]);
      expect(await store.settings.get(PLACE)).toEqual({ language: 'en', length: 'short' });
    });
  });

  describe('access', () => {
    it('is undecided at first', async () => {
      expect(await store.access.get(PLACE)).toBeUndefined();
    });

    it('is what was decided last', async () => {
      await store.access.set(PLACE, 'denied');
      expect(await store.access.get(PLACE)).toBe('denied');
      await store.access.set(PLACE, 'allowed');
      expect(await store.access.get(PLACE)).toBe('allowed');
    });

    it('of one place says nothing of another', async () => {
      await store.access.set(PLACE, 'denied');
      expect(await store.access.get(OTHER_PLACE)).toBeUndefined();
      expect(await store.access.get(`${PLACE}0`)).toBeUndefined();
    });

    it('is undecided again once cleared, there and nowhere else', async () => {
      await store.access.set(PLACE, 'denied');
      await store.access.set(OTHER_PLACE, 'allowed');
      await store.access.clear(PLACE);
      await store.access.clear('never decided');
      expect(await store.access.get(PLACE)).toBeUndefined();
      expect(await store.access.get(OTHER_PLACE)).toBe('allowed');
    });
  });

  collectionsContract(() => store);

  describe('owners', () => {
    const owners = async () => [await store.owners.has(PERSON), await store.owners.has(OTHER_PERSON)];

    it('are none at first, and no code is on offer', async () => {
      expect(await store.owners.count()).toBe(0);
      expect(await store.owners.redeem('h1', PERSON)).toBe(false);
      expect(await store.owners.redeem('', PERSON)).toBe(false);
      expect(await owners()).toEqual([false, false]);
    });

    it('become such by the code on offer, once', async () => {
      await store.owners.offer('h1');
      expect(await store.owners.redeem('h1', PERSON)).toBe(true);
      expect(await store.owners.redeem('h1', OTHER_PERSON)).toBe(false);
      expect(await owners()).toEqual([true, false]);
      expect(await store.owners.count()).toBe(1);
    });

    it('do not become such by another code, and the one on offer stays', async () => {
      await store.owners.offer('h1');
      expect(await store.owners.redeem('h2', PERSON)).toBe(false);
      expect(await store.owners.has(PERSON)).toBe(false);
      expect(await store.owners.redeem('h1', PERSON)).toBe(true);
    });

    it('are told apart when two redeem one code at once: one wins', async () => {
      await store.owners.offer('h1');
      const people = Array.from({ length: 20 }, (_, number) => `p${number}`);
      const results = await Promise.all(people.map((person) => store.owners.redeem('h1', person)));
      expect(trueOnes(results)).toBe(1);
      expect(await store.owners.count()).toBe(1);
      expect(await store.owners.has(people[results.indexOf(true)])).toBe(true);
    });

    it('do not become such by a code that another replaced', async () => {
      await store.owners.offer('h1');
      await store.owners.offer('h2');
      expect(await store.owners.redeem('h1', PERSON)).toBe(false);
      expect(await store.owners.redeem('h2', PERSON)).toBe(true);
    });

    it('do not become such by a code that was withdrawn; another one is not withdrawn with it', async () => {
      await store.owners.offer('h1');
      expect(await store.owners.withdraw('h2')).toBe(false);
      expect(await store.owners.withdraw('h1')).toBe(true);
      expect(await store.owners.withdraw('h1')).toBe(false);
      expect(await store.owners.redeem('h1', PERSON)).toBe(false);
      expect(await store.owners.count()).toBe(0);
    });

    it('are counted once however many codes they redeem, and each code is used up', async () => {
      await store.owners.offer('h1');
      await store.owners.redeem('h1', PERSON);
      await store.owners.offer('h2');
      expect(await store.owners.redeem('h2', PERSON)).toBe(true);
      expect(await store.owners.redeem('h2', OTHER_PERSON)).toBe(false);
      expect(await store.owners.count()).toBe(1);
    });

    it('can be several', async () => {
      for (const person of [OTHER_PERSON, PERSON]) {
        await store.owners.offer('h1');
        await store.owners.redeem('h1', person);
      }
      expect(await store.owners.list()).toEqual([PERSON, OTHER_PERSON].sort());
      expect(await owners()).toEqual([true, true]);
      expect(await store.owners.count()).toBe(2);
    });
  });

  describe('a request to open a place', () => {
    const request = (differently: Partial<AccessRequest> = {}): AccessRequest => ({
      id: 'r1',
      target: PLACE,
      name: '镇政府',
      place: { id: `${PLACE}:topic`, within: { channel: PLACE, community: OTHER_PLACE } },
      person: PERSON,
      locale: 'zh-Hant',
      at: NOW,
      ...differently,
    });
    const BOUNDS = { since: NOW, ofPerson: 2, ofAll: 3 };

    it('comes back as it was made, with the first verdict', async () => {
      expect(await store.requests.get('r1')).toBeUndefined();
      expect(await store.requests.add(request(), BOUNDS)).toBe('added');
      expect(await store.requests.get('r1')).toEqual(request());
      expect(await store.requests.settle('r1', 'denied')).toBe(true);
      expect(await store.requests.settle('r1', 'allowed')).toBe(false);
      expect(await store.requests.settle('r2', 'allowed')).toBe(false);
      expect(await store.requests.get('r1')).toEqual(request({ verdict: 'denied' }));
    });

    it('is decided once, however many decide at once', async () => {
      await store.requests.add(request(), BOUNDS);
      const settled = await Promise.all(
        Array.from({ length: 10 }, (_, i) => store.requests.settle('r1', i % 2 ? 'allowed' : 'denied')),
      );
      expect(trueOnes(settled)).toBe(1);
    });

    it('is made once for a place, so often by a person and so often in all, since some time', async () => {
      const add = (id: string, target: string, person: string, at = NOW) =>
        store.requests.add(request({ id, target, person, at }), BOUNDS);
      expect(await add('r0', 'p0', PERSON, NOW - 1)).toBe('added');
      expect(await add('r1', 'p0', PERSON)).toBe('added');
      expect(await add('r2', 'p0', OTHER_PERSON)).toBe('again');
      expect(await add('r3', 'p1', PERSON)).toBe('added');
      expect(await add('r4', 'p2', PERSON)).toBe('too-many');
      expect(await add('r5', 'p2', OTHER_PERSON)).toBe('added');
      expect(await add('r6', 'p3', OTHER_PERSON)).toBe('too-many');
      await store.requests.drop('r5');
      expect(await add('r7', 'p2', OTHER_PERSON)).toBe('added');
    });

    it('that a clock ahead by years has dated blocks no other', async () => {
      const year = NOW + 400 * 24 * 60 * 60 * 1000;
      const one = { ofPerson: 1, ofAll: 1 };
      expect(await store.requests.add(request({ at: year }), { since: year - 1, ...one })).toBe('added');
      expect(await store.requests.add(request({ id: 'r2' }), { since: NOW - 1, ...one })).toBe('added');
      expect(await store.requests.add(request({ id: 'r3' }), { since: NOW - 1, ...one })).toBe('again');
    });

    it('goes when it is old, and counts on without a name when its person is forgotten', async () => {
      await store.requests.add(request({ id: 'r0', target: 'p0', at: NOW - 1 }), BOUNDS);
      await store.requests.add(request(), BOUNDS);
      await store.requests.expire(NOW);
      expect(await store.requests.get('r0')).toBeUndefined();
      expect(await store.forget(PERSON, 'x')).toBe(1);
      expect(await store.requests.get('r1')).toEqual(request({ person: '' }));
      expect(await store.requests.add(request({ id: 'r2' }), BOUNDS)).toBe('again');
    });

    it('follows its place to another key', async () => {
      await store.requests.add(request(), BOUNDS);
      await store.move(PLACE, 'p9');
      const place = { id: `${PLACE}:topic`, within: { channel: 'p9', community: OTHER_PLACE } };
      expect(await store.requests.get('r1')).toEqual(request({ target: 'p9', place }));
    });
  });

  describe('a conversation', () => {
    it('is found by the message that answered', async () => {
      await store.conversations.add(turn());
      await store.conversations.add(turn({ message: 'm2', questions: [] }));
      expect(await store.conversations.ofMessage('m1', 0)).toEqual(turn());
      expect(await store.conversations.ofMessage('m2', 0)).toEqual(turn({ message: 'm2', questions: [] }));
      expect(await store.conversations.ofMessage('m3', 0)).toBeUndefined();
    });

    it('is found as the latest of a person in a place', async () => {
      await store.conversations.add(turn({ message: 'm2', at: NOW + 2 }));
      await store.conversations.add(turn({ message: 'm1', at: NOW + 1 })); // added later, asked earlier
      await store.conversations.add(turn({ message: 'm3', at: NOW + 3, person: OTHER_PERSON }));
      await store.conversations.add(turn({ message: 'm4', at: NOW + 4, place: OTHER_PLACE }));
      expect((await store.conversations.latest(PLACE, PERSON, 0))?.message).toBe('m2');
      expect((await store.conversations.latest(PLACE, OTHER_PERSON, 0))?.message).toBe('m3');
      expect((await store.conversations.latest(OTHER_PLACE, PERSON, 0))?.message).toBe('m4');
      expect(await store.conversations.latest(OTHER_PLACE, OTHER_PERSON, 0)).toBeUndefined();
    });

    it('is the one added last where two have the same millisecond', async () => {
      for (const message of ['m2', 'm1', 'm3', 'm2']) await store.conversations.add(turn({ message }));
      expect((await store.conversations.latest(PLACE, PERSON, 0))?.message).toBe('m2');
    });

    it('of a time that is still to come is not the latest where that is said', async () => {
      await store.conversations.add(turn({ message: 'm1' }));
      await store.conversations.add(turn({ message: 'm2', at: NOW + 7_200_000 })); // by a clock that was ahead
      expect((await store.conversations.latest(PLACE, PERSON, 0, NOW))?.message).toBe('m1');
      expect((await store.conversations.latest(PLACE, PERSON, 0, NOW + 7_200_000))?.message).toBe('m2');
      expect((await store.conversations.latest(PLACE, PERSON, 0))?.message).toBe('m2');
    });

    it('is not found once it is older than asked for', async () => {
      await store.conversations.add(turn());
      expect(await store.conversations.ofMessage('m1', NOW)).toEqual(turn());
      expect(await store.conversations.ofMessage('m1', NOW + 1)).toBeUndefined();
      expect(await store.conversations.latest(PLACE, PERSON, NOW)).toEqual(turn());
      expect(await store.conversations.latest(PLACE, PERSON, NOW + 1)).toBeUndefined();
    });

    it('expires when it is older than the limit, not when it is as old', async () => {
      await store.conversations.add(turn());
      await store.conversations.add(turn({ message: 'm2', at: NOW - 1 }));
      await store.conversations.expire(NOW);
      expect(await store.conversations.ofMessage('m1', 0)).toEqual(turn());
      expect(await store.conversations.ofMessage('m2', 0)).toBeUndefined();
    });

    it('of the same message is replaced with all that it says', async () => {
      await store.conversations.add(turn());
      const later = turn({ person: OTHER_PERSON, place: OTHER_PLACE, questions: ['卫健委呢'], at: NOW - 5 });
      await store.conversations.add(later);
      expect(await store.conversations.ofMessage('m1', 0)).toEqual(later);
      expect(await store.conversations.latest(PLACE, PERSON, 0)).toBeUndefined();
      expect(await store.conversations.latest(OTHER_PLACE, OTHER_PERSON, 0)).toEqual(later);
    });

    it('does not change with what was given or got', async () => {
      const given = turn();
      await store.conversations.add(given);
      given.questions.push('更多');
      (await store.conversations.ofMessage('m1', 0))?.questions.push('更多');
      (await store.conversations.latest(PLACE, PERSON, 0))?.questions.push('更多');
      expect(await store.conversations.ofMessage('m1', 0)).toEqual(turn());
    });
  });

  describe('feedback', () => {
    const verdict = (message: string, person: string, helpful: boolean, at = NOW) =>
      store.feedback.set({ message, person, helpful, at });

    it('is none at first', async () => {
      expect(await store.feedback.count()).toEqual({ helpful: 0, unhelpful: 0 });
    });

    it('is counted for each message and person', async () => {
      await verdict('m1', PERSON, true);
      await verdict('m1', OTHER_PERSON, false);
      await verdict('m2', PERSON, true);
      expect(await store.feedback.count()).toEqual({ helpful: 2, unhelpful: 1 });
    });

    it('of the same person on the same message is replaced, not doubled', async () => {
      await verdict('m1', PERSON, true);
      await verdict('m1', PERSON, true, NOW + 1);
      expect(await store.feedback.count()).toEqual({ helpful: 1, unhelpful: 0 });
      await verdict('m1', PERSON, false, NOW + 2);
      expect(await store.feedback.count()).toEqual({ helpful: 0, unhelpful: 1 });
    });
  });

  describe('a listing', () => {
    it('comes back as it was put', async () => {
      const reports = listing({ kind: 'reports', ids: [], words: [] });
      await store.pagedLists.put('l1', listing(), NOW);
      await store.pagedLists.put('l2', reports, NOW);
      expect(await store.pagedLists.get('l1', NOW)).toEqual(listing());
      expect(await store.pagedLists.get('l2', NOW)).toEqual(reports);
      expect(await store.pagedLists.get('l3', NOW)).toBeUndefined();
    });

    it('expires when it is older than the limit, not when it is as old', async () => {
      await store.pagedLists.put('l1', listing(), NOW);
      await store.pagedLists.put('l2', listing(), NOW - 1);
      await store.pagedLists.expire(NOW);
      expect(await store.pagedLists.get('l1', NOW)).toEqual(listing());
      expect(await store.pagedLists.get('l2', NOW)).toBeUndefined();
    });

    it('is young again once it was read', async () => {
      await store.pagedLists.put('l1', listing(), NOW);
      await store.pagedLists.get('l1', NOW + 9);
      await store.pagedLists.expire(NOW + 9);
      expect(await store.pagedLists.get('l1', NOW + 9)).toEqual(listing());
      await store.pagedLists.expire(NOW + 10);
      expect(await store.pagedLists.get('l1', NOW + 10)).toBeUndefined();
    });

    it('is young again once it was put again', async () => {
      await store.pagedLists.put('l1', listing(), NOW);
      await store.pagedLists.put('l1', listing(), NOW + 9);
      await store.pagedLists.expire(NOW + 9);
      expect(await store.pagedLists.get('l1', NOW + 9)).toEqual(listing());
    });

    it('is not made by reading one that is not there', async () => {
      await store.pagedLists.get('l1', NOW);
      expect(await store.pagedLists.get('l1', NOW)).toBeUndefined();
    });

    it('does not change with what was given or got', async () => {
      const given = listing();
      await store.pagedLists.put('l1', given, NOW);
      given.ids.push('more');
      (await store.pagedLists.get('l1', NOW))?.words.push('more');
      expect(await store.pagedLists.get('l1', NOW)).toEqual(listing());
    });
  });

  describe('a notice', () => {
    const claim = (at: number, since = 0, person = PERSON, key = 'privacy') =>
      store.notices.claim(person, key, at, since);

    it('is first once for each person and key', async () => {
      expect(await claim(NOW)).toBe(true);
      expect(await claim(NOW + 1)).toBe(false);
      expect(await claim(NOW, 0, OTHER_PERSON)).toBe(true);
      expect(await claim(NOW, 0, PERSON, 'rate-limit')).toBe(true);
    });

    it('is first for one of many at once', async () => {
      const results = await Promise.all(Array.from({ length: 50 }, () => claim(NOW)));
      expect(trueOnes(results)).toBe(1);
    });

    it('is first again when the claim is older than asked for, not when it is as old', async () => {
      await claim(NOW);
      expect(await claim(NOW + 10, NOW)).toBe(false);
      expect(await claim(NOW + 11, NOW + 1)).toBe(true);
    });

    it('is first again where the claim is of a time that is as far ahead as those asked for are past', async () => {
      await claim(NOW + 10);
      expect(await claim(NOW, NOW - 10)).toBe(false); // so far clocks may differ
      expect(await claim(NOW, NOW - 9)).toBe(true);
      expect(await claim(NOW + 1, NOW - 8)).toBe(false);
    });

    it('keeps the first claim, whose time refused ones do not change', async () => {
      await claim(NOW);
      await claim(NOW + 10, NOW);
      expect(await claim(NOW + 11, NOW + 1)).toBe(true);
      expect(await claim(NOW + 12, NOW + 11)).toBe(false);
    });

    it('expires when it is older than the limit, not when it is as old', async () => {
      await claim(NOW);
      await store.notices.expire(NOW);
      expect(await claim(NOW)).toBe(false);
      await store.notices.expire(NOW + 1);
      expect(await claim(NOW)).toBe(true);
    });

    it('is first again once it was given back, by nobody but whom it was given to', async () => {
      await claim(NOW);
      await store.notices.release(PERSON, 'privacy', NOW + 1);
      await store.notices.release(OTHER_PERSON, 'privacy', NOW);
      await store.notices.release(PERSON, 'other', NOW);
      expect(await claim(NOW + 2)).toBe(false);
      await store.notices.release(PERSON, 'privacy', NOW);
      expect(await claim(NOW + 2)).toBe(true);
      await store.notices.release(PERSON, 'privacy', NOW);
      expect(await claim(NOW + 3)).toBe(false);
    });

    it('does not mix up person and key', async () => {
      expect(await claim(NOW, 0, 'a', 'b:c')).toBe(true);
      expect(await claim(NOW, 0, 'a:b', 'c')).toBe(true);
      expect(await claim(NOW, 0, 'a","b', 'c')).toBe(true);
      expect(await claim(NOW, 0, 'a', 'b","c')).toBe(true);
    });
  });

  describe('the question log', () => {
    it('counts every question, also the same one twice', async () => {
      expect(await store.questionLog.count()).toBe(0);
      await store.questionLog.add(logged('x'));
      await store.questionLog.add(logged('x'));
      await store.questionLog.add({ ...logged('y'), answered: false });
      expect(await store.questionLog.count()).toBe(3);
    });

    it('expires what is older than the limit, not what is as old', async () => {
      for (const at of [NOW - 1, NOW, NOW + 1]) await store.questionLog.add(logged('x', at));
      await store.questionLog.expire(NOW);
      expect(await store.questionLog.count()).toBe(2);
      await store.questionLog.expire(NOW + 2);
      expect(await store.questionLog.count()).toBe(0);
    });
  });

  describe('a registration', () => {
    it('is unknown at first, then the last one of its platform', async () => {
      expect(await store.registrations.get('discord:1')).toBeUndefined();
      await store.registrations.set('discord:1', 'h1');
      await store.registrations.set('discord:1', 'h2');
      await store.registrations.set('discord:2', 'h3');
      expect(await store.registrations.get('discord:1')).toBe('h2');
      expect(await store.registrations.get('discord:2')).toBe('h3');
    });
  });

  describe('the secret', () => {
    it('is the same every time', async () => {
      expect(await store.secret()).toBe(await store.secret());
    });

    it('is long, and another in each store', async () => {
      const other = await open();
      expect((await store.secret()).length).toBeGreaterThanOrEqual(43); // 256 bits as base64
      expect(await other.secret()).not.toBe(await store.secret());
    });
  });

  describe('a turn that asks for something', () => {
    const pending = {
      command: 'search',
      values: { agency: '林业局' },
      option: 'words',
      offers: ['古井', '\ud83d'],
      private: true,
    };

    it('comes back with what it asks for', async () => {
      await store.conversations.add(turn({ pending }));
      expect(await store.conversations.ofMessage('m1', NOW)).toEqual(turn({ pending }));
      expect(await store.conversations.latest(PLACE, PERSON, NOW)).toEqual(turn({ pending }));
    });

    it('asks for nothing any more once an answer has its message', async () => {
      await store.conversations.add(turn({ pending }));
      await store.conversations.add(turn());
      expect(await store.conversations.ofMessage('m1', NOW)).toEqual(turn());
    });
  });

  describe('a place that moves', () => {
    it('takes its settings, its access and its conversations along', async () => {
      await store.settings.set(PLACE, { length: 'short' });
      await store.access.set(PLACE, 'allowed');
      await store.conversations.add(turn());
      await store.move(PLACE, OTHER_PLACE);
      expect(await store.settings.get(OTHER_PLACE)).toEqual({ length: 'short' });
      expect(await store.access.get(OTHER_PLACE)).toBe('allowed');
      expect(await store.conversations.latest(OTHER_PLACE, PERSON, NOW)).toEqual(
        turn({ place: OTHER_PLACE }),
      );
      expect(await store.settings.get(PLACE)).toEqual({});
      expect(await store.access.get(PLACE)).toBeUndefined();
      expect(await store.conversations.latest(PLACE, PERSON, NOW)).toBeUndefined();
    });

    it('leaves what the new place has already', async () => {
      await store.access.set(PLACE, 'allowed');
      await store.access.set(OTHER_PLACE, 'denied');
      await store.move(PLACE, OTHER_PLACE);
      expect(await store.access.get(OTHER_PLACE)).toBe('denied');
      expect(await store.access.get(PLACE)).toBeUndefined();
    });

    it('to where it is, or that holds nothing, changes nothing', async () => {
      await store.access.set(PLACE, 'allowed');
      await store.move(PLACE, PLACE);
      await store.move('nowhere', PLACE);
      expect(await store.access.get(PLACE)).toBe('allowed');
    });
  });

  describe('forgetting', () => {
    /** One turn, verdict, notice and logged question of a person, and ownership. */
    async function live(person: string, pseudonym: string): Promise<void> {
      await store.conversations.add(turn({ message: `to ${person}`, person }));
      await store.feedback.set({ message: 'm1', person, helpful: true, at: NOW });
      await store.notices.claim(person, 'privacy', NOW, 0);
      await store.questionLog.add(logged(pseudonym));
      await store.owners.offer('h1');
      await store.owners.redeem('h1', person);
    }

    it('removes everything of a person and says how many records', async () => {
      await live(PERSON, 'x');
      await store.conversations.add(turn({ message: 'm9', place: OTHER_PLACE }));
      await store.questionLog.add(logged('x'));
      expect(await store.forget(PERSON, 'x')).toBe(6);
      expect(await store.conversations.latest(PLACE, PERSON, 0)).toBeUndefined();
      expect(await store.conversations.ofMessage('m9', 0)).toBeUndefined();
      expect(await store.feedback.count()).toEqual({ helpful: 0, unhelpful: 0 });
      expect(await store.questionLog.count()).toBe(0);
      expect(await store.notices.claim(PERSON, 'privacy', NOW, 0)).toBe(true);
    });

    it('leaves everything of other people', async () => {
      await live(PERSON, 'x');
      await live(OTHER_PERSON, 'y');
      expect(await store.forget(PERSON, 'x')).toBe(4);
      expect((await store.conversations.latest(PLACE, OTHER_PERSON, 0))?.message).toBe(`to ${OTHER_PERSON}`);
      expect(await store.feedback.count()).toEqual({ helpful: 1, unhelpful: 0 });
      expect(await store.questionLog.count()).toBe(1);
      expect(await store.notices.claim(OTHER_PERSON, 'privacy', NOW, 0)).toBe(false);
    });

    it('leaves ownership, settings, decisions, listings and the secret', async () => {
      const secret = await store.secret();
      await live(PERSON, 'x');
      await store.settings.set(PERSON, { language: 'en' });
      await store.access.set(PERSON, 'allowed');
      await store.pagedLists.put('l1', listing(), NOW);
      await store.forget(PERSON, 'x');
      expect(await store.owners.has(PERSON)).toBe(true);
      expect(await store.settings.get(PERSON)).toEqual({ language: 'en' });
      expect(await store.access.get(PERSON)).toBe('allowed');
      expect(await store.pagedLists.get('l1', NOW)).toEqual(listing());
      expect(await store.secret()).toBe(secret);
    });

    it('finds nothing of a person who is not known, and nothing twice', async () => {
      await live(PERSON, 'x');
      expect(await store.forget('nobody', 'z')).toBe(0);
      expect(await store.forget(PERSON, 'x')).toBe(4);
      expect(await store.forget(PERSON, 'x')).toBe(0);
    });

    it('does not take a pseudonym for a person', async () => {
      await live(PERSON, OTHER_PERSON);
      await live(OTHER_PERSON, PERSON);
      expect(await store.forget(PERSON, 'z')).toBe(3);
      expect(await store.questionLog.count()).toBe(2);
    });
  });

  describe('texts', () => {
    it.each(HARD_TEXTS.map((text) => [text]))('%j comes back as it was', async (text) => {
      const hard = turn({ message: text, place: text, person: text, questions: [text, `x${text}`] });
      await store.conversations.add(hard);
      await store.pagedLists.put(text, listing({ ids: [text], words: [text] }), NOW);
      await store.registrations.set(text, text);
      expect(await store.conversations.ofMessage(text, 0)).toEqual(hard);
      expect(await store.conversations.latest(text, text, 0)).toEqual(hard);
      expect(await store.pagedLists.get(text, NOW)).toEqual(listing({ ids: [text], words: [text] }));
      expect(await store.registrations.get(text)).toBe(text);
    });

    it('that differ are different keys', async () => {
      const count = HARD_TEXTS.length;
      for (const text of HARD_TEXTS) {
        await store.access.set(text, 'denied');
        await store.owners.offer(text);
        expect(await store.owners.redeem(text, text)).toBe(true);
        expect(await store.notices.claim(text, text, NOW, 0)).toBe(true);
        await store.questionLog.add({ ...logged(text), question: text });
      }
      expect(await store.owners.count()).toBe(count);
      for (const text of HARD_TEXTS) expect(await store.forget(text, text)).toBe(2);
      expect(await store.owners.count()).toBe(count);
    });

    it('of any kind come back, and only to their own key', async () => {
      const pair = fc.tuple(anyText, anyText).filter(([one, other]) => one !== other);
      await fc.assert(
        fc.asyncProperty(pair, async ([one, other]) => {
          const turns = [one, other].map((text) => turn({ message: text, place: text, questions: [text] }));
          for (const each of turns) await store.conversations.add(each);
          for (const each of turns) {
            expect(await store.conversations.ofMessage(each.message, 0)).toEqual(each);
            expect(await store.conversations.latest(each.place, PERSON, 0)).toEqual(each);
          }
          expect(await store.forget(PERSON, one)).toBe(2);
        }),
        { seed: 71, numRuns: 200 },
      );
    });
  });

  describe('a closed store', () => {
    it('rejects every call with an error that says so', async () => {
      await store.close();
      const calls = [
        () => store.settings.get(PLACE),
        () => store.access.set(PLACE, 'allowed'),
        () => store.collections.bindings(),
        () => store.owners.redeem('h1', PERSON),
        () => store.conversations.add(turn()),
        () => store.feedback.count(),
        () => store.pagedLists.get('l1', NOW),
        () => store.notices.claim(PERSON, 'privacy', NOW, 0),
        () => store.questionLog.count(),
        () => store.registrations.set('discord:1', 'h1'),
        () =>
          store.digests.outbox.claim({ platform: 'discord', worker: 'w1', now: NOW, until: NOW, limit: 1 }),
        () => store.secret(),
        () => store.forget(PERSON, 'x'),
      ];
      for (const call of calls) await expect(call()).rejects.toThrow(/was called after .+ was closed$/);
    });

    it('can be closed once more', async () => {
      await store.close();
      await expect(store.close()).resolves.toBeUndefined();
    });
  });
}
