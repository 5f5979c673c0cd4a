import { refuser, type RefusalTable } from '@srd/kernel';

/** Why a plan says no. */
export const planRefusals = {
  PLAN_OUT_OF_TURN: { title: '计划当前状态不允许此操作', basis: 'A二(二)' },
  TASK_OUT_OF_TURN: { title: '抽查任务当前状态不允许此操作', basis: 'A二(二)' },
  TASK_UNKNOWN: { title: '计划中没有这项抽查任务', basis: '本系统', status: 404 },
  TASK_EXISTS: { title: '抽查任务编号已被使用', basis: '本系统' },
  TASK_NUMBER_TAKEN: { title: '序号已被另一项抽查任务占用', basis: 'A附件', status: 422 },
  TASK_INCOMPLETE: { title: '抽查任务内容不完整', basis: 'B二(九)', status: 422 },
  RATIO_OUT_OF_RANGE: { title: '抽取比例须在0%到100%之间', basis: 'B二(九)', status: 422 },
  SAMPLE_RULE_MISSING: { title: '既无抽取比例，也无最低家数', basis: 'B二(九)', status: 422 },
  WINDOW_INVALID: { title: '抽查时间不成立', basis: 'B二(九)', status: 422 },
  HIGHER_DOCUMENT_MISSING: { title: '部门联合抽查须写明所依据的上级文件', basis: 'A二(一)', status: 422 },
  PARTNER_WITHOUT_JOINT: { title: '非联合抽查任务不得列联合部门', basis: 'A附件', status: 422 },
  NO_TASKS: { title: '计划中没有抽查任务', basis: 'A二(二)' },
  ROSTER_UNKNOWN: { title: '未取得检查对象名录库的当前数据', basis: 'A二(一)' },
  REASON_MISSING: { title: '须写明理由', basis: 'B一(二)', status: 422 },
  SUBMITTER_RELEASES: { title: '报送人不得发布自己报送的计划', basis: 'A二(二)', status: 403 },
  CONFLICT_UNKNOWN: { title: '计划中没有这项矛盾', basis: '本系统', status: 404 },
  CONFLICT_SETTLED: { title: '该矛盾已处理', basis: '本系统' },
  CONFLICT_OPEN: { title: '计划中还有未处理的矛盾', basis: 'A二(二)' },
  CHOICE_UNKNOWN: { title: '该矛盾没有这个选项', basis: '本系统', status: 422 },
  JOINT_PARTNER_MISSING: { title: '联合抽查任务缺少联合部门或其同意记录', basis: 'A二(一)' },
  NOT_JOINT: { title: '该任务不是部门联合抽查', basis: 'A附件' },
  PARTNER_NOT_NAMED: { title: '该部门不是此任务的联合部门', basis: 'A二(一)', status: 403 },
  CONSENT_EXISTS: { title: '该部门已同意', basis: 'A二(一)' },
  ITEM_WITHOUT_BASIS: { title: '抽查事项缺少法定依据', basis: 'B二(六)' },
  POOL_EMPTY: { title: '没有可供抽取的对象', basis: 'B二(九)' },
  POOL_MISMATCH: { title: '名录数据与任务的抽查对象不一致', basis: 'B二(九)', status: 422 },
  MIN_UNREACHABLE: { title: '可抽对象少于最低家数', basis: 'B二(八)' },
  WAIVER_EXISTS: { title: '最低家数已豁免', basis: 'B二(八)' },
  REPORT_NOT_SENT: { title: '没有待签收的年度工作开展情况', basis: 'A三' },
  SENDER_RECEIVES: { title: '报送人不得签收自己报送的材料', basis: 'A三', status: 403 },
} as const satisfies RefusalTable;

export const refuse = refuser(planRefusals);
