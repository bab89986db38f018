// Starts a program: node adapters/launch.mjs PROGRAM [flags]. Without one it only checks what the tests need.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isProgram, packageFault, refuse } from './toolchain.mjs';

/**
 * Loads a program; ends the process with one sentence where a package is missing or broken.
 * @param {() => Promise<unknown>} load
 */
export async function launch(load) {
  try {
    await load();
  } catch (error) {
    const fault = packageFault(error);
    if (fault === undefined) throw error;
    refuse(fault);
  }
}

const given = isProgram(fileURLToPath(import.meta.url)) ? process.argv[2] : undefined;
if (given !== undefined) {
  const program = path.resolve(given);
  process.argv.splice(1, 2, program);
  await launch(() => import(pathToFileURL(program).href));
}
