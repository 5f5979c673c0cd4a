import { caseEventLabels, causeLabels, deadlineLabels, lives, methodLabels, resultClassLabels } from '@srd/domain/case';
import { longDay, moment } from '../format';
import { channelName, sectorLabels, severityLabels } from '../labels';

const of = (table: object): Readonly<Record<string, string>> => table as Readonly<Record<string, string>>;
const inner = (table: Readonly<Record<string, { readonly label: string }>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(table).map(([word, { label }]) => [word, label]));

/** By member, what its words mean. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sector: of(sectorLabels),
  purpose: { random: '随机抽查', 'for-cause': '不受随机限制的检查' },
  method: of(methodLabels),
  resultClass: of(resultClassLabels),
  severity: of(severityLabels),
  steps: of(caseEventLabels),
  state: inner(lives),
  ground: { ...inner(causeLabels), recusal: '回避', unavailable: '不能参加' },
  selfInspection: {
    none: '无',
    first: '先行自查',
    alongside: '同时自查',
    awaited: '待报告',
    reported: '已报告',
    lapsed: '逾期未报',
  },
  kind: {
    ...of(deadlineLabels),
    document: '文件规定',
    own: '本机关自定',
    result: '检查结果',
    outcome: '查处情况',
    withdrawal: '撤回',
    'non-cooperation': '不予配合检查',
    advice: '建议',
    reminder: '提醒',
    persuasion: '规劝',
    demonstration: '示范',
    publicity: '公示',
    signed: '已签字',
    refused: '拒绝签字',
    'nobody-there': '无人在场',
  },
  unit: { calendar: '自然日', working: '工作日' },
  status: {
    awaited: '尚待录入',
    recorded: '待审批',
    returned: '已退回',
    approved: '已审批',
    absent: '未参加',
    owed: '待公示',
    posting: '发布中',
    posted: '已发布',
    acknowledged: '已收到回执',
    discharged: '已公示',
    failed: '未成功',
    waived: '准予不公示',
    superseded: '已由后一公示取代',
    requested: '待决定',
    granted: '准予回避',
    declined: '不予回避',
  },
  rule: {
    recordWithin: '录入期限',
    approveWithin: '审批期限',
    publication: '公示期限',
    revisitWithin: '回访期限',
    'plan window': '抽查计划所定的时间',
    'correction order': '责令改正通知书',
    'urgent-approval': '补办审批期限',
    'self-inspection': '自查期限',
    receiptDays: '回执期限',
  },
  outcome: { passed: '通过', failed: '未通过' },
  list: { abnormal: '执业异常名单', credit: '信用黑名单' },
  origin: { own: '本人提出', institution: '检查对象提出', ordered: '责令回避' },
  mark: { met: '符合', unmet: '不符合', 'not-applicable': '不适用' },
  paper: { 'correction-order': '责令改正通知书', 'penalty-decision': '处罚决定书' },
  cause: { 'deadline-passed': '期限已过', 'returned-late': '结果被退回过迟' },
  afterCessation: { reserve: '由备选递补', counted: '计为已完成' },
  capCounts: { random: '仅随机抽查', all: '全部检查' },
  counts: { random: '仅随机抽查', all: '全部检查' },
  halfYearBy: { plan: '按计划日期', visit: '按检查日期' },
  voided: {},
  part: { 'whole-day': '全天', morning: '上午', afternoon: '下午' },
  how: {
    'in-person': '直接送达',
    left: '留置送达',
    post: '邮寄送达',
    electronic: '电子送达',
    announcement: '公告送达',
  },
  proposal: {
    hasten: '请督促办理',
    revisit: '建议立即回访',
    'further-order': '建议再次责令改正或者立案',
    serve: '请督促送达',
  },
  confirmed: { scope: '抽查内容', result: '抽查结果', breachHandling: '违法行为查处情况', statement: '说明' },
};

/** Who declared an interest when the result stood already. */
const DISCLOSED = 'interest-disclosed:';

const people = new Set([
  'actor',
  'inspector',
  'approvedBy',
  'recordedBy',
  'namedBy',
  'decidedBy',
  'proposedBy',
  'sentBy',
  'by',
  'outgoing',
  'incoming',
  'present',
]);

/** What a value of the record says; `person` where it is somebody's id, and the name is looked up. */
export function told(member: string, above: string, value: unknown): { readonly text: string; readonly person?: true } {
  if (value === null || value === undefined) return { text: '—' };
  if (typeof value === 'boolean') return { text: value ? '是' : '否' };
  if (typeof value === 'number') return { text: String(value) };
  if (typeof value !== 'string') return { text: Array.isArray(value) ? '（无）' : '（空）' };
  if (people.has(member) || (member === 'present' && above === 'followUp')) return { text: value, person: true };
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return { text: longDay(value) };
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return { text: moment(value) };
  if (member === 'channel' || member === 'channels' || member === 'on') return { text: channelName(value) };
  if (member === 'value' && above === 'channels') return { text: channelName(value) };
  if (member === 'rule' && /^\d+ days$/.test(value)) return { text: `${Number.parseInt(value, 10)} 日` };
  if (member === 'flags' && value.startsWith(DISCLOSED)) return { text: value.slice(DISCLOSED.length), person: true };
  // A rule stands as { value, source } under its own name.
  return { text: words[member === 'value' ? above : member]?.[value] ?? value };
}
