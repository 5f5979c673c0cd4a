import { refuser, type RefusalTable } from '@srd/kernel';

/** What an item catalogue refuses. */
export const catalogueRefusals = {
  OUT_OF_TURN: { title: '该事项的状态不允许此操作', basis: '本系统' },
  CATALOGUE_MISMATCH: { title: '该事项清单属于另一机关', basis: 'B二(六)' },
  ITEM_WITHOUT_BASIS: {
    title: '法律、法规、规章没有规定的，一律不得擅自开展检查：请填写抽查依据',
    basis: 'B二(六)',
    status: 422,
  },
  ITEM_INCOMPLETE: { title: '抽查主体、抽查内容、抽查方式须逐项明确', basis: 'B二(六)', status: 422 },
  ITEM_INVALID: { title: '事项填写有误', basis: 'B二(六)', status: 422 },
  CHECKLIST_INVALID: { title: '检查表填写有误', basis: 'B二(六)', status: 422 },
  ITEM_KNOWN: { title: '该事项编号已在清单中', basis: 'B二(六)' },
  ITEM_UNKNOWN: { title: '清单中没有该事项', basis: 'B二(六)', status: 404 },
  ITEM_WITHDRAWN: { title: '该事项已停用', basis: 'B二(六)' },
  ITEM_PUBLISHED: { title: '该事项的现行版本已公布', basis: 'B二(六)' },
  ITEM_UNCHANGED: { title: '没有任何改动', basis: '本系统' },
  NOTHING_TO_PUBLISH: { title: '请选择要公布的事项', basis: 'B二(六)', status: 422 },
  CATALOGUE_DAY_INVALID: { title: '日期有误：不能晚于今日，也不能早于上一次公布', basis: '本系统', status: 422 },
  CATALOGUE_REASON_MISSING: { title: '请说明理由', basis: 'B二(六)', status: 422 },
} as const satisfies RefusalTable;

export const refuse = refuser(catalogueRefusals);
