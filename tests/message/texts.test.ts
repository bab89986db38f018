// The bot's own words: every language fills every key, and says what it is given.
import { describe, expect, it } from 'vitest';
import { type Locale, TEXTS, type Texts } from '../../src/message/index.ts';

/** A call of each key, with parameters that must be seen in what it says. */
const CALLS: { [Key in keyof Texts]: { given: Parameters<Texts[Key]>; seen?: string[] } } = {
  greeting: { given: [16, 13], seen: ['16', '13'] },
  examples: { given: [] },
  factsIntro: { given: [3], seen: ['3'] },
  overviewIntro: {
    given: ['县林业局2023年工作总结', 12, 9],
    seen: ['《县林业局2023年工作总结》', '12', '9'],
  },
  comparisonIntro: { given: [4], seen: ['4'] },
  others: { given: [['甲总结', '乙总结']], seen: ['《甲总结》', '《乙总结》'] },
  silent: { given: [['林业局', '卫健委']], seen: ['林业局', '卫健委'] },
  notFound: { given: [] },
  partLacking: { given: ['县林业局2023年工作总结', '亮点'], seen: ['《县林业局2023年工作总结》', '亮点'] },
  partName: { given: ['problems'] },
  masked: { given: [], seen: ['XX'] },
  unknownWords: { given: [['高铁', 'football']], seen: ['高铁', 'football'] },
  nearMisses: { given: [] },
  source: {
    given: ['县林业局2023年工作总结', ['二、存在的问题', '（一）资金'], 'abcd1234-0-a-b'],
    seen: ['《县林业局2023年工作总结》', '二、存在的问题', '（一）资金', 'abcd1234-0-a-b'],
  },
  goesOn: { given: [] },
  moreContext: { given: [] },
  wholePart: { given: [] },
  citeThis: { given: [] },
  helpful: { given: [] },
  unhelpful: { given: [] },
  otherCandidates: { given: [7], seen: ['7'] },
  remainingPoints: { given: [6], seen: ['6'] },
  otherReports: { given: [] },
  contextOfWhich: { given: [] },
  numberedQuote: { given: [4], seen: ['4'] },
  contextHeading: { given: ['甲总结'], seen: ['《甲总结》'] },
  pageOf: { given: [2, 9], seen: ['2', '9'] },
  previousPage: { given: [] },
  nextPage: { given: [] },
  passageList: { given: [58], seen: ['58'] },
  catalogueIntro: { given: [16], seen: ['16'] },
  openWhichReport: { given: [] },
  whichReport: { given: [] },
  passagesGone: { given: [] },
  collectionReaders: {
    given: ['内部', ['fake:guild:1', 'fake:channel:2']],
    seen: ['内部', 'fake:guild:1', 'fake:channel:2'],
  },
  collectionAwaited: { given: ['内部'], seen: ['内部'] },
  notACollection: { given: ['a/b', ['内部', '公开']], seen: ['a/b', '内部', '公开'] },
  collectionBoundAround: { given: ['内部'], seen: ['内部'] },
  everyChatOfCollection: { given: [] },
  nothingFound: { given: ['football'], seen: ['football'] },
  authorIs: { given: ['林业局'], seen: ['林业局'] },
  covers: { given: ['2023年'], seen: ['2023年'] },
  plansFor: { given: ['2024年'], seen: ['2024年'] },
  kindIs: { given: ['plan'], seen: ['plan'] },
  kindName: { given: ['town-summary'] },
  fileIs: { given: ['a.txt'], seen: ['a.txt'] },
  untitled: { given: [] },
  outlineHeading: { given: [] },
  readWhichPart: { given: [] },
  readAll: { given: [] },
  copy: { given: [] },
  orChoose: { given: [] },
  openPrivately: { given: [] },
  writePrivately: { given: [] },
  citation: { given: [], seen: ['GB/T 7714', 'Markdown'] },
  noSuchQuote: { given: ['abcd1234-0-a-b'], seen: ['abcd1234-0-a-b'] },
  quoteGone: { given: [] },
  filterName: { given: ['agency'] },
  noSuchReports: { given: ['X', 'football'], seen: ['X', 'football'] },
  thereAre: { given: [] },
  verbatimIn: { given: [3], seen: ['3'] },
  differs: { given: [88], seen: ['88'] },
  sourceReads: { given: [] },
  onlySource: { given: [] },
  onlyGiven: { given: [] },
  notInReports: { given: [] },
  helpHeading: { given: [] },
  helpAsking: { given: [16], seen: ['16'] },
  helpFollowing: { given: [] },
  helpLimits: { given: [] },
  privacyHeading: { given: [] },
  privacy: { given: [true], seen: ['30', '90', '/forget'] },
  forgotten: { given: [5], seen: ['5'] },
  ownerStays: { given: [] },
  settingsHeading: { given: [] },
  managersOnly: { given: [] },
  ownersOnly: { given: [] },
  onlyManagersAnswered: { given: [] },
  placeNotAllowed: { given: ['discord:guild:1'], seen: ['discord:guild:1', '/allow'] },
  privateNotAllowed: { given: ['discord:user:1'], seen: ['discord:user:1', '/allow', '/pair'] },
  allowed: { given: [true] },
  denied: { given: [true] },
  allowedPlace: { given: ['discord:guild:1'], seen: ['discord:guild:1'] },
  deniedPlace: { given: ['discord:guild:1'], seen: ['discord:guild:1'] },
  noSuchPlace: { given: ['here'], seen: ['here'] },
  alreadyOwner: { given: [] },
  paired: { given: [] },
  wrongCode: { given: [] },
  mayNotWrite: { given: [] },
  oldButton: { given: [] },
  notYourButton: { given: [] },
  welcome: { given: [] },
  deniedByOwner: { given: [] },
  deniedAround: { given: [] },
  listGone: { given: [] },
  thanks: { given: [] },
  thanksForTelling: { given: [] },
  tooFast: { given: [12], seen: ['12'] },
  tooManyAtOnce: { given: [3], seen: ['3'] },
  tooLong: { given: ['X', 500, 612], seen: ['X', '500', '612'] },
  optionMissing: { given: ['X', 'Y'], seen: ['X', 'Y'] },
  notAChoice: { given: ['X', ['Y', 'Z']], seen: ['X', 'Y', 'Z'] },
  unknownCommand: { given: ['nope'], seen: ['nope', '/help'] },
  failed: { given: ['7F3A21'], seen: ['7F3A21'] },
  keepersOnly: { given: [], seen: ['/settings'] },
  notSet: { given: [] },
  help: { given: [], seen: ['/reports', '/help', '/quit'] },
  terminalOnly: { given: [], seen: ['README'] },
  goodbye: { given: [] },
  prompt: { given: [] },
  digestStanding: { given: [] },
  digestHeading: { given: ['11月22日'], seen: ['11月22日'] },
  hitsHeading: { given: [] },
  digestLate: { given: ['08:30'], seen: ['08:30'] },
  newsHeading: { given: [3, 2], seen: ['3', '2'] },
  newsOf: { given: ['changed', '甲总结', '县林业局 · 2023年'], seen: ['《甲总结》', '县林业局 · 2023年'] },
  topicHeading: {
    given: [{ text: '古树', agency: '县林业局', part: '打算' }],
    seen: ['古树', '县林业局', '打算'],
  },
  todaysReport: { given: ['甲总结', '县林业局 · 2023年'], seen: ['《甲总结》', '县林业局 · 2023年'] },
  tellingQuotes: { given: [] },
  tryAsking: { given: [] },
  wholeDigest: { given: [7], seen: ['7'] },
  whyThis: { given: [] },
  digestGone: { given: [], seen: ['30'] },
  nothingNewToday: { given: [] },
  digestIsOn: { given: [] },
  digestIsOff: { given: [5, 2], seen: ['5', '2'] },
  digestWasOff: { given: [], seen: ['/digest on'] },
  digestPaused: { given: ['12月1日'], seen: ['12月1日'] },
  notOnYet: { given: [], seen: ['/digest on'] },
  nextDigest: { given: [] },
  lastDigest: { given: ['missed'] },
  setUpOn: { given: [] },
  whyHere: { given: ['group'], seen: ['/digest off'] },
  scheduleIs: { given: ['08:30', 'weekdays', 'Asia/Shanghai'], seen: ['08:30', 'Asia/Shanghai'] },
  silently: { given: [true] },
  skipping: { given: [true] },
  followingCount: { given: [3, 20], seen: ['3', '20'] },
  digestIsGone: { given: ['forbidden'] },
  noTimeOfDay: { given: ['25:00'], seen: ['25:00', '08:30'] },
  noZone: { given: ['new', ['Asia/One', 'Asia/Two']], seen: ['new', 'Asia/One', 'Asia/Two'] },
  noDate: { given: ['bald'], seen: ['bald', '2026-12-01'] },
  noDigestsHere: { given: [] },
  followed: { given: [{ text: '古树' }, 3, 20], seen: ['古树', '3', '20'] },
  followedAlready: { given: [{ text: '古树' }], seen: ['古树'] },
  tooManyTopics: { given: [20], seen: ['20', '/unfollow'] },
  foundNow: { given: [] },
  nothingYet: { given: [] },
  followNeedsDigest: { given: [], seen: ['/digest on'] },
  unfollowed: { given: [{ text: '古树' }], seen: ['古树'] },
  notFollowed: { given: ['古树'], seen: ['古树'] },
  followingHeading: { given: [3, 20], seen: ['3', '20'] },
  followsNothing: { given: [], seen: ['/follow'] },
  followedTopic: { given: [{ text: '古树', atOnce: true }], seen: ['古树'] },
  unfollowWhich: { given: [] },
  followThis: { given: [] },
  questionGone: { given: [], seen: ['30', '/follow'] },
};

