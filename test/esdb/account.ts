import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { promisify } from 'node:util';
import { AccessDeniedError, type EventStoreDBClient } from '@eventstore/db-client';
import { serverAt } from '../../libs/adapters/eventstoredb/server';

const ACCOUNT = 'srd-test';

/**
 * The connection string as the application may use it: where it names an administrator, an account of the application's is entered with the rights that the operations page asks for;
 * a server without TLS has none. @throws the client's error while nobody answers
 */
export async function asApplication(url: string): Promise<string> {
  const { client, credentials, encrypted, hangUp } = serverAt(url);
  const plain = url.replace(/\/\/[^@/]*@/, '//');
  const administrates = encrypted && (await isAdministrator(client, credentials.username));
  await hangUp();
  if (!encrypted) return plain;
  if (!administrates) return url;
  const password = randomUUID();
  const env = { ...process.env, SERVER: url, ACCOUNT, PASSWORD: password, NAMESPACE: ACCOUNT };
  const root = path.join(__dirname, '..', '..');
  await promisify(execFile)(process.execPath, ['infra/cluster/set-up.mjs'], { cwd: root, env });
  return plain.replace('//', `//${ACCOUNT}:${password}@`);
}

async function isAdministrator(client: EventStoreDBClient, name: string): Promise<boolean> {
  if (name === '') return false;
  try {
    const last = { direction: 'backwards', fromRevision: 'end', maxCount: 1, requiresLeader: true } as const;
    for await (const { event } of client.readStream(`$user-${name}`, last))
      return ((event?.data as { readonly groups?: readonly string[] } | undefined)?.groups ?? []).includes('$admins');
  } catch (error) {
    if (!(error instanceof AccessDeniedError)) throw error;
  }
  return false;
}
