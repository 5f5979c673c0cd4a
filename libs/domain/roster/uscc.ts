/** What is wrong with a code: it isn't 18 characters of the standard, or one of its two check characters doesn't fit. */
export type UsccFault = 'format' | 'organisation-check' | 'whole-check';

/** The characters of GB 32100-2015 in the order of their values 0–30: no I, O, S, V, Z. */
const VALUES = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** The characters of GB 11714-1997, values 0–35. */
const ORGANISATION_VALUES = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
/** 登记管理部门 and 机构类别, six digits of the area, nine of the organisation, the check character. */
const FORMAT = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

function organisationCheck(body: string): string {
  let sum = 0;
  ORGANISATION_WEIGHTS.forEach((weight, index) => {
    sum += weight * ORGANISATION_VALUES.indexOf(body.charAt(index));
  });
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

function wholeCheck(body: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of body) {
    sum += weight * VALUES.indexOf(character);
    weight = (weight * 3) % 31;
  }
  return VALUES.charAt((31 - (sum % 31)) % 31);
}

/** The code as it is kept: NFC, full-width as half-width, upper case, no blanks. "３１４ 45100md…" becomes "31445100MD…". */
export function normalizeUscc(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\s/gu, '')
    .toUpperCase();
}

/**
 * What is wrong with a 统一社会信用代码, null when nothing is. The last character checks all (GB 32100-2015, MOD 31, weights 3^i);
 * the 17th checks the organisation code in places 9–16 (GB 11714-1997, MOD 11).
 */
export function usccCheck(code: string): UsccFault | null {
  if (!FORMAT.test(code)) return 'format';
  if (organisationCheck(code.slice(8, 16)) !== code.charAt(16)) return 'organisation-check';
  return wholeCheck(code.slice(0, 17)) === code.charAt(17) ? null : 'whole-check';
}

/** Both check characters put behind the first sixteen: for data that is made up. */
export function completeUscc(sixteen: string): string {
  const organisation = `${sixteen}${organisationCheck(sixteen.slice(8))}`;
  return `${organisation}${wholeCheck(organisation)}`;
}
