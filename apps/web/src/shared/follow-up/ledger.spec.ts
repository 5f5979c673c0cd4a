import { laneOf, nextSteps, type Line } from './ledger';
import { workingDaysFrom } from './working-days';
import { stateCalendar } from '@srd/domain/calendar';

const TODAY = '2024-08-20';
const line = (more: Partial<Line>): Line => ({ due: null, overdue: false, workingDaysLeft: null, ...more }) as Line;
const due = (on: string) =>
  ({ kind: 'correction', on, unit: 'working', rule: 'correction order', basis: 'B三(三)' }) as Line['due'];

describe('the ledger’s lanes', () => {
  it('R84 puts each line where its day says, in working days', () => {
    expect(laneOf(line({}), TODAY)).toBe('undated');
    expect(laneOf(line({ due: due('2024-08-19'), overdue: true, workingDaysLeft: -1 }), TODAY)).toBe('overdue');
    expect(laneOf(line({ due: due('2024-08-27'), workingDaysLeft: 5 }), TODAY)).toBe('soon');
    expect(laneOf(line({ due: due('2024-08-28'), workingDaysLeft: 6 }), TODAY)).toBe('later');
  });

  it('takes a week for five working days where the calendar lacks the year', () => {
    const far = line({ due: due('2028-02-01'), calendarMissing: '2028 年节假日安排未录入' });
    expect(laneOf(far, TODAY)).toBe('later');
    expect(laneOf({ ...far, due: due('2024-08-27') }, TODAY)).toBe('soon');
  });
});

describe('what comes next', () => {
  it('offers the asker’s own steps first, says whose the others are, and leaves out what nobody gives', () => {
    const next = ['OrderFurtherCorrection', 'RecordFollowUp', 'PassCaseDeadline'];
    expect(nextSteps({ next, due: null }, ['rectification-officer'])).toEqual([
      { command: 'RecordFollowUp' },
      { command: 'OrderFurtherCorrection', by: '科室经办' },
    ]);
  });

  it('R78 begins with the service of an order that hasn’t reached the institution', () => {
    const waiting = { ...due('2024-09-01')!, kind: 'service' as const };
    expect(nextSteps({ next: [], due: waiting }, ['rectification-officer'])).toEqual([{ command: 'ServeDocument' }]);
  });
});

describe('working days for a revisit', () => {
  it('C8 leaves out the holiday and counts the make-up days', () => {
    const { days } = workingDaysFrom('2024-09-27', '2024-10-09', stateCalendar, 10);
    expect(days.map(({ on, makeUp }) => (makeUp ? `${on}*` : on))).toEqual([
      '2024-09-27',
      '2024-09-29*',
      '2024-09-30',
      '2024-10-08',
      '2024-10-09',
    ]);
  });

  it('stops at a year that isn’t entered', () => {
    const { 2024: known } = stateCalendar;
    expect(workingDaysFrom('2024-12-31', '2025-01-03', { 2024: known! }, 10)).toEqual({
      days: [{ on: '2024-12-31', makeUp: false }],
      missing: '2025 年节假日安排未录入',
    });
  });
});
