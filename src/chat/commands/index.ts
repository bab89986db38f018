// The one list of commands, in the order of menus. Menus of all platforms, the help and docs/commands.md are
// made from it.
import type { Command } from '../command.ts';
import { allow } from './allow.ts';
import { ask } from './ask.ts';
import { compare } from './compare.ts';
import { deny } from './deny.ts';
import { digestNow } from './digest-now.ts';
import { digestOff } from './digest-off.ts';
import { digestOn } from './digest-on.ts';
import { digestPause } from './digest-pause.ts';
import { digestStatus } from './digest-status.ts';
import { follow } from './follow.ts';
import { following } from './following.ts';
import { forget } from './forget.ts';
import { help } from './help.ts';
import { libraryAdd } from './library-add.ts';
import { libraryReload } from './library-reload.ts';
import { libraryRemove } from './library-remove.ts';
import { libraryRestore } from './library-restore.ts';
import { libraryStatus } from './library-status.ts';
import { pair } from './pair.ts';
import { privacy } from './privacy.ts';
import { quote } from './quote.ts';
import { report } from './report.ts';
import { reports } from './reports.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { unfollow } from './unfollow.ts';
import { verify } from './verify.ts';

export const COMMANDS: readonly Command[] = [
  ask,
  search,
  report,
  reports,
  compare,
  quote,
  verify,
  digestOn,
  digestOff,
  digestNow,
  digestStatus,
  digestPause,
  follow,
  unfollow,
  following,
  settings,
  help,
  privacy,
  forget,
  pair,
  allow,
  deny,
  libraryAdd,
  libraryRemove,
  libraryRestore,
  libraryStatus,
  libraryReload,
];
