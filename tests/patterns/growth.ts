// Whether a pattern's work grows faster than the text: the text that shows it, or nothing.
import { compile } from './program.ts';
import { type Pumped, pumpedText, pumpedTexts } from './pumped.ts';
import { stepsOf } from './steps.ts';

/** Lengths of texts that are tried at first; where the steps for a character grow from one to the other, the long ones are tried. */
const GLANCE = [48, 96];
const SUSPICIOUS = 1.4;
/** So long that a loop of up to a hundred rounds has come to its end in the shorter one. */
const LONG = [120, 480];
/** Four times the text takes four times the steps for each character if the work is quadratic, once if it is linear. */
const GROWN = 1.9;
/** More is too much, however it grows: loops within loops that each have a distant end. */
const MOST_FOR_A_CHARACTER = 600;

/** The first text on which the steps for a character grow with its length, searching from every start. */
export function growthOf(source: string, flags: string): Pumped | undefined {
  const compiled = compile(source, flags);
  const each = (pumped: Pumped, length: number) => {
    const text = pumpedText(pumped, length);
    return stepsOf(compiled, text, MOST_FOR_A_CHARACTER * text.length) / text.length;
  };
  const grows = (pumped: Pumped, [short, long]: number[], factor: number) => {
    const after = each(pumped, long);
    return after >= MOST_FOR_A_CHARACTER || after > factor * each(pumped, short);
  };
  return pumpedTexts(compiled).find(
    (pumped) => grows(pumped, GLANCE, SUSPICIOUS) && grows(pumped, LONG, GROWN),
  );
}
