import type { CaseCommand, CommandData } from './commands';
import type { CaseFact } from './events';
import { attendance, calendar, finding, member, on, played } from './sample';
import { orderWith, paper, publishedFourth, REMEDIES, serve } from './sample-4';
import { rectified, told } from './sample-measures';

/** Synthetic cases under `case/5`, for tests. */
const about = { disposition: 'd1', finding: 'f1' };
type Plan = CommandData<'ArrangeRevisit'>;

const plan = (day: string, more: Partial<Plan>): Plan => ({
  ...about,
  on: on(day),
  part: 'morning',
  inspectors: [member('i1'), member('i2')],
  method: 'onSite',
  elsewhere: null,
  note: null,
  calendar,
  bars: [],
  ...more,
});
export const arrange = (day: string, more: Partial<Plan> = {}): CaseCommand => ({
  type: 'ArrangeRevisit',
  data: plan(day, more),
});
export const rearrange = (day: string, more: Partial<Plan> = {}, reason = '机构负责人当日外出'): CaseCommand => ({
  type: 'ChangeRevisit',
  data: { ...plan(day, more), reason },
});
export const cancel = (reason = '机构申请延期，另行安排'): CaseCommand => ({
  type: 'CancelRevisit',
  data: { ...about, reason },
});
export const revisit = (day: string, more: Partial<CommandData<'RecordFollowUp'>> = {}): CaseCommand => ({
  type: 'RecordFollowUp',
  data: {
    ...told('d1', 'f1', day),
    passed: true,
    method: 'onSite',
    text: '现场查看，已补齐',
    evidence: [],
    asInspector: 'i1',
    present: [attendance('i1'), attendance('i2')],
    bars: [],
    deviation: null,
    ...more,
  },
});

/** An order of 8 October 2023 that runs until the 23rd, served; the revisit is due by 6 November. */
export const orderedFifth: readonly CaseFact[] = played(
  [
    [orderWith(REMEDIES), 'officer-1', '2023-10-08'],
    [paper('e'), 'officer-1', '2023-10-08'],
    [serve('2023-10-08'), 'officer-1', '2023-10-08'],
  ],
  publishedFourth([finding('f1', 'correction-ordered')], { procedure: 'case/5' }),
);
export const reportedFifth: readonly CaseFact[] = played(
  [[rectified('d1', 'f1', '2023-10-20'), 'rectification-1', '2023-10-20']],
  orderedFifth,
);
