// Small talk is no question: a greeting is answered with how to ask, thanks with a word.
const GREETING =
  /^(?:你好|您好|大家好|早上好|下午好|晚上好|哈喽|嗨|在吗|在不在|hi|hello|hey|good (?:morning|afternoon|evening))$/;
const THANKS =
  /^(?:谢谢|多谢|感谢|谢了|辛苦了|非常感谢|thanks?|thank you|thx|many thanks)(?: ?(?:你|您|啦|了|so much|a lot|very much))?$/;

/** What small talk a text is, if it is nothing else. */
export function courtesyIn(normalised: string): 'greeting' | 'thanks' | undefined {
  const words = normalised
    .replace(/[^\p{L}\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (GREETING.test(words)) return 'greeting';
  return THANKS.test(words) ? 'thanks' : undefined;
}
