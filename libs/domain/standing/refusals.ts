import { refuser, type RefusalTable } from '@srd/kernel';

/** What a standing refuses. */
export const standingRefusals = {
  OUT_OF_TURN: { title: '名单程序的现行状态不允许此操作', basis: 'B三(三)' },
  STANDING_MISMATCH: { title: '该记录属于另一对象或另一名单', basis: '本系统' },
  LISTING_INVALID: { title: '列入名单的信息填写有误', basis: 'B三(三)', status: 422 },
  LISTING_WITHOUT_BASIS: { title: '没有法律依据，不得列入名单', basis: '国办发〔2020〕49号', status: 422 },
  LISTING_REASON_MISSING: { title: '请说明理由', basis: 'B三(三)', status: 422 },
  GROUND_NOT_OF_LIST: { title: '该事由不能列入这一名单', basis: 'B三(三)', status: 422 },
  TOO_FEW_CONTACT_ATTEMPTS: { title: '须有两次注明日期并附证据的联系记录', basis: 'B三(三)' },
  PENALTY_NOT_DECIDED: { title: '作出处罚决定后方可列入信用黑名单', basis: 'B三(三)' },
  CLASS_MISSING: { title: '请注明轻微、一般或严重', basis: '信用修复管理办法', status: 422 },
  END_DAY_INVALID: { title: '列入期限填写有误', basis: '信用修复管理办法', status: 422 },
  MINOR_NOT_PUBLISHED: { title: '轻微的一般不予公示', basis: '信用修复管理办法' },
  HEARING_WINDOW_OPEN: { title: '陈述申辩期限尚未届满', basis: '行政处罚法第四十五条' },
  HEARING_TOO_LATE: { title: '陈述申辩期限已过', basis: '行政处罚法第四十五条' },
  PROPOSER_DECIDES: { title: '提出列入的人不得作出决定', basis: 'B四(二)', status: 403 },
  PRACTITIONER_NOT_PUBLISHED: { title: '法律服务人员的列入信息不对外公示', basis: '个人信息保护法第六条' },
  PERSONAL_DATA: { title: '理由将对外公示，疑似含个人信息，请改写', basis: '个人信息保护法第六条', status: 422 },
  LISTING_NOT_OVER: { title: '列入期限尚未届满', basis: '信用修复管理办法' },
  END_REQUESTED: { title: '已有修复或移出申请待决定', basis: '信用修复管理办法' },
  NO_END_REQUESTED: { title: '没有待决定的修复或移出申请', basis: '信用修复管理办法' },
  REPAIR_TOO_EARLY: { title: '尚未满最短公示期限，不能修复', basis: '信用修复管理办法' },
  CREDIT_NOT_REMOVED: { title: '信用黑名单只能期满、修复或撤销，不能移出', basis: '信用修复管理办法' },
  REQUESTER_DECIDES: { title: '受理修复或移出申请的人不得作出决定', basis: 'B四(二)', status: 403 },
  PUBLICATION_UNKNOWN: { title: '没有这一项公示', basis: 'B三(一)', status: 404 },
  PUBLICATION_OVER: { title: '该项公示已办结，或已不再需要', basis: 'B三(一)' },
  NOT_A_CHANNEL: { title: '该载体不在本项公示的载体之内', basis: 'B三(一)', status: 422 },
  ALREADY_POSTED: { title: '该载体已发布，不重复发布', basis: 'B三(一)' },
  NOT_POSTED: { title: '该载体尚未发布', basis: 'B三(一)' },
  RECEIPT_MISSING: { title: '请填写回执', basis: 'B三(一)', status: 422 },
  STANDING_DAY_INVALID: { title: '日期有误', basis: '本系统', status: 422 },
} as const satisfies RefusalTable;

export const refuse = refuser(standingRefusals);
