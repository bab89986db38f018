// The digests have a platform's poster while the platform is connected.
import type { Log, Poster, PresenceListener } from '#core';

/**
 * Attaches a poster until its platform has ended or the returned function is called.
 * @param ended resolves when the platform will not have the bot any more
 * @returns detaches the poster; resolves when its messages under way are sent
 */
export function connectPoster(
  digests: PresenceListener,
  poster: Poster,
  ended: Promise<unknown>,
  log: Log,
): () => Promise<void> {
  digests.attach(poster);
  let leaving: Promise<void> | undefined;
  const leave = () => {
    leaving ??= digests.detach(poster.platform);
    return leaving;
  };
  ended
    .then(leave)
    .catch((error: unknown) =>
      log.error({ err: error, platform: poster.platform }, 'a poster was not detached'),
    );
  return leave;
}
