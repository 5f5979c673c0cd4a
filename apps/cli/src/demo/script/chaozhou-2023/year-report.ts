import { report, reportOf, type FigureValue } from '@srd/domain/report';
import type { Stage } from '../stage';
import { lawyers, PLAN, services, supervision } from './bureaus';

const sections = [
  { bureau: lawyers, section: 'lawyer-administration', name: '律师工作管理科' },
  { bureau: services, section: 'public-legal-services', name: '公共法律服务管理科' },
] as const;

/** A三末段: both sections sum up, and send it to 法治督察科 before November (R98, R99). The figures are the system's. */
export async function reportTheYear(stage: Stage): Promise<void> {
  await stage.on('2023-10-27', '09:30');
  for (const { bureau, section, name } of sections) {
    const words = {
      analysis: `${name}按年度计划完成随机抽取、检查、审批和公示，检查发现的问题已逐项处置。`,
      conclusions: '下一年度继续按事项清单开展随机抽查，对整改情况跟踪回访。',
    };
    await stage.as(bureau.officer).give('report', PLAN, 'SumUp', { section, asOf: '2023-10-26', ...words });
  }
  await stage.at('10:00');
  for (const { bureau, section } of sections) {
    await stage.as(bureau.head).give('report', PLAN, 'SendYearReport', { section });
  }
  await stage.on('2023-10-30', '10:00');
  for (const [index, { section }] of sections.entries()) {
    const receipt = `法治督察科收文〔2023〕${21 + index}号`;
    await stage.as(supervision).give('report', PLAN, 'ReceiveYearReport', { section, receipt });
  }
  const { figures = [] } = reportOf(await stage.read(report, `report-${PLAN}`), sections[0].section).summary ?? {};
  stage.report(`潮州 2023：年度工作开展情况已送法治督察科（律师工作管理科完成率 ${percent(figures, 'completion')}）`);
}

function percent(figures: readonly FigureValue[], figure: string): string {
  const value = figures.find((one) => one.figure === figure)?.value ?? 0;
  return `${value / 100}%`;
}
