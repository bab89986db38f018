// A second copy of the product's modules in which exported functions can be replaced while it runs, so that the product itself
// needs no switch. Modules of the copy have the query ?copy; one of which a function may be replaced is wrapped.
import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PROJECT_ROOT } from '../corpus.ts';

// biome-ignore lint/suspicious/noExplicitAny: functions of every kind are replaced
export type AnyFunction = (...args: any[]) => any;
/** Makes from a function what stands in for it. */
export type StandIn = (original: AnyFunction) => AnyFunction;
/** By file below src and the name of an export: `question/spelling.ts corrected`. */
export type StandIns = Readonly<Record<string, StandIn>>;

const ROOT = pathToFileURL(`${PROJECT_ROOT}/`).href;
const COPIED = '?copy';
const WHOLE = '?copy=whole';

let current: StandIns = {};

/** What the wrapped modules call. @public */
export const standIn = (name: string, original: AnyFunction): AnyFunction =>
  current[name]?.(original) ?? original;

/** Does something while some functions are replaced. */
export async function during<Result>(standIns: StandIns, work: () => Promise<Result>): Promise<Result> {
  current = standIns;
  try {
    return await work();
  } finally {
    current = {};
  }
}

/** Makes ready the copy; its modules are imported by `imported`. @param names of the functions that may be replaced */
export function prepareCopy(names: readonly string[]): void {
  const wrapped = Map.groupBy(
    names.map((name) => name.split(' ')),
    ([file]) => pathToFileURL(path.join(PROJECT_ROOT, 'src', file)).href,
  );
  registerHooks({
    resolve(specifier, context, next) {
      const resolved = next(specifier, context);
      const { url } = resolved;
      const isOwn = url.startsWith(ROOT) && !url.includes('/node_modules/') && url !== import.meta.url;
      return isOwn && !url.includes('?') && context.parentURL?.includes(COPIED)
        ? { ...resolved, url: url + COPIED }
        : resolved;
    },
    load(url, context, next) {
      const file = url.slice(0, -COPIED.length);
      const exported = url.endsWith(COPIED) ? wrapped.get(file) : undefined;
      if (!exported) return next(url, context);
      const functions = new Set(exported.map(([, name]) => name));
      return { format: 'module', shortCircuit: true, source: wrapperOf(file, functions) };
    },
  });
}

/** Function declarations are there before the modules of a circle have run. */
function wrapperOf(file: string, functions: ReadonlySet<string>): string {
  const within = file.slice(`${ROOT}src/`.length);
  const replaced = [...functions].map(
    (name) =>
      `export function ${name}(...args) { return standIn('${within} ${name}', original.${name})(...args); }`,
  );
  return [
    `import { standIn } from '${import.meta.url}';`,
    `import * as original from '${file}${WHOLE}';`,
    `export * from '${file}${WHOLE}';`,
    ...replaced,
  ].join('\n');
}

/** A module of the copy. @param file from the project's root */
export const imported = (file: string): Promise<unknown> => import(`${ROOT}${file}${COPIED}`);
