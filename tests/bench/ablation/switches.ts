// The mechanisms, signals and signs of evidence that are switched off in turn, each with what stands in for it.
import fs from 'node:fs';
import path from 'node:path';
import { isAnswerable } from '../../../src/answer/answerability.ts';
import { EVIDENCE, type Evidence } from '../../../src/answer/evidence.ts';
import { type Lexicon, parseLexicon, type Thesaurus } from '../../../src/language/index.ts';
import { type PassageIndex, WEIGHTS } from '../../../src/search/index.ts';
import { PROJECT_ROOT } from '../corpus.ts';
import { CONTINUES_PRIOR, PART_PRIOR, SHAPE_PRIOR } from '../training/priors.ts';
import type { AnyFunction, StandIn, StandIns } from './copy.ts';

export interface Switch {
  name: string;
  standIns?: StandIns;
  /** The vocabulary without a part of it. */
  thesaurus?: (whole: Thesaurus) => Thesaurus;
  /** Properties of the index that are replaced. */
  index?: (index: PassageIndex) => object;
  /** Whether a question with this evidence is answered as before: it need not be asked again. */
  spares?: (evidence: Evidence) => boolean;
}

const always =
  (value: unknown): StandIn =>
  () =>
  () =>
    value;
const changed =
  (change: (result: never) => unknown): StandIn =>
  (original) =>
  (...args) =>
    change(original(...args) as never);
const WEIGHED = 'answer/evidence.ts evidenceFor';

/** Nothing is switched off; what was weighed is told. */
export const noticing = (notice: (evidence: Evidence) => void): Switch => ({
  name: 'nothing',
  standIns: {
    [WEIGHED]: changed((evidence: Evidence) => {
      notice(evidence);
      return evidence;
    }),
  },
});

const off = (name: string, ...functions: [name: string, standIn: StandIn][]): Switch => ({
  name,
  standIns: Object.fromEntries(functions),
});

const LEXICON = path.join(PROJECT_ROOT, 'src/language/lexicon');
const LAYERS: Record<string, string[]> = {
  'english.txt': ['english.txt'],
  'synonyms.txt': ['synonyms.txt'],
  domains: fs.readdirSync(path.join(LEXICON, 'domains')).map((name) => `domains/${name}`),
};
const ALL_LAYERS = Object.values(LAYERS).flat();

const lexiconWithout = (layer: readonly string[]): Lexicon =>
  parseLexicon(
    ALL_LAYERS.filter((name) => !layer.includes(name) && name.endsWith('.txt')).map((name) =>
      fs.readFileSync(path.join(LEXICON, name), 'utf8'),
    ),
  );
const withoutLayer = (name: string, layer: readonly string[]): Switch => ({
  name: `lexicon: ${name}`,
  thesaurus: (whole) => ({ ...whole, lexicon: lexiconWithout(layer) }),
});

const SOURCES = ['part', 'headings', 'list', 'stretch'];
const onlySource = (unwanted: string) =>
  changed((drafts: { source: string }[]) => drafts.filter(({ source }) => source !== unwanted));

const VOCABULARY: Switch[] = [
  off('spelling', ['question/spelling.ts corrected', always(undefined)]),
  off('WordNet', ['language/english-synonyms.ts englishSynonyms', always([])]),
  off('shortened words', ['question/shortened-words.ts wordsBeginningWith', always([])]),
  off('Chinese to English', ['question/translations.ts translatedVariants', always([])]),
  off('pairs across words', [
    'question/chinese-concepts.ts chineseConcepts',
    changed((concepts: { hint?: boolean }[]) => concepts.filter(({ hint }) => !hint)),
  ]),
  withoutLayer('all', ALL_LAYERS),
  ...Object.entries(LAYERS).map(([name, layer]) => withoutLayer(name, layer)),
  {
    name: 'lexicon: English synonyms',
    thesaurus: (whole) => ({ ...whole, lexicon: { ...whole.lexicon, englishSynonyms: new Map() } }),
  },
  { name: 'dictionary: English', thesaurus: (whole) => ({ ...whole, english: new Map() }) },
  { name: 'dictionary: Chinese senses', thesaurus: (whole) => ({ ...whole, chinese: new Map() }) },
  { name: 'dictionary: translations', thesaurus: (whole) => ({ ...whole, translations: new Map() }) },
  { name: 'words that hold a character', index: () => ({ pairsWith: () => [] }) },
  { name: 'words made from a word', index: () => ({ madeFrom: () => [] }) },
  { name: 'inflections', index: () => ({ formsOf: () => [] }) },
  {
    name: 'homophones',
    index: ({ sounds }) => ({
      sounds: { homophones: () => [], spelled: (word: string) => sounds.spelled(word) },
    }),
  },
  {
    name: 'names in pinyin',
    index: ({ sounds }) => ({
      sounds: { spelled: () => [], homophones: (word: string) => sounds.homophones(word) },
    }),
  },
];

