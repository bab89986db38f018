// Reads Markdown as Discord's clients do, to see what a message shows and does. Independent of what the adapter writes.
// By https://support.discord.com/hc/en-us/articles/210298617, https://docs.discord.com/developers/reference#message-formatting
// and the rules of simple-markdown, which the clients go by: at each place the first rule that fits, a block only at the
// start of a line. Where clients differ or a rule is not documented, the one that takes more for Markdown is taken.

/** What Markdown makes of a stretch. */
export type Kind =
  | 'text'
  | 'bold'
  | 'italics'
  | 'underline'
  | 'strike'
  | 'spoiler'
  | 'code'
  | 'fence'
  | 'quote'
  | 'heading'
  | 'subtext'
  | 'item'
  | 'link'
  | 'mention'
  | 'emoji'
  | 'time'
  | 'command';

export interface Node {
  kind: Kind;
  /** Of a leaf what a reader sees; for an item of a list its number, if it has one. */
  text: string;
  children: Node[];
}

interface State {
  /** What the last rule took: tells whether a line begins here. Not reset within what that rule took. */
  before: string;
  isQuoted: boolean;
  /** How deep in lists. */
  depth: number;
  isSubtext: boolean;
}

interface Rule {
  match(source: string, state: State): RegExpExecArray | null;
  read(match: RegExpExecArray, state: State): Node[];
}

const leaf = (kind: Kind, text: string): Node[] => [{ kind, text, children: [] }];
const startsLine = ({ before }: State) => before === '' || before.endsWith('\n');

/** A rule for something within a line. */
const inline = (pattern: RegExp, read: Rule['read']): Rule => ({
  match: (source) => pattern.exec(source),
  read,
});
/** A pair of marks around more Markdown. */
const around = (pattern: RegExp, kind: Kind): Rule =>
  inline(pattern, ([, inner], state) => [{ kind, text: '', children: nodesIn(inner, state) }]);

const HEADING: Rule = {
  match: (source, state) =>
    startsLine(state) && state.depth === 0
      ? /^ *#{1,3}\s+((?!\s*#{1,3}\s)[^\n]+?)#*\s*(?:\n|$)/.exec(source)
      : null,
  read: ([, inner], state) => [{ kind: 'heading', text: '', children: nodesIn(inner.trim(), state) }],
};

const SUBTEXT: Rule = {
  match: (source, state) =>
    startsLine(state) && !state.isSubtext ? /^ *-# +((?!-#)[^\n]+)(?:\n|$)/.exec(source) : null,
  read: ([, inner], state) => [
    { kind: 'subtext', text: '', children: nodesIn(inner.trim(), { ...state, isSubtext: true }) },
  ],
};

const QUOTE: Rule = {
  match: (source, { before, isQuoted }) =>
    !isQuoted && /^$|\n *$/.test(before)
      ? /^ *>>> +[\s\S]*|^ *>(?!>>) +[^\n]*(?:\n *>(?!>>) +[^\n]*)*\n?/.exec(source)
      : null,
  read: ([all], state) => {
    const inner = all.startsWith('>>>') ? all.replace(/^>>> ?/, '') : all.replace(/^ *> ?/gm, '');
    return [{ kind: 'quote', text: '', children: nodesIn(inner, { ...state, isQuoted: true }) }];
  },
};

const BULLET = String.raw`(?:[*-]|\d+\.)`;
const LIST_PATTERN = new RegExp(String.raw`^( *)${BULLET} [\s\S]+?(?:\n(?! )(?!\1${BULLET} )|$)`);

const LIST: Rule = {
  match: (source, { before }) => {
    if (source.startsWith('\n') && before !== '' && !/\n *$/.test(before)) {
      const match = LIST_PATTERN.exec(source.slice(1));
      if (match) match[0] = `\n${match[0]}`;
      return match;
    }
    return /(?:^|\n) *$/.test(before) ? LIST_PATTERN.exec(source) : null;
  },
  read: ([all, indentation], state) => {
    const lines = all.replace(/^\n/, '').replace(/\n$/, '').split('\n');
    const own = new RegExp(`^ {${indentation.length},${indentation.length + 1}}(${BULLET}) +`);
    const items: { lead: string; bullet: string; lines: string[] }[] = [];
    for (const line of lines) {
      const found = own.exec(line);
      if (found) items.push({ lead: found[0], bullet: found[1], lines: [line.slice(found[0].length)] });
      else items.at(-1)?.lines.push(line.replace(new RegExp(`^ {1,${items.at(-1)?.lead.length}}`), ''));
    }
    const start = Math.max(1, Number.parseInt(items[0].bullet, 10));
    return items.map((item, i) => ({
      kind: 'item' as const,
      text: Number.isNaN(start) ? '' : `${start + i}.`,
      children: nodesIn(item.lines.join('\n'), { ...state, depth: state.depth + 1 }),
    }));
  },
};

