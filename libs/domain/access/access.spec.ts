import { context, given } from '@srd/kernel';
import { access, type AccessEvent } from './index';

const subject = { kind: 'case', id: 'chaozhou-2023-4-1' } as const;
const opened: AccessEvent = {
  type: 'ReadingOpened',
  data: { subject, organ: 'chaozhou', purpose: '年度审计' },
};
const open = { type: 'OpenReading', data: opened.data } as const;

describe('the day’s record of readings', () => {
  it('R104 T17 records an opening with its purpose', () => {
    expect(given(access, []).when(open).recorded).toEqual([opened]);
  });

  it('T17 refuses an opening without a purpose', () => {
    given(access, [])
      .when({ ...open, data: { ...open.data, purpose: ' ' } })
      .refused('PURPOSE_MISSING');
  });

  it('T17 leaves a second opening by the same person on the same day be, and records another person’s', () => {
    expect(given(access, [opened]).when(open).recorded).toEqual([]);
    expect(given(access, [opened]).when(open, context('auditor-2')).recorded).toHaveLength(1);
  });

  it('records each bundle anew, with the ends of the streams that it holds', () => {
    const data = { ...opened.data, checkpoint: 40, heads: [{ stream: 'case-chaozhou-2023-4-1', revision: 12 }] };
    const bundle = { type: 'BundleIssued', data } as const;
    expect(given(access, [bundle]).when({ type: 'IssueBundle', data }).recorded).toEqual([bundle]);
    given(access, [])
      .when({ type: 'IssueBundle', data: { ...data, heads: [] } })
      .refused('HEADS_MISSING');
  });
});
