import { context, day, given } from '@srd/kernel';
import { circular, type CaseFact, type CircularCommand } from './index';

const known: CaseFact = {
  case: 'chaozhou-2023-4-1',
  organ: 'chaozhou',
  task: 'chaozhou-2023-4',
  object: 'firm-1',
  name: '虚构律师事务所',
  registrationNumber: '31445100X1',
  visitedOn: day('2023-07-31'),
  approved: true,
  published: true,
};
const named = { object: 'firm-1', case: known.case, stance: 'criticised', text: '逾期未完成整改' } as const;
const draftOf = (change: object = {}, cases: readonly CaseFact[] = [known]): CircularCommand =>
  ({
    type: 'DraftCircular',
    data: {
      organ: 'chaozhou',
      section: 'lawyer-administration',
      title: '关于律师事务所随机抽查情况的通报',
      number: '潮司通〔2023〕1号',
      task: 'chaozhou-2023-4',
      period: { from: '2023-07-01', to: '2023-08-31' },
      audience: 'public',
      text: '共检查5家。',
      named: [named],
      ...change,
      cases,
    },
  }) as unknown as CircularCommand;
const officer = context('officer-1');
const head = context('head-1');
const issue = (cases: readonly CaseFact[] = [known]): CircularCommand => ({ type: 'IssueCircular', data: { cases } });
const drafted = () =>
  given(circular, [])
    .when(draftOf(), officer)
    .recorded.map((event) => ({ ...event, actor: 'officer-1' }));
const issued = () => [...drafted(), ...given(circular, drafted()).when(issue(), head).recorded];

describe('随机抽查通报', () => {
  it('R95 is drafted by one and issued by another, with the institutions as their cases have them', () => {
    expect(drafted()[0]?.data).toMatchObject({ named: [{ name: '虚构律师事务所', case: known.case }] });
    given(circular, drafted()).when(issue(), officer).refused('DRAFTER_ISSUES');
    const { recorded, state } = given(circular, drafted()).when(issue(), head);
    expect(recorded[0]?.data).toEqual({ issuedOn: '2024-06-03', named: [{ object: 'firm-1', case: known.case }] });
    expect(state).toMatchObject({ status: 'issued', issuedBy: 'head-1' });
  });
  it('R95 R74 names nobody whose result is not approved, or to the public not published, at drafting and at issuing', () => {
    const { when } = given(circular, []);
    when(draftOf({}, [{ ...known, approved: false }]), officer).refused('RESULT_NOT_APPROVED');
    when(draftOf({}, [{ ...known, published: false }]), officer).refused('RESULT_NOT_PUBLISHED');
    expect(when(draftOf({ audience: 'organs' }, [{ ...known, published: false }]), officer).recorded).toHaveLength(1);
    given(circular, drafted())
      .when(issue([{ ...known, approved: false }]), head)
      .refused('RESULT_NOT_APPROVED');
  });
  it('R95 refuses another institution, another task, another organ, another time', () => {
    const { when } = given(circular, []);
    when(draftOf({ named: [{ ...named, object: 'firm-2' }] }), officer).refused('NOT_THE_CASES_OBJECT');
    when(draftOf({ task: 'chaozhou-2023-3' }), officer).refused('CASE_OUTSIDE_CIRCULAR');
    when(draftOf({}, [{ ...known, organ: 'chaoan' }]), officer).refused('CASE_OUTSIDE_CIRCULAR');
    when(draftOf({ task: null, period: { from: '2023-09-01', to: '2023-09-30' } }), officer).refused(
      'CASE_OUTSIDE_CIRCULAR',
    );
    when(draftOf({ named: [named, named] }), officer).refused('NAMED_TWICE');
  });
  it('R95 C24 refuses a person’s number in the text', () => {
    given(circular, [])
      .when(draftOf({ text: '负责人电话13800000000' }), officer)
      .refused('PERSONAL_DATA');
    given(circular, [])
      .when(draftOf({ title: ' ' }), officer)
      .refused('CIRCULAR_INVALID');
  });
  it('R95 is withdrawn with a reason and remains readable; what was issued is not reworded', () => {
    const withdraw: CircularCommand = {
      type: 'WithdrawCircular',
      data: { reason: '所列事实有误', occurredOn: day('2024-06-03') },
    };
    given(circular, drafted()).when(withdraw, head).refused('OUT_OF_TURN');
    given(circular, issued()).when(draftOf(), officer).refused('OUT_OF_TURN');
    const { state } = given(circular, issued()).when(withdraw, head);
    expect([state.status, state.withdrawn?.reason, state.content?.text]).toEqual([
      'withdrawn',
      '所列事实有误',
      '共检查5家。',
    ]);
    given(circular, issued())
      .when({ ...withdraw, data: { ...withdraw.data, reason: ' ' } } as CircularCommand, head)
      .refused('REASON_MISSING');
    given(circular, issued())
      .when({ ...withdraw, data: { ...withdraw.data, reason: '误写，联系13800138000' } } as CircularCommand, head)
      .refused('PERSONAL_DATA');
  });
  it('R95 leaves a draft open to another wording', () =>
    expect(given(circular, drafted()).when(draftOf({ text: '共检查6家。' }), officer).state.content?.text).toBe(
      '共检查6家。',
    ));
});
