import type { ListingClass, ListingGround } from './events';

/** The grounds in the words of B三(三). */
export const groundLabels: Readonly<Record<ListingGround, string>> = {
  unreachable: '通过登记的住所或者执业场所无法联系',
  unheeded: '经过提醒或约谈仍不纠正',
  penalty: '依法应予行政处罚，已作出处罚决定',
};

export const classLabels: Readonly<Record<ListingClass, string>> = {
  minor: '轻微',
  ordinary: '一般',
  serious: '严重',
};
