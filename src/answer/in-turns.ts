// A budget of one screen that several lists share: one quote of each in turn, so that none is squeezed out.
import type { CitedQuote } from './cited-quote.ts';

/** What one screen of a chat holds, in UTF-16 units of quotes. */
const SCREEN_CHARACTERS = 1800;

/** The quotes of a screen and those that follow, each in the order of its list. */
export interface Allocation {
  shown: CitedQuote[];
  further: CitedQuote[];
}

/**
 * Chooses quotes in turns until the screen is full.
 * @param lists best first; the first quote of the first list is shown whatever its length
 * @param order of the shown quotes: those of one list together, or in the order of their turns
 */
export function inTurns(lists: readonly (readonly CitedQuote[])[], order: 'by list' | 'by turn'): Allocation {
  const chosen = lists.map((): CitedQuote[] => []);
  const byTurn: CitedQuote[] = [];
  const further: CitedQuote[] = [];
  let characters = 0;
  const most = Math.max(0, ...lists.map(({ length }) => length));
  for (let turn = 0; turn < most; turn++)
    for (const [number, list] of lists.entries()) {
      const quote = list[turn];
      if (!quote) continue;
      const fits = characters + quote.text.length <= SCREEN_CHARACTERS || byTurn.length === 0;
      if (!fits) {
        further.push(quote);
        continue;
      }
      characters += quote.text.length;
      chosen[number].push(quote);
      byTurn.push(quote);
    }
  return { shown: order === 'by list' ? chosen.flat() : byTurn, further };
}
