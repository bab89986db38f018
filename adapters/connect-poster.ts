// Attaches a platform's poster to the digests while the platform is connected.
import type { Log, Poster, PresenceListener } from '#core';

/**
 * Attaches a poster until its platform refuses the bot or the returned function is called.
 * @param ended resolves when the platform refuses the bot for good
 * @returns detaches the poster; resolves when its messages under way are sent
 */
export function connectPoster(
  digests: PresenceListener,
  poster: Poster,
  ended: Promise<unknown>,
  log: Log,
): () => Promise<void> {
  digests.attach(poster);
  let detaching: Promise<void> | undefined;
  const detach = () => {
    detaching ??= digests.detach(poster.platform);
    return detaching;
  };
  ended
    .then(detach)
    .catch((error: unknown) =>
      log.error({ err: error, platform: poster.platform }, 'a poster was not detached'),
    );
  return detach;
}