const READING: Switch[] = [
  off('learned reading', [
    'question/reading-model.ts readingWeights',
    always({ shape: SHAPE_PRIOR, part: PART_PRIOR, continues: CONTINUES_PRIOR }),
  ]),
  off('several questions', [
    'question/several-questions.ts severalQuestions',
    () => (first: string) => ({ first, others: [] }),
  ]),
  off('expected value', ['question/asked-unit.ts askedValue', always(undefined)]),
  off('described authors', ['question/author-description.ts authorDescriptionsIn', always([])]),
  off('parts by number', ['question/part-reference.ts partReferencesIn', always([])]),
  off('names of persons and places', ['question/names.ts namesIn', always([])]),
  off('names of the library', ['question/written-names.ts writtenNamesIn', always([])]),
  off('continuation', ['question/continuation.ts continuesQuestion', always(false)]),
  off('continuation by the library', ['question/continuation.ts foundElsewhere', always(0)]),
  off('second item, more', ['question/item-reference.ts itemReferenceIn', always(undefined)]),
  off('small talk', ['answer/conversation.ts isSmallTalk', always(false)]),
];

const SCOPE: Switch[] = [
  off('confinement by author and year', ['answer/report-scope.ts confinedTo', always(undefined)]),
  off('confinement by year', [
    'answer/report-scope.ts confinedTo',
    (original: AnyFunction) => (question, index) => original({ ...question, period: undefined }, index),
  ]),
  off('described reports', ['answer/report-scope.ts describedReports', always(new Set())]),
  off('only the reports of a part', ['answer/report-scope.ts onlyReports', always(undefined)]),
  off('no report of the year', ['answer/refusal-reason.ts yearWithoutReport', always(undefined)]),
  off('lacking part', ['answer/report-scope.ts lackWhatIsAsked', always(false)]),
  off('nothing found, unknown office', ['answer/answerability.ts isBeyondReports', always(false)]),
  off('answerability', ['answer/answerability.ts isAnswerable', always(true)]),
];

const SHAPES: Switch[] = [
  off('comparison and survey', ['answer/across-reports.ts acrossReports', always(undefined)]),
  off('comparison', [
    'question/subjects.ts comparedSubjects',
    changed((compared: object) => ({ ...compared, subjects: [] })),
  ]),
  off('survey', [
    'answer/survey.ts survey',
    always({ shown: [], further: [], count: { asked: 0, saying: 0 }, silent: [], isOfOthers: () => true }),
  ]),
  off('overviews', ['answer/overview.ts overviewFor', always(undefined)]),
  ...SOURCES.map((source) =>
    off(`overview: ${source}`, ['answer/overview-drafts.ts draftsOf', onlySource(source)]),
  ),
  off('overview: other reports than the best', [
    'answer/overview-candidates.ts overviewCandidates',
    changed((all: { report: number }[]) => all.filter(({ report }) => report === all[0].report)),
  ]),
  off('overview: closest passages first', ['answer/leading.ts leadingExcerpts', always([])]),
  off('topic without the name of the report', [
    'answer/report-fitness.ts topicWithin',
    () => (_, question) => question.topic,
  ]),
];

export const MECHANISMS: Switch[] = [...VOCABULARY, ...READING, ...SCOPE, ...SHAPES];

export const SIGNALS: Switch[] = Object.keys(WEIGHTS).map((name) =>
  off(name, [
    'search/signals.ts total',
    (original: AnyFunction) => (signals, weights) => original({ ...signals, [name]: 0 }, weights),
  ]),
);

const withoutSign = (evidence: Evidence, name: string): Evidence => ({ ...evidence, [name]: 0 });

export const SIGNS: Switch[] = Object.keys(EVIDENCE).map((name) => ({
  ...off(name, [WEIGHED, changed((evidence: Evidence) => withoutSign(evidence, name))]),
  spares: (evidence) => isAnswerable(evidence) === isAnswerable(withoutSign(evidence, name)),
}));
