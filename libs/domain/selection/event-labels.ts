import type { SelectionEvent } from './events';

/** What is on record of a draw, in words: one label for each fact. */
export const drawEventLabels: { readonly [T in SelectionEvent['type']]: string } = {
  DrawFrozen: '固定名录并承诺',
  SealReceived: '收到封存值',
  SealingClosed: '截止封存',
  SealOpened: '开启封存值',
  OpeningEnded: '开启截止',
  BeaconProposed: '录入信标',
  BeaconConfirmed: '确认信标',
  ObjectsDrawn: '揭晓：抽中检查对象',
  InspectorsDrawn: '揭晓：选派检查人员',
  DrawDisclosed: '公开抽取名单',
  DrawVoidProposed: '提请作废抽取',
  DrawVoided: '作废抽取',
  DrawVoidDeclined: '不予作废',
  RevealOverdue: '逾期未揭晓',
  SecretLost: '密值遗失',
  LotRecorded: '登记现场摇号、抽签',
  PlatformDrawImported: '登记平台抽取',
  ReserveCalled: '由备选递补',
  InspectorReplaced: '替换检查人员',
};
