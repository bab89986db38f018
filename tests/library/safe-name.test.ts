// Names from a chat: whatever somebody calls a file, it becomes a plain name within one folder.
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  collisionKey,
  MAX_NAME_BYTES,
  numberedName,
  safeFileName,
  safeFolderName,
} from '../../src/library/safe-name.ts';

const PIECES = [
  ...['..', '.', '/', '\\', '\0', '\n', '\r', '\t', ' ', '~', '-', ':', '*', '?', '"', '<', '>', '|'],
  ...['\u202e', '\u200f', '\u2066', '\u200b', '\ufeff', '\u2028', '\ud83d', '\udc4d', '\u0301', 'e', 'é'],
  ...[
    'con',
    'NUL',
    'com1',
    'lpt¹',
    'aux.',
    '.txt',
    '.TXT',
    '.docx',
    '.pdf',
    '.tar.gz',
    '林业局',
    '😀',
    '👩‍👩‍👧',
  ],
  ...[
    'C:',
    '%2e%2e%2f',
    '$HOME',
    '`id`',
    '∕',
    '／',
    '．．',
    'a'.repeat(300),
    '农'.repeat(120),
    '\u0301'.repeat(200),
  ],
];
const hostile = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.nat(0xffff), { maxLength: 60 }).map((codes) => String.fromCharCode(...codes)),
);

/** What is wrong with a name. */
function faultsOf(name: string): string[] {
  const faults: [string, boolean][] = [
    ['is empty', name === ''],
    ['is a path', path.posix.basename(name) !== name || path.win32.basename(name) !== name],
    ['leads elsewhere', name === '.' || name === '..'],
    ['is hidden', name.startsWith('.')],
    ['is too long', Buffer.byteLength(name) > MAX_NAME_BYTES],
    ['holds what is not seen', /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(name)],
    [
      'is none on Windows',
      /[<>:"/\\|?*]|[ .]$/.test(name) || /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name),
    ],
    ['has two Unicode forms', name.normalize('NFC') !== name],
    ['begins or ends blank', name.trim() !== name],
  ];
  return faults.flatMap(([fault, has]) => (has ? [fault] : []));
}

describe('a safe name of a file', () => {
  it('is no path, whatever it was made of', () => {
    fc.assert(
      fc.property(hostile, (given) => {
        expect(faultsOf(safeFileName(given))).toEqual([]);
        expect(path.resolve('/srv/reports', safeFileName(given))).toBe(`/srv/reports/${safeFileName(given)}`);
      }),
      { numRuns: 2000 },
    );
  });

  it('is unchanged where it is made safe again', () => {
    fc.assert(
      fc.property(hostile, (given) => {
        expect(safeFileName(safeFileName(given))).toBe(safeFileName(given));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['林业局2024年上半年工作总结.docx', '林业局2024年上半年工作总结.docx'],
    ['a report, v2 (final).pdf', 'a report, v2 (final).pdf'],
    ['2023.12.31 总结.txt', '2023.12.31 总结.txt'],
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\windows\\system.ini', 'system.ini'],
    ['C:\\Users\\x\\报告.txt', '报告.txt'],
    ['reports/', 'reports'],
    ['.env', 'env'],
    ['...', 'report'],
    ['', 'report'],
    ['\0', 'report'],
    ['.txt', 'txt'],
    ['a\0b.txt', 'ab.txt'],
    ['a\nb.txt', 'a b.txt'],
    ['txt.\u202ecod.exe', 'txt.cod.exe'],
    ['what?.txt', 'what_.txt'],
    ['CON.txt', '_CON.txt'],
    ['nul', '_nul'],
    ['lpt¹.md', '_lpt¹.md'],
    ['console.txt', 'console.txt'],
    ['e\u0301.txt', 'é.txt'],
    ['a .txt', 'a.txt'],
    ['a.txt. .', 'a.txt'],
    ['\ud83d.txt', '\ufffd.txt'],
  ])('keeps of %j what names it: %j', (given, safe) => {
    expect(safeFileName(given)).toBe(safe);
  });

  it.each(['农'.repeat(300), 'x'.repeat(300), '😀'.repeat(90), '👩‍👩‍👧'.repeat(40), 'e\u0301'.repeat(200)])(
    'is cut between characters where it is too long, and keeps its ending',
    (stem) => {
      const name = safeFileName(`${stem}.docx`);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(MAX_NAME_BYTES);
      expect(Buffer.byteLength(name)).toBeGreaterThan(MAX_NAME_BYTES - 40);
      expect(name).toMatch(/\.docx$/);
      expect(name.isWellFormed()).toBe(true);
      expect(safeFileName(`${stem}.docx`.replaceAll(/\p{Cf}/gu, '')).startsWith(name.slice(0, -5))).toBe(
        true,
      );
    },
  );
});

describe('a safe name of a folder', () => {
  it('is no path, or there is none', () => {
    fc.assert(
      fc.property(hostile, (given) => {
        const name = safeFolderName(given);
        if (name !== undefined) {
          expect(faultsOf(name)).toEqual([]);
          expect(safeFolderName(name)).toBe(name);
        }
      }),
      { numRuns: 2000 },
    );
    for (const given of ['', '.', '..', '/', '../..', '\\', ' ', '\0', '...', '\u202e'])
      expect(safeFolderName(given)).toBeUndefined();
    expect(safeFolderName('林业/2024')).toBe('2024');
  });
});

describe('a name with a number', () => {
  it('is a safe name of its own, however long the name is', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 2, max: 99_999 }), (given, number) => {
        const name = safeFileName(given);
        const numbered = numberedName(name, number);
        expect(faultsOf(numbered)).toEqual([]);
        expect(numbered).toContain(`(${number})`);
        expect(collisionKey(numbered)).not.toBe(collisionKey(name));
        expect(numberedName(name, number + 1)).not.toBe(numbered);
      }),
    );
    expect(numberedName('总结.txt', 2)).toBe('总结 (2).txt');
    expect(numberedName('总结', 3)).toBe('总结 (3)');
  });
});

describe('names that are one file on some systems', () => {
  it.each([
    ['Report.TXT', 'report.txt'],
    ['é.txt', 'e\u0301.txt'],
    ['STRASSE.txt', 'straße.txt'],
    ['ＡＢＣ.txt', 'abc.txt'],
    ['ﬁnal.txt', 'FINAL.txt'],
  ])('are twins: %s and %s', (one, other) => {
    expect(collisionKey(one)).toBe(collisionKey(other));
  });

  it('are none where they differ in a word', () => {
    expect(collisionKey('林业局.txt')).not.toBe(collisionKey('农业局.txt'));
  });
});
