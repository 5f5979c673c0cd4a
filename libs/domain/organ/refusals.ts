import { refuser, type RefusalTable } from '@srd/kernel';

/** What an organ's record refuses. */
export const organRefusals = {
  OUT_OF_TURN: { title: '机关尚未设立或已设立，不能办理此事项', basis: '本系统' },
  ORGAN_FOUNDED: { title: '该机关已设立', basis: '本系统' },
  ORGAN_UNKNOWN: { title: '该机关尚未设立', basis: '本系统', status: 404 },
  ORGAN_INVALID: { title: '机关信息填写有误', basis: '本系统', status: 422 },
  SECTION_INVALID: { title: '科室信息填写有误', basis: 'A二(二)、B四(二)', status: 422 },
  RULE_UNKNOWN: { title: '没有这一项规则', basis: '本系统', status: 422 },
  RULE_MISSING: { title: '规则不齐全', basis: 'B二(九)', status: 422 },
  RULE_WITHOUT_SOURCE: { title: '规则未注明出处，请注明文件条款或标为本机关自定', basis: 'B一(二)', status: 422 },
  RULE_OUT_OF_RANGE: { title: '规则取值超出范围', basis: '本系统', status: 422 },
  TEAM_RULE_BELOW_TWO: { title: '执法检查人员不得少于2人', basis: 'B二(九)', status: 422 },
  RULES_INCONSISTENT: { title: '规则前后不一致', basis: 'A二(五)、B二(八)', status: 422 },
  RULES_UNCHANGED: { title: '没有任何改动', basis: '本系统' },
  RULES_REASON_MISSING: { title: '修订须说明理由', basis: 'B一(二)', status: 422 },
} as const satisfies RefusalTable;

export const refuse = refuser(organRefusals);
