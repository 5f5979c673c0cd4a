import { refuser, type RefusalTable } from '@srd/kernel';

/** What a case refuses, and by which article. */
export const caseRefusals = {
  OUT_OF_TURN: { title: '当前环节不接受此操作', basis: '本系统' },
  UNKNOWN_FACT: { title: '记录中出现未知的事件类型', basis: '本系统' },

  CASE_EXISTS: { title: '案件已存在', basis: '本系统' },
  CASE_UNKNOWN: { title: '案件尚未立案', basis: '本系统', status: 404 },
  NO_ITEMS: { title: '案件没有检查事项，无依据不得检查', basis: 'B二(六)', status: 422 },
  WINDOW_REVERSED: { title: '抽查时间的起止日颠倒', basis: 'A附表', status: 422 },
  NO_DEPARTMENT: { title: '未写明实施部门', basis: 'A附表', status: 422 },
  SELF_INSPECTION_UNKNOWN: { title: '所依据的文件没有规定自查', basis: 'A二(五)', status: 422 },
  PROCEDURE_UNKNOWN: { title: '没有这一版本的办案程序', basis: '本系统', status: 422 },

  NOT_IN_SECTOR: { title: '检查对象的行业与任务不符', basis: 'B二(五)', status: 422 },
  CAUSE_NOT_APPROVED: { title: '不受随机限制的检查须经批准，紧急的应当限期补办', basis: 'B二(九)' },
  SELF_APPROVED: { title: '批准人不得是申请人本人', basis: 'C7', status: 403 },
  REASON_MISSING: { title: '须写明理由', basis: 'B一(二)', status: 422 },

  TOO_FEW_INSPECTORS: { title: '执法检查人员不得少于两人', basis: 'B二(九)' },
  INSPECTOR_TWICE: { title: '同一人员重复出现在检查组', basis: 'B二(九)', status: 422 },
  SEATS_NOT_FILLED: { title: '有部门的检查人员未派足', basis: 'A二(一)' },
  NOT_A_DEPARTMENT: { title: '该单位不是本案的实施部门', basis: 'A附表', status: 422 },
  NOT_IN_TEAM: { title: '该人员不在本案检查组', basis: 'B二(九)', status: 403 },
  CERTIFICATE_INVALID: { title: '行政执法证当日无效', basis: 'A二(四)、B二(四)' },
  REPLACEMENT_NOT_DRAWN: { title: '随机案件替换检查人员也须随机抽取', basis: 'B二(九)' },
  RECUSAL_UNDECIDED: { title: '回避申请尚未决定', basis: 'B二(九)' },
  RECUSED_INSPECTOR: { title: '应当回避的人员尚未替换', basis: 'B二(九)' },
  ALREADY_APPROVED: { title: '已经审批', basis: '本系统' },
  APPROVER_IN_TEAM: { title: '审批人不得是检查组成员', basis: 'A二(二)、C7', status: 403 },
  APPROVAL_MISSING: { title: '检查尚未审批', basis: '国办发〔2024〕54号' },
  NOTICE_MISSING: { title: '检查通知尚未送达', basis: '国办发〔2024〕54号' },
  SELF_INSPECTION_DAY_MISSING: { title: '须写明自查的截止日', basis: 'B二(三)', status: 422 },

  DRAW_AFTER_VISIT: { title: '抽取须在检查之前', basis: 'B二(九)' },
  NOT_THE_DRAWN_OBJECT: { title: '只能检查抽中的对象', basis: 'B一(二)' },
  NOT_AT_PREMISES: { title: '实地检查应在登记的执业场所进行，另处检查须写明理由', basis: 'B二(七)' },
  VISIT_CODE_MISSING: { title: '须出示检查码', basis: '国办发〔2024〕54号' },
  VISIT_ENDS_BEFORE_START: { title: '检查结束日早于开始日', basis: '本系统', status: 422 },
  DAY_IN_FUTURE: { title: '发生日不能晚于今天', basis: '本系统', status: 422 },

  EVIDENCE_INVALID: { title: '证据的指纹、名称或大小填写有误', basis: 'A二(二)', status: 422 },
  EVIDENCE_TWICE: { title: '同一份证据已入卷', basis: 'A二(二)' },
  EVIDENCE_UNKNOWN: { title: '引用的证据未入卷', basis: 'A二(二)', status: 422 },

  NO_FINDINGS: { title: '检查结果不能为空', basis: 'A二(二)', status: 422 },
  FINDING_TWICE: { title: '检查结果编号重复', basis: '本系统', status: 422 },
  FINDING_UNKNOWN: { title: '没有这条检查结果，或已撤回', basis: '本系统', status: 404 },
  ITEM_NOT_IN_SCOPE: { title: '检查结果超出本案检查事项', basis: 'B二(六)', status: 422 },
  FINDING_CONTRADICTS: { title: '同一事项不能既未发现问题又有问题', basis: 'A二(二)', status: 422 },
  CONTACTS_MISSING: { title: '无法联系须有两次注明日期并附证据的联系记录', basis: 'B三(三)', status: 422 },
  SIGNATURE_MISSING: { title: '须有签字，或记明拒签、无人签字的理由', basis: 'A二(二)', status: 422 },
  OWN_SECTION_ABSENT: { title: '本局不能记为未参加', basis: 'A二(一)', status: 422 },
  RECORDER_APPROVES: { title: '录入人不得审批自己录入的结果', basis: 'A二(二)、C7', status: 403 },

  MEASURE_NOT_FITTING: { title: '该处置不适用于这类检查结果', basis: 'B三(三)' },
  LADDERS_CROSSED: { title: '违法行为整改未通过的，应再次责令改正或者立案，不得列入执业异常名单', basis: 'B三(三)' },
  DISPOSITION_OF_OTHER_FINDING: { title: '该处置属于另一条检查结果', basis: '本系统', status: 422 },
  LISTING_GROUND_WRONG: { title: '列入名单的事由与案件记录不符', basis: 'B三(三)', status: 422 },
  OTHER_STANDING: { title: '该决定不属于本处置提出的列入', basis: '本系统', status: 422 },
  DUE_BEFORE_ORDER: { title: '改正期限早于责令之日', basis: 'B三(三)', status: 422 },

  DEBT_UNKNOWN: { title: '没有这项公示', basis: 'B三(一)', status: 404 },
  NOT_A_CHANNEL: { title: '不是本局规定的公示载体', basis: 'B三(一)', status: 422 },
  ALREADY_POSTED: { title: '该载体已发布，等待回执', basis: 'B三(一)' },
  ANOTHER_POSTING: { title: '另一项公示正在发布，请先完成', basis: 'B三(一)' },
  TEXT_NOT_READ: { title: '公示内容须经人工核对', basis: '个人信息保护法', status: 422 },
  PERSONAL_DATA: { title: '公示内容疑似含个人信息，请先遮盖', basis: '个人信息保护法', status: 422 },
  RECEIPT_MISSING: { title: '须填写回执编号', basis: 'A二(五)', status: 422 },
  COPY_FILED: { title: '已抄送备份', basis: 'A二(五)' },

  AMENDMENT_EMPTY: { title: '更正没有写明改动', basis: 'A二(二)', status: 422 },
  AMENDER_APPROVES: { title: '提出更正的人不得审批', basis: 'A二(二)、C7', status: 403 },

  DEADLINE_UNKNOWN: { title: '没有这个期限', basis: '本系统', status: 404 },
  NOT_YET_DUE: { title: '期限尚未届满', basis: '本系统' },
} as const satisfies RefusalTable;

export const refuse = refuser(caseRefusals);
