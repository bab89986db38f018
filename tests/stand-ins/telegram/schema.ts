// Checks requests against a JSON form of the Bot API's documentation, where the file is there; limits are in rules/.
import fs from 'node:fs';
import path from 'node:path';
import { type Finding, inPath } from './rules/inspection.ts';
import { Upload } from './upload.ts';

const FILE = path.join(
  import.meta.dirname,
  '..',
  '..',
  '..',
  '..',
  'shared',
  'specs',
  'telegram-bot-api.json',
);

/** Whether the description is there to check requests with. */
export const hasSchema = fs.existsSync(FILE);

interface Field {
  name: string;
  /** `Integer`, `Array of MessageEntity`, a name: the value has one of them. */
  types: string[];
  required: boolean;
  description: string;
}
interface Described {
  name: string;
  fields?: Field[];
  /** Of a method. */
  returns?: string[];
  subtypes?: string[];
}
interface Description {
  methods: Record<string, Described>;
  types: Record<string, Described>;
}

let loaded: Description | undefined;
function description(): Description | undefined {
  if (hasSchema) loaded ??= JSON.parse(fs.readFileSync(FILE, 'utf8')) as Description;
  return loaded;
}

const PREFIX = 'Array of ';
/** What kind of its sort a type is: `always "emoji"`, `must be article`. */
const CONSTANT = /(?:always|must be) ["“]?([a-z_0-9]+)["”]?/;
const DISCRIMINATORS = new Set(['type', 'status', 'source']);

const SCALARS: Record<string, (value: unknown) => boolean> = {
  Integer: Number.isInteger,
  Float: (value) => typeof value === 'number',
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  InputFile: (value) => value instanceof Upload,
};

/** telegraf adds `hide: false` to every button that it makes. */
const BY_LIBRARY = 'hide';
/** A text may stand for it; that is only said in prose. */
const OR_TEXT = 'KeyboardButton';

const wrong = (at: string, message: string): Finding => ({
  path: at,
  message: `${message} (schema)`,
  description: `${at || 'the request'}: ${message}`,
});

function inspectFields(described: Described, value: object, at: string): Finding[] {
  const given = value as Record<string, unknown>;
  const fields = described.fields ?? [];
  const missing = fields
    .filter(({ name, required }) => required && given[name] === undefined)
    .map(({ name }) => wrong(inPath(at, name), 'is required'));
  const present = Object.entries(given).flatMap(([name, inner]): Finding[] => {
    if (inner === undefined || (name === BY_LIBRARY && inner === false)) return [];
    const field = fields.find((each) => each.name === name);
    const within = inPath(at, name);
    if (field) return inspectValue(field.types, inner, within);
    return [{ path: within, message: `${described.name} has no such field; Telegram ignores it (schema)` }];
  });
  return [...missing, ...present];
}

const constantsOf = ({ fields = [] }: Described): [string, string][] =>
  fields.flatMap(({ name, description: prose }): [string, string][] => {
    const constant = DISCRIMINATORS.has(name) ? CONSTANT.exec(prose)?.[1] : undefined;
    return constant ? [[name, constant]] : [];
  });

/** Of several kinds the one that the value says it is, or else comes closest to. */
function inspectSubtypes(names: readonly string[], value: object, at: string): Finding[] {
  const given = value as Record<string, unknown>;
  const kinds = names.flatMap((name) => description()?.types[name] ?? []);
  const meant = kinds.filter((kind) => constantsOf(kind).every(([field, value]) => given[field] === value));
  if (meant.length === 0)
    return [wrong(inPath(at, 'type'), `"${given.type}" is none of ${kinds.length} kinds`)];
  const findings = meant.map((kind) => inspectNamed(kind.name, value, at));
  return fitting(findings);
}

/** The findings of the kind that the value comes closest to. */
function fitting(candidates: readonly Finding[][]): Finding[] {
  const distance = (findings: Finding[]) =>
    findings.filter(({ description }) => description !== undefined).length * 1000 + findings.length;
  return candidates.reduce((best, each) => (distance(each) < distance(best) ? each : best));
}

function inspectNamed(name: string, value: unknown, at: string): Finding[] {
  if (name === OR_TEXT && typeof value === 'string') return [];
  const described = description()?.types[name];
  if (!described || value === null || typeof value !== 'object' || Array.isArray(value))
    return [wrong(at, `must be ${name}`)];
  if (described.subtypes?.length) return inspectSubtypes(described.subtypes, value, at);
  return inspectFields(described, value, at);
}

function inspectOne(type: string, value: unknown, at: string): Finding[] {
  const scalar = SCALARS[type];
  if (scalar) return scalar(value) ? [] : [wrong(at, `must be ${type}`)];
  if (!type.startsWith(PREFIX)) return inspectNamed(type, value, at);
  if (!Array.isArray(value)) return [wrong(at, `must be ${type}`)];
  const inner = type.slice(PREFIX.length);
  return value.flatMap((each, index) => inspectOne(inner, each, inPath(at, index)));
}

/** The findings of the type that fits best. */
function inspectValue(types: readonly string[], value: unknown, at: string): Finding[] {
  const findings = types.map((type) => inspectOne(type, value, at));
  const none = findings.every((each) => each.some((finding) => finding.path === at && finding.description));
  return none && types.length > 1 ? [wrong(at, `must be ${types.join(' or ')}`)] : fitting(findings);
}

/** What the description has against a request; nothing where there is no description or no such method in it. */
export function inspectMethod(name: string, body: object): Finding[] {
  const described = description()?.methods[name];
  return described ? inspectFields(described, body, '') : [];
}

/** What the description has against what the stand-in itself answers. */
export function inspectResult(method: string, result: unknown): Finding[] {
  const returns = description()?.methods[method]?.returns ?? [];
  const plain: unknown = JSON.parse(JSON.stringify(result)); // as it goes over the wire
  return returns.length > 0 ? inspectValue(returns, plain, '') : [];
}

/** Findings about a value of a type, so that the stand-in's own updates can be checked. */
export function inspectType(name: string, value: unknown): Finding[] {
  return hasSchema ? inspectOne(name, value, '') : [];
}

/** Whether the Bot API has a method; undefined where there is no description to look into. */
export const knowsMethod = (name: string): boolean | undefined =>
  hasSchema ? Object.hasOwn(description()?.methods ?? {}, name) : undefined;

/** The methods of the Bot API; none where there is no description to look into. */
export function methodNames(): string[] {
  return Object.keys(description()?.methods ?? {});
}
