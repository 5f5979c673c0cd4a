import type { CommandRoute } from '../edge/command-controller';
import {
  FileMaterialDto,
  GuideCountyDto,
  HandUpMaterialDto,
  ReceiptDto,
  ReceiveMaterialDto,
  ReturnYearReportDto,
  SendYearReportDto,
  SumUpDto,
} from './report.dto';

/** An organ's year, `<organ>-<year>`: reports of its sections, material of its counties. */
export const reportRoutes: Readonly<Record<string, CommandRoute>> = {
  SumUp: { form: SumUpDto, summary: '汇总、分析、总结：数字由系统按截止日统计', creates: true },
  SendYearReport: { form: SendYearReportDto, summary: '年度工作开展情况送法治督察科' },
  ReceiveYearReport: { form: ReceiptDto, summary: '签收年度工作开展情况' },
  ReturnYearReport: { form: ReturnYearReportDto, summary: '退回年度工作开展情况' },
  HandUpMaterial: { form: HandUpMaterialDto, summary: '县区向市局业务科室报送材料', creates: true },
  ReceiveMaterial: { form: ReceiveMaterialDto, summary: '签收县区材料' },
  FileMaterial: { form: FileMaterialDto, summary: '登记以纸质等方式收到的县区材料', creates: true },
  GuideCounty: { form: GuideCountyDto, summary: '对县区的指导或催报', creates: true },
};
