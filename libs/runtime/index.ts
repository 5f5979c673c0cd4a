/** The runtime: what is true of any event-sourced system. Ports, and what works on them alone. */
export { EventIdTaken, LogUnavailable, RevisionConflict, Unrecordable } from './event-log';
export type {
  Appended,
  EventLog,
  Expected,
  NewEvent,
  Position,
  Positioned,
  ReadAllOptions,
  ReadOptions,
  Subscription,
} from './event-log';
export { MAX_EVENT_BYTES, MAX_EVENT_DEPTH, recordable, recordableStream } from './recordable';
export type { Recordable } from './recordable';
export { checkAppend, checkRead, place } from './placing';
export type { Standing, Stood } from './placing';
export { compareLogs, copyLog, LogsDiffer } from './copy-log';
export { MirrorBroken } from './mirror';
export type { LogMirror, Mirrored } from './mirror';
export { Subscriptions } from './subscriptions';
export type { Handler, Pages } from './subscriptions';
export { BadCursor, cursorOf, placeOf } from './views-store';
export type { Change, Column, Filter, ListOptions, Page, ViewRow, ViewsStore, ViewTable } from './views-store';
export { checkPerson, isAbout, PersonForgotten } from './persons';
export type { Person, Persons } from './persons';
export { CommandRunner, foldOne, KeyReused, Stale } from './command-runner';
export type { AppendOutcome, Asked, Folded, Outcome, Prepared } from './command-runner';
export { StandingClock, systemClock } from './clock';
export type { ProcedureClock } from './clock';
export { derivedId, seededChance, systemChance, uuidOf } from './chance';
export type { Chance } from './chance';
export { currentVersion, upcast } from './upcasts';
export type { Upcasts } from './upcasts';
export { Projector, tableOf } from './projector';
export type { Progress } from './projector';
export { Reactor } from './reactions';
export type { Bookmark, Reaction } from './reactions';
export type { Credential, Credentials, Session } from './credentials';
export { ownJournal } from './journal';
export type { CommonJournal, Journal, OpenJournal, Taker } from './journal';
export { alwaysOnDuty } from './duty';
export type { Duty } from './duty';
export { AttachmentDamaged } from './attachments';
export type { AttachmentStore, Receipt } from './attachments';
export type { Vault } from './vault';
export type { Signer } from './signer';
export { ChannelUnavailable } from './channels';
export type { ChannelReceipt, OutgoingPublication, PublicationChannels } from './channels';
export type { Checkpoint, CheckpointEntry, CheckpointsInCommon, Leaf, TreeNode, TreeStore } from './tree-store';
