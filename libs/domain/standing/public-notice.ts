import type { ListingNotice, PublicationKind, StandingEnd } from './events';
import { classLabels, groundLabels } from './labels';

const endings: Readonly<Record<StandingEnd, string>> = {
  withdrawn: '撤销列入',
  expired: '期限届满',
  repaired: '信用修复',
  removed: '移出',
};

const sentences: Readonly<Record<PublicationKind, string | null>> = {
  listing: null,
  withdrawal: '原列入名单的决定已被撤销，予以撤回',
  end: '已不在名单，停止公示',
};

/** The sentence that goes out with a notice; null with the entry itself. */
export function noticeSentence(kind: PublicationKind): string | null {
  return sentences[kind];
}

/** What a channel is handed of an entry or of its end, in a fixed order: no person in it (C21, C24, R74). */
export function noticeFields(
  content: ListingNotice,
): readonly { readonly name: string; readonly label: string; readonly value: string }[] {
  const { ended } = content;
  const basis = content.legalBasis.map(({ law, article }) => `《${law}》${article}`).join('、');
  const told: readonly (readonly [name: string, label: string, value: string])[] = [
    ['listName', '名单名称', content.listName],
    ['institutionName', '机构名称', content.institutionName],
    ['registrationNumber', '登记号', content.registrationNumber],
    ['ground', '列入事由', groundLabels[content.ground]],
    ['legalBasis', '列入依据', basis],
    ['class', '失信程度', content.class === null ? '' : classLabels[content.class]],
    ['listedOn', '列入日期', content.listedOn],
    ['until', '截止日期', content.until ?? ''],
    ['endedHow', '移出方式', ended ? endings[ended.how] : ''],
    ['endedOn', '移出日期', ended?.on ?? ''],
    ['endedReason', '移出原因', ended?.reason ?? ''],
  ];
  return told.map(([name, label, value]) => ({ name, label, value }));
}
