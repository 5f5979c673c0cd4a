// What the application needs of an EventStoreDB cluster, entered by its administrator: an account without membership of any group, and default rights
// under which that account may write and read, but neither delete a stream nor change its metadata. Looks first, changes only what isn't so.
// SERVER is esdb://admin:…@host:2113,…?tlsCAFile=…; ACCOUNT and PASSWORD are the application's, NAMESPACE is its streams'.
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { Metadata } from '@grpc/grpc-js';
import { EventStoreDBClient, jsonEvent, NO_STREAM, StreamNotFoundError } from '@eventstore/db-client';
import { UsersClient } from '@eventstore/db-client/generated/users_grpc_pb.js';
import users from '@eventstore/db-client/generated/users_pb.js';

/** A new cluster elects its leader first: until then everything is refused. */
const PATIENCE = 120_000;
/** The server waits for ever where a reading of its own is refused, as before there is a leader (IODispatcher, "Optimistic"). */
const ANSWER = 5_000;
/** gRPC status codes. */
const NOT_FOUND = 5;

const { SERVER, ACCOUNT, PASSWORD, NAMESPACE = 'srd' } = process.env;
if (!SERVER || !ACCOUNT || !PASSWORD) throw new Error('SERVER, ACCOUNT and PASSWORD are needed');
let client;
const [, admin, secret] = /^[^/]*\/\/([^:@/]+):([^@/]+)@/.exec(SERVER) ?? [];
const asAdmin = { username: decodeURIComponent(admin), password: decodeURIComponent(secret) };

const rights = {
  $userStreamAcl: { $r: [ACCOUNT], $w: [ACCOUNT], $d: '$admins', $mr: [ACCOUNT], $mw: '$admins' },
  // $all and $settings are read, nothing of the system's is written.
  $systemStreamAcl: { $r: ['$admins', ACCOUNT], $w: '$admins', $d: '$admins', $mr: '$admins', $mw: '$admins' },
};

const say = (line) => process.stdout.write(`${line}\n`);
/** What no waiting mends. An unknown administrator isn't of that kind: a new cluster enters its first accounts once it has a leader. */
class Refused extends Error {}

const begun = Date.now();
for (let done = false; !done;) {
  // Each time anew: the calls about accounts don't tell the client that the node which it found is gone.
  client = EventStoreDBClient.connectionString(SERVER);
  try {
    await account();
    await defaultRights();
    await whatMayGo();
    done = true;
  } catch (error) {
    if (error instanceof Refused || Date.now() - begun > PATIENCE) {
      process.stderr.write(`${error.message}\n`);
      process.exit(1);
    }
    say(`waiting: ${error.message || error.constructor.name}`);
    await sleep(2_000);
  }
}
// The client's own `dispose` waits for streams that were left early, and those never say that they have ended.
process.exit(0);

async function account() {
  const channel = await client.getChannel();
  const calls = new UsersClient('', undefined, { channelOverride: channel });
  const details = new users.DetailsReq();
  details.setOptions(named(new users.DetailsReq.Options()));
  const known = await first(calls.details(details, authorization(), soon()));
  if (known === undefined) {
    const create = new users.CreateReq();
    const options = named(new users.CreateReq.Options());
    options.setPassword(PASSWORD);
    options.setFullName('srd');
    create.setOptions(options);
    await answered((done, metadata) => calls.create(create, metadata, soon(), done));
    say(`account ${ACCOUNT}: created`);
    return;
  }
  if (known.getUserDetails().getGroupsList().length > 0)
    throw new Refused(`account ${ACCOUNT} is a member of a group: take another one, or take it out`);
  const reset = new users.ResetPasswordReq();
  const options = named(new users.ResetPasswordReq.Options());
  options.setNewPassword(PASSWORD);
  reset.setOptions(options);
  await answered((done, metadata) => calls.resetPassword(reset, metadata, soon(), done));
  say(`account ${ACCOUNT}: stands, password set`);
}

async function defaultRights() {
  const last = await lastOf('$settings');
  if (isDeepStrictEqual(last?.data, rights)) return say('default rights: stand');
  await client.appendToStream('$settings', jsonEvent({ type: 'update-default-acl', data: rights }), {
    expectedRevision: last?.revision ?? NO_STREAM,
    credentials: asAdmin,
    requiresLeader: true,
  });
  say('default rights: set');
}

/** Of sessions, the duty's renewals and the reactions' places only what is new counts; all else is kept for ever. */
async function whatMayGo() {
  const keep = { sessions: { maxAge: 2 * 86_400 }, duty: { maxCount: 100 }, reactions: { maxCount: 100 } };
  for (const [journal, metadata] of Object.entries(keep)) {
    const stream = `${NAMESPACE}~${journal}`;
    const known = await client.getStreamMetadata(stream, { credentials: asAdmin });
    if (isDeepStrictEqual({ ...known.metadata }, metadata)) continue;
    await client.setStreamMetadata(stream, metadata, { credentials: asAdmin });
    say(`${stream}: ${JSON.stringify(metadata)}`);
  }
}

async function lastOf(stream) {
  const options = { direction: 'backwards', fromRevision: 'end', maxCount: 1, credentials: asAdmin };
  try {
    for await (const { event } of client.readStream(stream, { ...options, requiresLeader: true })) return event;
  } catch (error) {
    if (!(error instanceof StreamNotFoundError)) throw error;
  }
  return undefined;
}

function named(options) {
  options.setLoginName(ACCOUNT);
  return options;
}

function authorization() {
  const metadata = new Metadata();
  metadata.set('authorization', `Basic ${Buffer.from(`${asAdmin.username}:${asAdmin.password}`).toString('base64')}`);
  metadata.set('requires-leader', 'true');
  return metadata;
}

function soon() {
  return { deadline: Date.now() + ANSWER };
}

async function answered(call) {
  const metadata = authorization();
  return new Promise((resolve, reject) => {
    call((error, answer) => (error ? reject(error) : resolve(answer)), metadata);
  });
}

/** The first of a stream of answers; undefined where there is none, or nobody of that name. */
function first(stream) {
  return new Promise((resolve, reject) => {
    stream.on('data', resolve);
    stream.on('error', (error) => (error.code === NOT_FOUND ? resolve(undefined) : reject(error)));
    stream.on('end', () => resolve(undefined));
  });
}
