// Reads the secret with which a bot that has ended signed its buttons.
import { openStore } from '../../../src/store/index.ts';

export async function secretIn(stateFile: string): Promise<string> {
  const opened = await openStore(stateFile);
  if (!opened.ok) throw new Error(opened.reason);
  const secret = await opened.store.secret();
  await opened.store.close();
  return secret;
}
