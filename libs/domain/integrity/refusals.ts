import { refuser, type RefusalTable } from '@srd/kernel';

/** What an integrity file refuses. */
export const integrityRefusals = {
  OUT_OF_TURN: { title: '诚信档案的现状不允许此操作', basis: 'B三(四)' },
  ENTRY_INVALID: { title: '记入档案的信息填写有误', basis: 'B三(四)', status: 422 },
  NOTHING_TO_SEND: { title: '没有待报送的信用信息', basis: 'B三(四)' },
  NOT_A_CHANNEL: { title: '不是本机关报送信用信息的载体', basis: 'B三(一)', status: 422 },
  BATCH_WAITING: { title: '上一批报送尚未取得回执', basis: 'B三(四)' },
  BATCH_UNKNOWN: { title: '没有这一批报送，或已有结果', basis: 'B三(四)', status: 404 },
  RECEIPT_MISSING: { title: '请填写回执', basis: 'B三(四)', status: 422 },
  REASON_MISSING: { title: '请说明理由', basis: 'B三(四)', status: 422 },
  PRACTITIONER_NOT_SENT: { title: '法律服务人员的档案不对外报送', basis: '个人信息保护法第六条' },
  EXIT_WITHOUT_BASIS: { title: '行业退出须有法律依据', basis: '国办发〔2020〕49号', status: 422 },
  EXIT_WITHOUT_DECISION: { title: '行业退出须有已作出的决定', basis: 'B三(四)', status: 422 },
  EXIT_WITHOUT_EVIDENCE: { title: '请附决定书等证据', basis: 'B三(四)', status: 422 },
  EXIT_RECORDED: { title: '该对象已记录退出行业', basis: 'B三(四)' },
  NO_EXIT: { title: '该对象没有退出行业的记录', basis: 'B三(四)' },
} as const satisfies RefusalTable;

export const refuse = refuser(integrityRefusals);
