import type { CaseContext, Debt } from './context';
import type { PublicResult } from './vocabulary';

/** What may point at a person or a client: mail addresses, long numbers, somebody called 某, words of private matters (C24, trap 10). */
const general =
  /[\w.+-]+@[\w-]+\.\w+|\d{12,}|[\p{Script=Han}]某{1,2}|当事人|委托人|投诉人|举报人|申请人|被申请人|原告|被告|客户|身份证|手机|电话|住址|微信|银行卡/gu;

/** A field of a text to be published, and what in it somebody has to look at. */
export type Doubt = { readonly field: string; readonly found: readonly string[] };

type Going = { readonly content: PublicResult; readonly statement: string | null };

/** Fields of free text, beside them the statement. */
function textsOf({ content, statement }: Going): readonly (readonly [string, string])[] {
  const { institutionName: _, registrationNumber: __, inspectedOn: ___, method: ____, ...free } = content;
  return Object.entries({ ...free, ...(statement === null ? {} : { statement }) });
}

/** Where a text has to be read twice before it goes out: by the general signs and by the organ's own words. */
export function doubtsIn(going: Going, words: readonly string[]): readonly Doubt[] {
  return textsOf(going).flatMap(([field, text]) => {
    const own = words.filter((word) => text.includes(word));
    const found = [...new Set([...(text.match(general) ?? []), ...own])];
    return found.length === 0 ? [] : [{ field, found }];
  });
}

/** Fields in which one of the names stands. */
export function fieldsNaming(going: Going, names: readonly string[]): readonly string[] {
  const known = names.filter((name) => name.length > 1);
  return textsOf(going).flatMap(([field, text]) => (known.some((name) => text.includes(name)) ? [field] : []));
}

const firstDay = (debt: Debt | undefined): string => debt?.channels[0]?.postedOn ?? '';

/** The sentence that goes out with a later publication, with the day of what it adds to, puts right or takes back (trap 10). */
export function noticeOf(context: CaseContext, debt: Debt): string | null {
  const before = context.debts.find((one) => one.debt === debt.replaces);
  const of = `${firstDay(before)}公示内容`;
  switch (debt.kind) {
    case 'result':
      return null;
    case 'outcome':
      return `查处结果补充公示，补充${of}`;
    case 'correction': {
      const reason = context.findings
        .flatMap(({ earlier }) => earlier)
        .find(({ replacedBy }) => replacedBy === debt.about);
      return `更正公示，更正${of}，原内容保留备查；更正事由：${reason?.reason ?? ''}`;
    }
    case 'withdrawal':
      return `撤回公示，${of}所载处罚决定已被撤销，予以撤回`;
    case 'non-cooperation':
      return '不予配合检查，情节严重，依规定通过信用信息公示平台公示';
  }
}
