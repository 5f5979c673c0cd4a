import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Runs `work` while no other process holds the lock file `path`, which names its holder's process id.
 * A lock left behind by a process that has died is taken away. `onWait` is called once if there is somebody to wait for.
 */
export async function locked(path, work, onWait = () => {}) {
  for (let told = false; !acquire(path); told = true) {
    if (!told) onWait();
    if (!alive(holder(path))) takeAway(path);
    await sleep(100);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

/** A link appears with its content at once, so nobody ever reads a lock without a holder. */
function acquire(path) {
  const own = `${path}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Two who find the same dead holder go one after the other, and the second looks again: else it would remove the first one's lock. */
function takeAway(path) {
  const guard = `${path}.stale`;
  if (!acquire(guard)) {
    if (age(guard) > 5_000) rmSync(guard, { force: true });
    return;
  }
  try {
    if (!alive(holder(path))) rmSync(path, { force: true });
  } finally {
    rmSync(guard, { force: true });
  }
}

function holder(path) {
  try {
    return Number(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** No holder means the lock has just been given back: that isn't a dead one. */
function alive(pid) {
  if (pid === undefined) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function age(path) {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}
