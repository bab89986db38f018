// Whether a word is spelt like a Chinese name: two to four syllables of pinyin.

/** Finals by initial; the empty initial stands for syllables that begin with a vowel. */
const SYLLABLES: [initial: string, finals: string][] = [
  ['', 'a ai an ang ao e en er ou'],
  ['b', 'a ai an ang ao ei en eng i ian iao ie in ing o u'],
  ['p', 'a ai an ang ao ei en eng i ian iao ie in ing o ou u'],
  ['m', 'a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u'],
  ['f', 'a an ang ei en eng o ou u'],
  ['d', 'a ai an ang ao e ei eng i ian iao ie ing iu ong ou u uan ui un uo'],
  ['t', 'a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo'],
  ['n', 'a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong u uan uo ue v'],
  ['l', 'a ai an ang ao e ei eng i ian iang iao ie in ing iu ong ou u uan ue un uo v'],
  ['g', 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo'],
  ['k', 'a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo'],
  ['h', 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo'],
  ['j', 'i ia ian iang iao ie in ing iong iu u uan ue un'],
  ['q', 'i ia ian iang iao ie in ing iong iu u uan ue un'],
  ['x', 'i ia ian iang iao ie in ing iong iu u uan ue un'],
  ['zh', 'a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo'],
  ['ch', 'a ai an ang ao e en eng i ong ou u uai uan uang ui un uo'],
  ['sh', 'a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo'],
  ['r', 'an ang ao e en eng i ong ou u uan ui un uo'],
  ['z', 'a ai an ang ao e ei en eng i ong ou u uan ui un uo'],
  ['c', 'a ai an ang ao e en eng i ong ou u uan ui un uo'],
  ['s', 'a ai an ang ao e en eng i ong ou u uan ui un uo'],
  ['y', 'a an ang ao e i in ing ong ou u uan ue un'],
  ['w', 'a ai an ang ei en eng o u'],
];
const KNOWN = new Set(
  SYLLABLES.flatMap(([initial, finals]) => finals.split(' ').map((final) => initial + final)),
);
const LONGEST_SYLLABLE = 6;
const MIN_LENGTH = 4;
const MAX_LENGTH = 18;
const MAX_SYLLABLES = 4;

function syllableEnds(word: string, from: number): number[] {
  const ends: number[] = [];
  for (let end = from + 1; end <= Math.min(word.length, from + LONGEST_SYLLABLE); end++)
    if (KNOWN.has(word.slice(from, end))) ends.push(end);
  return ends;
}

export function isPinyinName(word: string): boolean {
  if (word.length < MIN_LENGTH || word.length > MAX_LENGTH || !/^[a-z]+$/.test(word)) return false;
  let places = new Set([0]);
  for (let syllables = 1; syllables <= MAX_SYLLABLES; syllables++) {
    places = new Set([...places].flatMap((at) => syllableEnds(word, at)));
    if (syllables > 1 && places.has(word.length)) return true;
  }
  return false;
}