/** At the very start it takes the notification away, and is not shown. */
const SILENT: Rule = {
  match: (source, { before }) => (before === '' ? /^@silent(?!\S)/.exec(source) : null),
  read: ([all]) => leaf('mention', all),
};

/** In the order in which they are tried. */
const RULES: Rule[] = [
  HEADING,
  SUBTEXT,
  inline(/^```(?:[a-z0-9_+\-.#]+?\n)?\n*([^\n][\s\S]*?)\n*```/i, ([, inner]) => leaf('fence', inner)),
  inline(/^<a?:\w+:\d+>/, ([all]) => leaf('emoji', all)),
  QUOTE,
  LIST,
  inline(/^\\([^0-9A-Za-z\s])/, ([, sign]) => leaf('text', sign)),
  inline(
    /^<(?:[^: >]+:\/[^ >]+|[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+|(?:(?:tel|sms):)?\+?\d[\d ()./-]*)>/,
    ([all]) => leaf('link', all),
  ),
  inline(/^(?:https?|steam|discord):\/\/\S+/, ([all]) => leaf('link', all)),
  inline(/^\[([\s\S]*?)\]\([^)\s]+[^)]*\)/, ([, inner]) => leaf('link', inner)),
  around(/^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/, 'bold'),
  around(/^__((?:\\[\s\S]|[^\\])+?)__(?!_)/, 'underline'),
  around(/^\*(?=\S)((?:\*\*|\\[\s\S]|[^\\*])+?)\*(?!\*)/, 'italics'),
  around(/^_((?:__|\\[\s\S]|[^\\_])+?)_(?!\w)/, 'italics'),
  around(/^~~([\s\S]+?)~~(?!_)/, 'strike'),
  inline(/^(`+)([\s\S]*?[^`])\1(?!`)/, ([, , inner]) => leaf('code', inner)),
  inline(/^<t:-?\d{1,17}(?::[A-Za-z])?>/, ([all]) => leaf('time', all)),
  inline(/^¯\\_\(ツ\)_\/¯/, ([all]) => leaf('text', all)),
  around(/^\|\|([\s\S]+?)\|\|/, 'spoiler'),
  inline(/^<(?:@[!&]?|#)\d+>|^@(?:everyone|here)/, ([all]) => leaf('mention', all)),
  SILENT,
  inline(/^<\/([^:>]{1,98}):\d+>/, ([, name]) => leaf('command', `/${name}`)),
  inline(/^<(?:id|sound|attachment|@time):[^>\s]+>/, ([all]) => leaf('mention', all)),
  inline(/^:[\w+\-\u00c0-\u024f]+(?:::skin-tone-\d)?:/, ([all]) => leaf('emoji', all)),
  inline(/^[\s\S]+?(?=[^0-9A-Za-z\s\u00c0-\uffff]|\n\n| {2,}\n|\w+:\S|\d+\.|$)/, ([all]) =>
    leaf('text', all),
  ),
];

function nodesIn(source: string, state: State): Node[] {
  const inner = { ...state };
  const nodes: Node[] = [];
  let rest = source;
  while (rest !== '') {
    for (const { match, read } of RULES) {
      const found = match(rest, inner);
      if (!found) continue;
      nodes.push(...read(found, inner));
      [inner.before] = found;
      rest = rest.slice(found[0].length);
      break;
    }
  }
  return nodes;
}

/** What Discord makes of a text; white space at its ends is not kept. */
export const parse = (markdown: string): Node[] =>
  nodesIn(markdown.trim(), { before: '', isQuoted: false, depth: 0, isSubtext: false });

const BLOCKS = new Set<Kind>(['quote', 'heading', 'subtext', 'item', 'fence']);

/** What a reader sees, blocks on lines of their own. */
export function shownIn(nodes: Node[]): string {
  return nodes
    .map(({ kind, text, children }) => {
      const inner = [text, shownIn(children)].filter(Boolean).join(kind === 'item' ? ' ' : '');
      return BLOCKS.has(kind) && !inner.endsWith('\n') ? `${inner}\n` : inner;
    })
    .join('');
}

/** All nodes, each before what is in it. */
export const everyNode = (nodes: Node[]): Node[] =>
  nodes.flatMap((node) => [node, ...everyNode(node.children)]);
