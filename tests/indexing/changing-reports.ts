// Small reports that change, their index from state to state, and everything that can be asked of an index
// as plain data.
import { nextIndex } from '../../src/indexing/build-index.ts';
import { dictionaryOf } from '../../src/language/index.ts';
import { suggest } from '../../src/lookup/index.ts';
import { type ReportFile, readReports } from '../../src/reports/index.ts';
import { type PassageIndex, Vocabulary } from '../../src/search/index.ts';
import { sentence } from '../fixtures/prose.ts';
import { LIMIT, search } from '../search/corpus.ts';

/** Only a few words of the sentences, so that the thesaurus is built fast. */
export const DICTIONARY = dictionaryOf(
  ['老人', '枫香', '道路', '公路', '改造', '豆子', '油菜', '孩子', '冷库', '井', '茶厂', '河'],
  [
    'old person|senior citizen',
    'sweet gum tree',
    'road',
    'road|highway',
    'rebuild',
    'bean',
    'rapeseed|oil crop',
    'child',
    'cold store',
    'well',
    'tea factory',
    'river',
  ],
);

/** Reports with their index. */
export class ChangingReports {
  private readonly files = new Map<string, ReportFile>();
  private earlier: PassageIndex | undefined;

  put(name: string, text: string): void {
    this.files.set(name, readReports(name, { text, markup: [], headings: [], warnings: [] }));
  }

  remove(name: string): void {
    this.files.delete(name);
  }

  private sorted(): ReportFile[] {
    return [...this.files.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** The next state, built from the one before. */
  async updated(): Promise<PassageIndex> {
    const { earlier } = this;
    const vocabulary = earlier?.parts.tables.vocabulary ?? new Vocabulary();
    const input = { vocabulary, dictionary: DICTIONARY, ownLexicon: '', earlier };
    this.earlier = await nextIndex(this.sorted(), input);
    return this.earlier;
  }

  /** The same state, built from nothing. */
  fresh(): Promise<PassageIndex> {
    const input = { vocabulary: new Vocabulary(), dictionary: DICTIONARY, ownLexicon: '' };
    return nextIndex(this.sorted(), input);
  }
}

const AGENCIES = ['县林业局', '雁汀镇', '县卫生健康局', '石磨岭乡'];

/** A short report, different for each number. */
export const reportNumber = (number: number): string =>
  [
    `${AGENCIES[number % AGENCIES.length]}${2020 + (number % 5)}年工作总结`,
    '',
    '一、主要工作',
    `（一）第${number % 7}片`,
    `${sentence(number)}${sentence(number * 5 + 1)}`,
    `（二）${sentence(number + 3).slice(0, 4)}`,
    sentence(number * 3 + 2),
    ...(number % 3 === 0 ? tableOf(number) : []),
    '二、下步打算',
    sentence(number + 11),
  ].join('\n');

const tableOf = (number: number): string[] => [
  '村名\t冷库座数\t茶园面积',
  `第${number}村\t${number}\t${number * 7}`,
  `第${number + 1}村\t${number + 2}\t${number * 5}`,
];

const QUESTIONS = [
  ['冷库座数', '第3村'],
  ['老人', '枫香'],
  ['公路'],
  ['孩子', '学校', '操场'],
  ['林业局'],
  ['第3片'],
  ['豆子', '冷库'],
];
const SOUNDS = ['anshi', 'loude', 'xianlu', 'deji', 'dedui', 'yanting', 'fengxiang', 'shimoling', 'laoren'];
const CHARACTERS = ['水', '茶', '路', '老', '村', '山'];
const TYPED = ['', '林业', 'yanting', '2023', '工作', '乡'];

/** Everything that can be asked of an index, as plain data: the same however the index was built. */
export function contentOf(index: PassageIndex): object {
  const concepts = QUESTIONS.flat().map((text) => ({
    label: text,
    weight: 1,
    variants: [{ text, weight: 1, own: true, tokens: [{ text, weight: 1 }] }],
  }));
  return {
    reports: index.reports.map(({ id }) => id),
    hits: QUESTIONS.map((words) =>
      search(index, words, { limit: LIMIT }).map(({ id, score, signals, report, passage }) => ({
        id,
        score,
        signals,
        place: [report.id, passage.start],
      })),
    ),
    tagged: search(index, ['老人', '枫香', '公路', '孩子'], {
      tags: { agency: '雁汀镇', sectionKind: 'plans' },
    }).map(({ id }) => id),
    similar: index.similar(sentence(4), 5).map(({ id, score }) => [id, score]),
    titles: index.titleScores(concepts),
    wholes: index.reportScores(concepts),
    thesaurus: { english: [...index.thesaurus.english], chinese: [...index.thesaurus.chinese] },
    readings: new Map([...index.soundTable.readings].sort()),
    spelled: SOUNDS.map((sound) => index.sounds.spelled(sound)),
    homophones: ['老仁', '丰香', '公录', '茶场'].map((word) => index.sounds.homophones(word)),
    pairs: CHARACTERS.map((character) => index.pairsWith(character)),
    sayable: ['老人', '磁悬浮', '井', '枫香'].map((word) => index.hasWordsFor(word)),
    rarity: ['老人', '没有', '枫香'].map((word) => index.rarity(word)),
    offered: TYPED.flatMap((typed) =>
      (['report', 'agency', 'period'] as const).map((kind) => suggest(kind, typed, index, 10)),
    ),
  };
}