const LANGUAGES = Object.entries(TEXTS) as [Locale, Texts][];
const KEYS = Object.keys(CALLS) as (keyof Texts)[];

function said(texts: Texts, key: keyof Texts): string {
  const say = texts[key] as (...given: unknown[]) => string | string[];
  return [say(...CALLS[key].given)].flat().join('\n');
}

describe('every language', () => {
  it.each(LANGUAGES)('fills every key and no other: %s', (_, texts) => {
    expect(Object.keys(texts).sort()).toEqual([...KEYS].sort());
  });

  it.each(LANGUAGES.flatMap(([language, texts]) => KEYS.map((key) => ({ language, key, texts }))))(
    'says something for $key with what it is given: $language',
    ({ key, texts }) => {
      const text = said(texts, key);
      expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(/undefined|null|\[object|NaN/);
      for (const seen of CALLS[key].seen ?? []) expect(text).toContain(seen);
    },
  );

  it.each(KEYS.filter((key) => key !== 'source' && key !== 'contextHeading'))(
    'has its own words for %s',
    (key) => {
      expect(said(TEXTS.zh, key)).toMatch(/[\u4e00-\u9fff]/);
      const foreign = (CALLS[key].seen ?? []).reduce(
        (text, seen) => text.replaceAll(seen, ''),
        said(TEXTS.en, key),
      );
      expect(foreign).not.toMatch(/[\u4e00-\u9fff]/);
    },
  );

  it.each(LANGUAGES)('speaks of one as of one: %s', (_, texts) => {
    for (const text of [
      texts.factsIntro(1),
      texts.overviewIntro('甲', 1, 1),
      texts.catalogueIntro(1),
      texts.passageList(1),
      texts.remainingPoints(1),
      texts.helpAsking(1),
      texts.forgotten(1),
      texts.tooFast(1),
      texts.tooManyAtOnce(1),
      texts.greeting(1, 1),
    ])
      expect(text).not.toMatch(/\b1 (?:reports|files|points|passages|records|seconds|questions)\b/);
  });

  it.each(LANGUAGES)('puts where a quote stands in order, from the report down to its id: %s', (_, texts) => {
    const source = texts.source('甲总结', ['一、乙', '（一）丙'], 'abcd1234-0-a-b');
    const places = ['甲总结', '一、乙', '（一）丙', 'abcd1234-0-a-b'].map((part) => source.indexOf(part));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(texts.source('甲总结', [], 'abcd1234-0-a-b')).not.toMatch(/›\s*›/);
  });
});
