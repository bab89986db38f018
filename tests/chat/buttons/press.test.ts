// The data of buttons: short enough for every platform, decoded to what was encoded, and never trusted.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Action,
  type FormAudience,
  type LibraryOperation,
  numberIn,
} from '../../../src/chat/buttons/action.ts';
import { askerMark, formerMark, placeMark } from '../../../src/chat/buttons/asker-mark.ts';
import { decodePress, encodePress, type Press } from '../../../src/chat/buttons/press.ts';
import { COMMANDS } from '../../../src/chat/index.ts';
import { LOCALES, MAX_ACTION_LENGTH } from '../../../src/message/index.ts';

const textOf = (characters: string, minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...characters), minLength, maxLength });
const DIGITS = '0123456789';
const BASE36 = `${DIGITS}abcdefghijklmnopqrstuvwxyz`;

const reportId = fc
  .tuple(textOf(BASE36, 8, 8), textOf(BASE36, 1, 4))
  .map(([file, number]) => `${file}-${number}`);
const quoteId = fc
  .tuple(reportId, textOf(BASE36, 1, 8), textOf(BASE36, 1, 6))
  .map(([report, start, length]) => `${report}-${start}-${length}`);
const number = textOf(DIGITS, 1, 3);
const word = textOf('abcdefghijklmnopqrstuvwxyzH-', 1, 15);

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.tuple(quoteId, number).map((args): Action => ({ verb: 'context', args })),
  fc.tuple(quoteId, number).map((args): Action => ({ verb: 'part', args })),
  fc.tuple(reportId, number, number).map((args): Action => ({ verb: 'section', args })),
  fc.tuple(reportId, word, number).map((args): Action => ({ verb: 'kind', args })),
  fc.tuple(reportId).map((args): Action => ({ verb: 'card', args })),
  fc.tuple(textOf(BASE36, 10, 10), number).map((args): Action => ({ verb: 'list', args })),
  fc.tuple(quoteId).map((args): Action => ({ verb: 'quote', args })),
  fc.constantFrom<'yes' | 'no'>('yes', 'no').map((each): Action => ({ verb: 'feedback', args: [each] })),
  fc.tuple(word, word).map((args): Action => ({ verb: 'setting', args })),
  fc
    .tuple(fc.constantFrom<FormAudience[]>('everyone', 'asker'), fc.constantFrom(...LOCALES))
    .map((args): Action => ({ verb: 'ask', args })),
  fc
    .tuple(
      fc.constantFrom<FormAudience[]>('everyone', 'asker'),
      fc.constantFrom(...LOCALES),
      fc.constantFrom(...COMMANDS.map(({ name }) => name.replaceAll(' ', '-'))),
      fc.constantFrom(...COMMANDS.flatMap(({ options }) => Object.keys(options))),
    )
    .map((args): Action => ({ verb: 'give', args })),
  fc
    .tuple(
      fc.constantFrom<LibraryOperation[]>('add', 'replace', 'both', 'dismiss', 'remove', 'keep', 'restore'),
      textOf(`${DIGITS}abcdef`, 16, 16),
    )
    .map((args): Action => ({ verb: 'library', args })),
);
const press: fc.Arbitrary<Press> = fc.record({
  action,
  effect: fc.constantFrom<Press['effect'][]>('turn', 'open'),
  asker: fc.string({ unit: 'binary' }).map((person) => askerMark(person, 'a secret')),
});

