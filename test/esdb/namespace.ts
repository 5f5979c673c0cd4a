import { randomUUID } from 'node:crypto';

/** The connection string with another namespace: one that nobody else uses, so that tests which share a server don't meet. */
export function withNamespace(url: string, namespace: string = randomUUID()): string {
  return url.replace(/^([a-z+]+:\/\/[^/?]+)[^?]*/, `$1/${namespace}`);
}
