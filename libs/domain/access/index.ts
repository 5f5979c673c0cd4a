/** 查阅留痕: who looked into which file for what, and who took a bundle out of the house (stream `access-<day>`). */
import { checked, type Decider } from '@srd/kernel';
import type { AccessEvent } from './events';
import { decide, type AccessCommand } from './rules';
import { evolve, initial, type AccessState } from './state';

export { accessRefusals } from './refusals';
export { hasOpened } from './state';
export type { Access, AccessState } from './state';
export type { AccessCommand, IssueBundle, OpenReading } from './rules';
export { subjectKinds } from './events';
export type { AccessEvent, BundleIssued, Head, ReadingOpened, Subject } from './events';

export const access: Decider<AccessState, AccessCommand, AccessEvent> = checked({ initial, evolve, decide });