describe('the data of a button', () => {
  it('is decoded to what was encoded', () => {
    fc.assert(
      fc.property(press, (each) => {
        expect(decodePress(encodePress(each))).toEqual(each);
      }),
    );
  });

  it('has at most 64 plain characters', () => {
    fc.assert(
      fc.property(press, (each) => {
        const data = encodePress(each);
        expect(data.length).toBeLessThanOrEqual(MAX_ACTION_LENGTH);
        expect(data).toMatch(/^[\x21-\x7e]+$/);
      }),
    );
  });

  it('that is too long throws', () => {
    const args: [string, string] = ['a'.repeat(60), '1'];
    expect(() =>
      encodePress({ action: { verb: 'context', args }, effect: 'open', asker: 'aaaaaaa' }),
    ).toThrow(/too long/);
  });

  it('keeps its letters: old buttons stay in the chats', () => {
    const written = (each: Action) => encodePress({ action: each, effect: 'open', asker: 'aaaaaaa' });
    expect([
      written({ verb: 'context', args: ['q', '1'] }),
      written({ verb: 'part', args: ['q', '0'] }),
      written({ verb: 'section', args: ['r', '2', '0'] }),
      written({ verb: 'kind', args: ['r', 'plans', '0'] }),
      written({ verb: 'card', args: ['r'] }),
      written({ verb: 'list', args: ['l', '0'] }),
      written({ verb: 'quote', args: ['q'] }),
      written({ verb: 'feedback', args: ['yes'] }),
      encodePress({
        action: { verb: 'setting', args: ['length', 'short'] },
        effect: 'turn',
        asker: 'aaaaaaa',
      }),
      written({ verb: 'library', args: ['add', 'f'] }),
      written({ verb: 'ask', args: ['asker', 'zh'] }),
      written({ verb: 'give', args: ['everyone', 'en', 'digest-on', 'zone'] }),
    ]).toEqual([
      'c+q.1~aaaaaaa',
      'p+q.0~aaaaaaa',
      's+r.2.0~aaaaaaa',
      'k+r.plans.0~aaaaaaa',
      'r+r~aaaaaaa',
      'l+l.0~aaaaaaa',
      'q+q~aaaaaaa',
      'f+yes~aaaaaaa',
      'e=length.short~aaaaaaa',
      'b+add.f~aaaaaaa',
      'n+asker.zh~aaaaaaa',
      'i+everyone.en.digest-on.zone~aaaaaaa',
    ]);
  });

  it.each([
    '',
    'x',
    'c+q.1',
    'c+q.1~AAAAAAA',
    'c+q.1~aaaaaa',
    'c+q~aaaaaaa',
    'c+q.1.1~aaaaaaa',
    'z+q.1~aaaaaaa',
    'c?q.1~aaaaaaa',
    'c+林业局.1~aaaaaaa',
    'c+q.1~aaaaaaa\n',
    `c+${'q'.repeat(60)}.1~aaaaaaa`,
    '__proto__',
    'choice.3',
  ])('that is none of ours is not decoded: %j', (data) => {
    expect(decodePress(data)).toBeUndefined();
  });

  it('never throws when it is decoded, whatever it is', () => {
    const close = fc.tuple(press.map(encodePress), fc.nat(70), fc.string({ unit: 'binary', maxLength: 3 }));
    const broken = close.map(([data, at, other]) => data.slice(0, at) + other + data.slice(at + 1));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), broken), (data) => {
        const read = decodePress(data);
        if (read) expect(encodePress(read)).toBe(data);
      }),
    );
  });
});

describe('the mark of a person', () => {
  it('is short, always the same, and different for each person', () => {
    const marks = Array.from({ length: 5000 }, (_, i) => askerMark(`discord:${i}`, 'a secret'));
    for (const mark of marks) expect(mark).toMatch(/^[a-z0-9]{7}$/);
    expect(new Set(marks).size).toBe(marks.length);
    expect(askerMark('discord:7', 'a secret')).toBe(marks[7]);
  });

  it('cannot be made up without the store’s secret', () => {
    const marks = ['a secret', 'another', ''].map((secret) => askerMark('discord:7', secret));
    expect(new Set([...marks, formerMark('discord:7'), placeMark('discord:7')]).size).toBe(4);
  });
});

describe('a number in the data', () => {
  it('has one to three digits', () => {
    expect(['0', '7', '999'].map(numberIn)).toEqual([0, 7, 999]);
    for (const text of ['', '-1', '1000', '1.5', '1e2', ' 1', '０', 'NaN'])
      expect(numberIn(text)).toBeUndefined();
  });
});
