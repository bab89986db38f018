// Every regular expression of the sources, read from the parsed files: literals, and what is put together for `new RegExp`
// of constants, phrases and word lists; besides, every group of every phrase file.
import fs from 'node:fs';
import path from 'node:path';
import { parseAst } from 'vitest/node';
import { parseWordLists, phrasePattern, readWordLists } from '../../src/language/index.ts';

const ROOT = path.join(import.meta.dirname, '../..');

export interface SourcePattern {
  /** Where it stands: file and line. */
  place: string;
  /** The constant that it is, if it is one: `src/reports/marker.ts MARKER`. */
  name: string | undefined;
  source: string;
  flags: string;
}

/** A node of the syntax tree, as far as it is asked here. */
interface Node {
  type: string;
  start: number;
  [property: string]: unknown;
}

function sourceFiles(): string[] {
  return ['src', 'adapters'].flatMap((folder) =>
    fs
      .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => path.join(folder, name)),
  );
}

export const patternsOfSources = (): SourcePattern[] => [
  ...sourceFiles().flatMap((file) => patternsIn(fs.readFileSync(path.join(ROOT, file), 'utf8'), file)),
  ...phraseFiles().flatMap(patternsOfPhrases),
];

export function phraseFiles(): string[] {
  return fs
    .readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /[\\/]phrases[\\/][^\\/]+\.txt$/.test(name))
    .map((name) => path.join('src', name));
}

function patternsOfPhrases(file: string): SourcePattern[] {
  const groups = parseWordLists(fs.readFileSync(path.join(ROOT, file), 'utf8'));
  return [...groups].map(([group, phrases]) => {
    const place = `${file} [${group}]`;
    return { place, name: place, source: phrasePattern(phrases).source, flags: '' };
  });
}

export function patternsIn(code: string, file: string): SourcePattern[] {
  const tree = parseAst(code, { lang: 'ts' }, file) as unknown as Node;
  const constants = constantsIn(tree);
  const texts = { constants, folder: path.join(ROOT, path.dirname(file)) };
  const names = new Map([...constants].map(([name, node]) => [node, `${file} ${name}`]));
  const patterns: SourcePattern[] = [];
  walk(tree, (node) => {
    const pattern = literalOf(node) ?? constructedOf(node, texts);
    if (!pattern) return;
    const line = code.slice(0, node.start).split('\n').length;
    patterns.push({ ...pattern, place: `${file}:${line}`, name: names.get(node) });
  });
  return patterns;
}

type Pattern = Omit<SourcePattern, 'place' | 'name'>;

function literalOf(node: Node): Pattern | undefined {
  const regex = node.type === 'Literal' ? (node.regex as { pattern: string; flags: string }) : undefined;
  return regex && { source: regex.pattern, flags: regex.flags };
}

/** Stands for what is known only when the program runs, such as a name or an escaped text. */
const UNKNOWN = '某';

/** What the text of an expression is read from: the constants of its file, and the folder of that file. */
interface TextSource {
  constants: Map<string, Node>;
  folder: string;
}

function constructedOf(node: Node, from: TextSource): Pattern | undefined {
  if (!isCall(node, 'RegExp')) return undefined;
  const [source, flags] = node.arguments as Node[];
  return { source: textOf(source, from), flags: flags ? textOf(flags, from) : '' };
}

const isCall = (node: Node, name: string): boolean =>
  (node.type === 'NewExpression' || node.type === 'CallExpression') && (node.callee as Node).name === name;

/** The text that an expression of constants comes to. */
function textOf(node: Node, from: TextSource): string {
  const text = (inner: unknown) => textOf(inner as Node, from);
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : UNKNOWN;
  if (node.type === 'TemplateLiteral') {
    const quasis = node.quasis as { value: { cooked: string } }[];
    const pieces = node.expressions as Node[];
    return quasis.map(({ value }, i) => value.cooked + (pieces[i] ? text(pieces[i]) : '')).join('');
  }
  if (node.type === 'BinaryExpression' && node.operator === '+') return text(node.left) + text(node.right);
  if (node.type === 'Identifier') {
    const constant = from.constants.get(node.name as string);
    return constant ? text(constant) : UNKNOWN;
  }
  if (node.type === 'MemberExpression' && (node.property as Node).name === 'source') {
    const object = node.object as Node;
    const constant = object.type === 'Identifier' ? from.constants.get(object.name as string) : object;
    const source = constant && (literalOf(constant)?.source ?? sourceOfPhrases(constant, from));
    if (source !== undefined) return source;
  }
  return wordListPattern(node, from) ?? UNKNOWN;
}

/** `LISTS.pattern('group')`, where LISTS is read from a file below the folder of the code. */
function wordListPattern(node: Node, from: TextSource): string | undefined {
  const call = groupOf(node, 'pattern', from);
  return call?.lists.pattern(call.group);
}

/** The source of `phrasePattern(LISTS.words('group'))`. */
function sourceOfPhrases(node: Node, from: TextSource): string | undefined {
  if (!isCall(node, 'phrasePattern')) return undefined;
  const call = groupOf((node.arguments as Node[])[0], 'words', from);
  if (!call) throw new Error('phrases of which file?');
  return phrasePattern(call.lists.words(call.group)).source;
}

/** A call of a method of `readWordLists(path.join(import.meta.dirname, …))`, or of a constant with that value. */
function groupOf(node: Node, method: 'words' | 'pattern', { folder, constants }: TextSource) {
  const { callee, arguments: given } = node as { callee?: Node; arguments?: Node[] };
  if (node.type !== 'CallExpression' || callee?.type !== 'MemberExpression') return undefined;
  const { object, property } = callee as unknown as { object: Node; property: Node };
  if (property.name !== method) return undefined;
  const reading = object.type === 'Identifier' ? constants.get(object.name as string) : object;
  if (!reading || !isCall(reading, 'readWordLists')) return undefined;
  const [join] = reading.arguments as Node[];
  const names = (join.arguments as Node[]).slice(1).map(({ value }) => value as string);
  return { lists: readWordLists(path.join(folder, ...names)), group: given?.[0].value as string };
}

function constantsIn(tree: Node): Map<string, Node> {
  const constants = new Map<string, Node>();
  walk(tree, (node) => {
    if (node.type === 'VariableDeclarator' && node.init) {
      const name = (node.id as Node).name as string;
      constants.set(name, node.init as Node);
    }
  });
  return constants;
}

function walk(node: Node, each: (node: Node) => void): void {
  each(node);
  for (const value of Object.values(node))
    for (const inner of Array.isArray(value) ? value : [value])
      if (inner && typeof inner === 'object' && typeof (inner as Node).type === 'string')
        walk(inner as Node, each);
}
