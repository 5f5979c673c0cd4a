import { given } from '@srd/kernel';
import { logItself, type LogEvent } from './index';

const data = { events: 9, streams: 2, rows: 4, size: 9, root: 'ab', ok: true, findings: [], more: 0 };

describe('what the log records about itself', () => {
  it('T30 records each self-check and keeps a year of them', () => {
    expect(given(logItself, []).when({ type: 'RecordSelfCheck', data }).recorded).toEqual([
      { type: 'SelfCheckMade', data },
    ]);
    const many = Array.from({ length: 401 }, (): LogEvent => ({ type: 'SelfCheckMade', data }));
    expect(given(logItself, many).state.checks).toHaveLength(400);
  });

  it('T14 announces another key once, and no key as its own successor', () => {
    const key = { from: 'a', to: 'b', reason: '年度更换' };
    const announced: LogEvent = { type: 'KeyRotated', data: key };
    expect(given(logItself, []).when({ type: 'AnnounceLogKey', data: key }).recorded).toEqual([announced]);
    expect(given(logItself, [announced]).when({ type: 'AnnounceLogKey', data: key }).recorded).toEqual([]);
    given(logItself, [])
      .when({ type: 'AnnounceLogKey', data: { ...key, to: 'a' } })
      .refused('LOG_KEY_UNCHANGED');
  });
});
