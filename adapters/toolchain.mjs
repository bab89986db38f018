// Checks on import that Node is new enough and the npm packages are installed; where not, ends the process
// with one sentence on what to do. In older JavaScript, so that a Node that cannot read TypeScript can run
// it.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const ROOT = path.dirname(HERE);
/** It starts another program, or checks what the tests need. */
const LAUNCHER = path.join(HERE, 'launch.mjs');
/** @type {{ engines: { node: string }, dependencies: Record<string, string>, devDependencies: Record<string, string> }} */
const MANIFEST = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
const INSTALL = 'run npm install';

/**
 * What is checked.
 * @typedef {object} Setup
 * @property {string} version of Node
 * @property {string} root the project's folder
 * @property {string[]} packages names of the packages that are needed
 * @property {string} program what is started, relative to the project; empty where it is unknown
 */

/**
 * One sentence on why nothing can be started; undefined where everything is there.
 * @param {Setup} setup
 * @returns {string | undefined}
 */
export function obstacle({ version, root, packages, program }) {
  if (!fs.existsSync(path.join(root, 'node_modules')))
    return `The npm packages are not installed: ${INSTALL}.`;
  const missing = packages.filter((name) => name !== 'node' && !isInstalled(name, root));
  if (missing.length === 1) return `The npm package ${missing[0]} is missing: ${INSTALL}.`;
  if (missing.length > 1) return `The npm packages ${missing.join(', ')} are missing: ${INSTALL}.`;
  const needed = MANIFEST.engines.node.replace(/[^\d.]/g, '');
  if (!isOlder(version, needed)) return undefined;
  const fault = `This is Node ${version}, and Node ${needed} or newer is needed`;
  if (!fs.existsSync(path.join(root, 'node_modules', '.bin', 'node')))
    return `${fault}: ${INSTALL}, which brings one (its install script must be allowed to run).`;
  const command = program === '' ? 'npm start, npm test or npx' : `npx node ${program}`;
  return `${fault}: use ${command}, which takes the one that npm install has brought.`;
}

/**
 * One sentence where an error comes from a package that is missing or cannot be loaded; undefined for all other errors.
 * @param {unknown} error
 * @returns {string | undefined}
 */
export function packageFault(error) {
  if (!(error instanceof Error)) return undefined;
  const name = faultyPackage(error);
  if (name === undefined) return packageFault(error.cause);
  return `The npm package ${name} is missing or cannot be loaded: ${INSTALL}, or npm ci where that does not mend it.`;
}

/**
 * Whether a file is the program that was started.
 * @param {string} file
 */
export const isProgram = (file) => started() === file;

/** The file that was started, or '' where it is unknown. */
function started() {
  try {
    return fs.realpathSync(process.argv[1] ?? '');
  } catch {
    return ''; // a program without a file
  }
}

/**
 * Ends the process with a sentence.
 * @param {string} sentence
 */
export function refuse(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/**
 * By Node's own search: in this folder and in those above.
 * @param {string} name
 * @param {string} folder
 * @returns {boolean}
 */
function isInstalled(name, folder) {
  if (fs.existsSync(path.join(folder, 'node_modules', name, 'package.json'))) return true;
  const above = path.dirname(folder);
  return above !== folder && isInstalled(name, above);
}

/**
 * @param {string} version
 * @param {string} needed
 */
function isOlder(version, needed) {
  const [have, want] = [version, needed].map((text) => text.split('.').map(Number));
  const i = want.findIndex((number, at) => number !== (have[at] ?? 0));
  return i >= 0 && (have[i] ?? 0) < want[i];
}

/** Error codes for packages that are missing, and for broken ones. */
const NOT_FOUND = new Set(['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND']);
const BROKEN = new Set([
  'ERR_DLOPEN_FAILED',
  'ERR_INVALID_PACKAGE_CONFIG',
  'ERR_PACKAGE_PATH_NOT_EXPORTED',
  'ERR_INVALID_PACKAGE_TARGET',
]);
const NATIVE = /native binding/i;

/**
 * The package that an error is about.
 * @param {Error & { code?: unknown }} error
 * @returns {string | undefined}
 */
function faultyPackage({ message, stack = '', code, name }) {
  if (NOT_FOUND.has(String(code))) {
    const [, missing = ''] = /^Cannot find (?:package|module) '([^']+)'/.exec(message) ?? [];
    return packageIn(missing) ?? (/^[./\\#]|^\w:|^file:/.test(missing) ? undefined : bareName(missing));
  }
  if (BROKEN.has(String(code))) return packageIn(message) ?? packageIn(stack);
  if (NATIVE.test(message)) return packageIn(stack);
  if (name !== 'SyntaxError') return undefined;
  const [, module] = /^The requested module '([^']+)' /.exec(message) ?? []; // of another version
  if (module !== undefined) return /^[./\\#]|^file:/.test(module) ? packageIn(module) : bareName(module);
  return packageIn(stack.split('\n')[0]); // the first line names the file that cannot be parsed
}

/**
 * The package of the first path in a text; the innermost one, where packages are nested.
 * @param {string} text
 * @returns {string | undefined}
 */
function packageIn(text) {
  const [path] = /\S*node_modules[\\/]\S+/.exec(text) ?? [];
  const found = [...(path ?? '').matchAll(/node_modules[\\/]((?:@[^\\/'\s]+[\\/])?[^\\/'\s:]+)/g)];
  return found[found.length - 1]?.[1].replace('\\', '/');
}

/** @param {string} wanted */
const bareName = (wanted) =>
  wanted
    .split('/')
    .slice(0, wanted.startsWith('@') ? 2 : 1)
    .join('/') || undefined;

/** The program of this project that was started. */
function ownProgram() {
  if (isProgram(LAUNCHER)) return process.argv[2] ?? '';
  const own = path.relative(ROOT, started());
  return own.startsWith('..') || own.startsWith('node_modules') ? '' : own;
}

const { dependencies, devDependencies } = MANIFEST;
const program = ownProgram();
const fault = obstacle({
  version: process.versions.node,
  root: ROOT,
  packages: Object.keys(
    program === '' && isProgram(LAUNCHER) ? { ...dependencies, ...devDependencies } : dependencies,
  ),
  program,
});
if (fault !== undefined) refuse(fault);
