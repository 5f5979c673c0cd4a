import fc from 'fast-check';
import { completeUscc, normalizeUscc, usccCheck } from './index';

const samples = [
  '31445100MD00000165',
  '32445100MD0000024W',
  '33445122MD0000032G',
  '34445100MD0000040C',
  '12445100MB0000051L',
];

describe('the 18-character code', () => {
  it.each(samples)('R75 trap 4: %s checks', (code) => {
    expect(usccCheck(code)).toBeNull();
    expect(completeUscc(code.slice(0, 16))).toBe(code);
  });
  it('trap 4: a real code of GB 32100 checks in both places', () => {
    expect(usccCheck('91350100M000100Y43')).toBeNull();
  });
  it('trap 4: any single character changed is found', () => {
    const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.nat(17), fc.constantFrom(...characters), (code, place, other) => {
        fc.pre(code.charAt(place) !== other);
        expect(usccCheck(code.slice(0, place) + other + code.slice(place + 1))).not.toBeNull();
      }),
    );
  });
  it('trap 4: says which check fails', () => {
    expect(usccCheck('31445100MD00000166')).toBe('whole-check');
    expect(usccCheck('31445100MD00000155')).toBe('organisation-check');
    expect(usccCheck('31445100MD0000016')).toBe('format');
    expect(usccCheck('31445100MO00000165')).toBe('format');
  });
  it('trap 4: full-width digits, blanks and small letters are the same code', () => {
    expect(normalizeUscc(' ３１４４５１００ md　0000 0165')).toBe('31445100MD00000165');
  });
});
