import { given } from '@srd/kernel';
import { certificateText } from './bars';
import type { CaseFact } from './events';
import { inspectionCase } from './rules';
import { by, member, on, played, takeObject, terms } from './sample';
import { joint, lent, openThird, ownRule, teamOf } from './sample-3';
import { noCertificate } from './vocabulary';

const inCase = (facts: readonly CaseFact[]) => given(inspectionCase, facts);
const drawn = (more: object = {}) => played([openThird(more), takeObject]);
const onThe5th = by('system:selection', '2023-09-05');

describe('the bars for every team', () => {
  it('R60 two inspectors are the least, whatever the organ’s own rule says', () => {
    const one = drawn({ terms: { ...terms, teamSize: ownRule(1) } });
    inCase(one)
      .when(teamOf([member('i1')]), onThe5th)
      .refused('TOO_FEW_INSPECTORS');
    expect(inCase(one).when(teamOf([member('i1'), member('i2')]), onThe5th).recorded).toHaveLength(1);
  });
  it('R60 three where the organ’s own rule asks for three', () => {
    const three = drawn({ terms: { ...terms, teamSize: ownRule(3) } });
    inCase(three)
      .when(teamOf([member('i1'), member('i2')]), onThe5th)
      .refused('TOO_FEW_INSPECTORS');
  });
  it('R22 a certificate does on its last day and not on the day after', () => {
    const until = (day: string) => teamOf([member('i1'), { ...member('i2'), certificateValidUntil: on(day) }]);
    inCase(drawn()).when(until('2023-09-04'), onThe5th).refused('CERTIFICATE_INVALID');
    expect(inCase(drawn()).when(until('2023-09-05'), onThe5th).recorded).toHaveLength(1);
  });
  it('R21 a loan does on its last day and not on the day after', () => {
    const until = (day: string) => {
      const borrowed = { ...lent, loan: { ...lent.loan, until: on(day) } };
      return teamOf([member('i1'), borrowed]);
    };
    inCase(drawn()).when(until('2023-09-04'), onThe5th).refused('LOAN_NOT_IN_FORCE');
    expect(inCase(drawn()).when(until('2023-09-05'), onThe5th).recorded).toHaveLength(1);
  });
  it('R68 refuses a team in which a department is missing, or somebody of none', () => {
    const jointly = drawn({ departments: joint });
    const team = teamOf([member('i1'), member('i2'), member('i3')]);
    inCase(jointly).when(team, onThe5th).refused('SEATS_NOT_FILLED');
    const stranger = teamOf([member('i1'), member('i2'), member('p1', 'ndrc'), member('x1', 'elsewhere')]);
    inCase(jointly).when(stranger, onThe5th).refused('NOT_A_DEPARTMENT');
  });
  it('R22 says until when a certificate ran, or that there is none', () => {
    expect(certificateText(on('2023-09-03'), on('2023-09-09'))).toBe(
      '行政执法证有效期至2023年9月3日，检查日为2023年9月9日',
    );
    expect(certificateText(noCertificate, on('2023-09-09'))).toContain('没有有效的行政执法证');
  });
});
