import { commandFor, readSettings } from '@srd/application';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from './cli';
import { withApplication } from './stores/application';

/** What a call of `srd` said and how it ended. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A data folder of its own, and `srd` over it. */
export function aFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'srd-cli-'));
  // Nobody's server answers at this port.
  const env = { DATA_DIR: join(folder, 'data'), SRD_KEY_DIR: join(folder, 'keys'), PORT: '1' };
  const srd = async (...args: string[]): Promise<Said> => {
    const out: string[] = [];
    const err: string[] = [];
    const terminal = { out: (line: string) => void out.push(line), err: (line: string) => void err.push(line), env };
    const code = await runCli(args, terminal);
    return { code, out: out.join('\n'), err: err.join('\n') };
  };
  return { folder, env, srd };
}

/** Opens an account with one role, as the installation's own set-up does. */
export async function withRole(
  env: Record<string, string>,
  account: string,
  organ: string,
  role: string,
  section: string | null,
): Promise<void> {
  await withApplication(readSettings(env), async ({ bus, stores }) => {
    await stores.persons.put(`p-${account}`, { name: account });
    const asked = { actor: 'system:set-up', correlation: 'fixture' };
    const give = (type: string, data: object) => bus.execute(new commandFor.account(account, { type, data }, asked));
    await give('OpenAccount', { organ, person: `p-${account}`, section });
    await give('ProposeRole', { role, section });
    await give('ConfirmRole', { role, section });
  });
}
