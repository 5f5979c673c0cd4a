import type { CauseGround, ResultClass } from './vocabulary';

/** The result classes as they are published. */
export const resultClassLabels: { readonly [C in ResultClass]: string } = {
  'nothing-found': '未发现问题',
  'corrected-on-spot': '发现问题，已当场纠正',
  'correction-ordered': '发现问题，责令改正',
  risk: '存在风险，提醒约谈',
  licensing: '许可问题，报告许可部门',
  'breach-investigation': '涉嫌违法，立案查处',
  'crime-suspected': '涉嫌犯罪，移送司法机关',
  'non-cooperation': '不予配合检查',
  unreachable: '通过登记的住所或者执业场所无法联系',
  deregistered: '已注销',
  'licence-revoked': '许可证已吊销',
  'licence-withdrawn': '许可已撤销',
  'moved-out': '已迁出',
  'business-suspended': '停业',
};

/** The grounds of B二(九): five sources of the first, then the others, each with its number there. */
export const causeLabels: { readonly [G in CauseGround]: { readonly label: string; readonly basis: string } } = {
  complaint: { label: '投诉', basis: 'B二(九)1' },
  appeal: { label: '申诉', basis: 'B二(九)1' },
  report: { label: '举报', basis: 'B二(九)1' },
  instruction: { label: '上级机关交办', basis: 'B二(九)1' },
  transfer: { label: '其他机关移送', basis: 'B二(九)1' },
  'breach-seen': { label: '监管过程中发现违法违规现象', basis: 'B二(九)2' },
  'credit-listed': { label: '已被列入信用黑名单', basis: 'B二(九)3' },
  'abnormal-listed': { label: '已被列入执业异常对象名单', basis: 'B二(九)4' },
};

export const methodLabels = { onSite: '实地检查', documentary: '书面检查' } as const;

/** 救济途径 in the usual words, for whoever writes an order or a decision to begin with (行政复议法第二十条, 行政诉讼法第四十六条; R78). */
export const usualRemedies = '不服本决定的，可以自收到之日起六十日内申请行政复议，或者在六个月内提起行政诉讼。';
