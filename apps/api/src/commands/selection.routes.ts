import type { CommandRoute } from '../edge/command-controller';
import { ImportPlatformDrawDto, RecordPhysicalLotDto } from './elsewhere.dto';
import {
  BeaconValueDto,
  CallReserveDto,
  CloseSealingDto,
  FreezeObjectDrawDto,
  FreezeTeamDrawDto,
  ProposeVoidDto,
  ReplaceDrawnInspectorDto,
} from './selection.dto';
import { NothingDto, ReasonDto } from './shared.dto';

/** The draws of a series: `<task>` for objects, `<task>:practitioners` for people in them, and `…:team` for who inspects those. Seals come by the witnesses' own links. */
export const selectionRoutes: Readonly<Record<string, CommandRoute>> = {
  FreezeObjectDraw: { form: FreezeObjectDrawDto, summary: '冻结检查对象名录并公布承诺值', creates: true },
  FreezePractitionerDraw: {
    form: FreezeObjectDrawDto,
    summary: '冻结法律服务人员名录并公布承诺值',
    creates: true,
  },
  FreezeTeamDraw: { form: FreezeTeamDrawDto, summary: '冻结执法检查人员名录并公布承诺值', creates: true },
  RecordPhysicalLot: { form: RecordPhysicalLotDto, summary: '登记现场摇号、抽签的结果及其证据', creates: true },
  ImportPlatformDraw: { form: ImportPlatformDrawDto, summary: '导入省级平台的抽取结果及其回执', creates: true },
  CloseSealing: { form: CloseSealingDto, summary: '截止封存：此后只能揭晓，不能作废' },
  EndOpening: { form: NothingDto, summary: '结束开启，逾时未开启的记为缺席' },
  EnterBeacon: { form: BeaconValueDto, summary: '录入公布的公共号码' },
  ConfirmBeacon: { form: BeaconValueDto, summary: '由另一人再次录入公共号码' },
  ProposeVoid: { form: ProposeVoidDto, summary: '截止前提请作废本次抽取' },
  DeclineVoid: { form: ReasonDto, summary: '不同意作废' },
  ApproveVoid: { form: NothingDto, summary: '同意作废；该次抽取仍公开备查' },
  Reveal: { form: NothingDto, summary: '揭晓' },
  RecordSecretLost: { form: ReasonDto, summary: '记录密值丢失；该次抽取仍公开备查' },
  CallReserve: { form: CallReserveDto, summary: '依次递补检查对象' },
  ReplaceDrawnInspector: { form: ReplaceDrawnInspectorDto, summary: '按抽取次序替换执法检查人员' },
};
