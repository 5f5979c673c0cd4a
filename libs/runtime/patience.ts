import { LogUnavailable } from './event-log';

/** Milliseconds between two attempts. */
const PAUSE = 500;

/** What follows the log by itself waits while the log is away, however long, and goes on afterwards. Undefined once it was told to stop. */
export async function whenThere<T>(work: () => Promise<T>, stopped: () => boolean): Promise<T | undefined> {
  while (!stopped()) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof LogUnavailable)) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
  return undefined;
}
