// Whether a word is spelt like a Chinese name: two to four syllables of pinyin.

const INITIALS = ['zh', 'ch', 'sh', 'b', 'p', 'm', 'f', 'd', 't', 'n', 'l', 'g', 'k', 'h', 'j', 'q', 'x', 'r', 'z', 'c', 's', 'y', 'w'];
const FINALS = new Set(
  'a o e i u v ai ei ui ao ou iu ie ue er an en in un ang eng ing ong ia iao ian iang iong ua uo uai uan uang uang'.split(' '),
);
const MAX_FINAL_LENGTH = 4;
const MIN_LENGTH = 4;
const MAX_LENGTH = 18;
const MAX_SYLLABLES = 4;

function syllableEnds(word: string, from: number): number[] {
  const initial = INITIALS.find((each) => word.startsWith(each, from)) ?? '';
  const start = from + initial.length;
  const ends: number[] = [];
  for (let length = 1; length <= MAX_FINAL_LENGTH && start + length <= word.length; length++) {
    const final = word.slice(start, start + length);
    if (FINALS.has(final) && (initial !== '' || /^[aoe]/.test(final))) ends.push(start + length);
  }
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
