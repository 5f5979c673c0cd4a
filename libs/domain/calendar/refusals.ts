import { refuser, type RefusalTable } from '@srd/kernel';

/** What the state calendar refuses. */
export const calendarRefusals = {
  OUT_OF_TURN: { title: '记录与日历的顺序不符', basis: '本系统' },
  CALENDAR_YEAR_MISSING: { title: '该年度节假日安排未录入，请先录入国务院办公厅通知', basis: '本系统' },
  CALENDAR_YEAR_INVALID: { title: '年度应为四位数字', basis: '本系统', status: 422 },
  CALENDAR_NOTICE_MISSING: { title: '请填写节假日安排通知的文号', basis: '本系统', status: 422 },
  CALENDAR_DAY_INVALID: { title: '节假日或调休上班日填写有误', basis: '本系统', status: 422 },
  CALENDAR_REASON_MISSING: { title: '该年度已录入，重新录入须说明理由', basis: '本系统', status: 422 },
  CALENDAR_UNCHANGED: { title: '内容与现行版本相同，无需重新录入', basis: '本系统' },
} as const satisfies RefusalTable;

export const refuse = refuser(calendarRefusals);
