import { type ProcedureChart, type ProcedureStep, publicProcedure, type PublicProcedure } from './public-procedure';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (...cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [row(...head), row(...head.map(() => '---')), ...rows.map((cells) => row(...cells)), ''];
}

/** Steps that differ in the fact alone stand on one line. */
function gathered(steps: readonly ProcedureStep[]): readonly (readonly string[])[] {
  const lines = new Map<
    string,
    { readonly step: ProcedureStep; readonly labels: string[]; readonly roles: Set<string> }
  >();
  for (const step of steps) {
    const key = [step.from, step.to, step.condition, step.roles.join()].join('\t');
    const line = lines.get(key) ?? { step, labels: [], roles: new Set(step.roles) };
    line.labels.push(step.label);
    lines.set(key, line);
  }
  return [...lines.values()].map(({ step, labels, roles }) => [
    step.from,
    labels.join('、'),
    step.condition ?? '',
    step.from === step.to ? '（记录在案，环节不变）' : step.to,
    step.event === null ? '自动' : [...roles].join('、') || '系统',
  ]);
}

function chartLines({ version, label, states, steps }: ProcedureChart): readonly string[] {
  return [
    `## ${label}（${version}）`,
    '',
    ...table(
      ['环节', '名称', '依据', '看板', '终局'],
      states.map(({ name, label: title, basis, stages, final }) => [
        name,
        title,
        basis,
        stages.join('、'),
        final ? '是' : '',
      ]),
    ),
    ...table(['自', '记录', '条件', '至', '由谁'], gathered(steps)),
  ];
}

/** The public procedure as a page of Markdown: the same on every run, so that a script can compare it with what is checked in. */
export function procedureMarkdown(procedure: PublicProcedure = publicProcedure()): string {
  const { basis, charts, stages, clocks, results, grounds, roles } = procedure;
  const lines = [
    '# 公开抽查程序',
    '',
    `依据：${basis}。本页由案件程序图生成；同一环节、同一记录有几个条件的，自上而下取第一个符合的。A 指潮州市司法局2023年计划，B 指喀左县司法局2024年实施方案。`,
    '',
    ...charts.flatMap(chartLines),
    '## 看板各栏',
    '',
    ...table(
      ['代码', '名称'],
      stages.map(({ code, label }) => [code, label]),
    ),
    '## 期限',
    '',
    ...table(
      ['代码', '事项', '依据'],
      clocks.map(({ kind, label, basis: article }) => [kind, label, article]),
    ),
    '## 检查结果及处置',
    '',
    ...table(
      ['代码', '检查结果', '须作的处置', '可作的处置', '依据'],
      results.map(({ code, label, needed, fitting, basis: article }) => [
        code,
        label,
        needed.join(' 或者 ') || '无',
        fitting.join('、') || '无',
        article,
      ]),
    ),
    '## 不受随机限制的检查',
    '',
    ...table(
      ['代码', '情形', '依据'],
      grounds.map(({ code, label, basis: article }) => [code, label, article]),
    ),
    '## 职责',
    '',
    ...table(
      ['岗位', '办理'],
      roles.map(({ label, facts }) => [label, facts.join('、')]),
    ),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
