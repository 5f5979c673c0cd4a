import type { Source } from '@srd/domain/organ';
import type { ConflictFinding, ItemFlaw } from './conflicts';
import { sectorLabels, type Ratio, type TaskContent } from './task';

/** A conflict in words: what contradicts what, where each side stands, and what settles it (trap 2). */
export type ConflictText = { readonly text: string; readonly sources: readonly Source[]; readonly mend: string };

const percent = (basisPoints: number): string => {
  const fraction = String(basisPoints % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${Math.floor(basisPoints / 100)}${fraction ? `.${fraction}` : ''}%`;
};
const flaws: Readonly<Record<ItemFlaw, string>> = {
  'not-in-catalogue': '事项清单中没有',
  'no-basis': '未列明依据',
  'not-in-force': '已停用',
};
const sourcesOf = (...ratios: readonly (Ratio | null)[]): readonly Source[] =>
  ratios.flatMap((ratio) => (ratio ? [ratio.source] : []));

/** What a conflict says to the person who has to settle it (C1, C2, C5, C6, C11, trap 2). */
export function conflictText(finding: ConflictFinding, content: TaskContent): ConflictText {
  const { ratios } = content;
  const table = sourcesOf(ratios.table);
  switch (finding.code) {
    case 'RATIO_MISMATCH': {
      const { text, table: printed, of, differs } = finding;
      const sides = `正文${percent(text.basisPoints)}应抽${text.sample.size}家，计划表${percent(printed.basisPoints)}应抽${printed.sample.size}家`;
      const today = differs ? '今日结果不同' : '今日结果相同，名录增加后可能不同';
      return {
        text: `名录${of}家：${sides}；${today}`,
        sources: sourcesOf(ratios.text, ratios.table),
        mend: '由科室负责人或分管领导选定按正文或计划表执行，并写明理由',
      };
    }
    case 'JOINT_PARTNER_MISSING': {
      const names = content.partners.filter(({ organ }) => finding.unconsented.includes(organ)).map(({ name }) => name);
      return {
        text: names.length > 0 ? `尚缺联合部门的同意：${names.join('、')}` : '联合抽查为「是」，实施部门未列联合部门',
        sources: table,
        mend: '请联合部门登记同意，或退回修改为非联合任务',
      };
    }
    case 'TOTAL_MISMATCH': {
      const names = finding.missing.map(({ name }) => name);
      return {
        text: `计划表${finding.table}家，名录库在册正常${finding.active}家${names.length > 0 ? `；名录中不在正常状态的：${names.join('、')}` : ''}`,
        sources: table,
        mend: '核对名录库；确认以名录库为准的，写明理由',
      };
    }
    case 'PRACTITIONER_TOTAL_MISSING':
      return {
        text: '抽查对象含法律服务人员，对象总数只计机构',
        sources: table,
        mend: '选定只查机构、查抽中机构的人员或从全部人员中抽取，并写明理由',
      };
    case 'PRACTITIONER_TOTAL_MISMATCH':
      return {
        text: `计划表法律服务人员${finding.table}人，名录库${finding.active}人`,
        sources: table,
        mend: '核对名录库；确认以名录库为准的，写明理由',
      };
    case 'MINIMUM_UNREACHABLE': {
      const each = finding.sectors.map(({ sector, active }) => `${sectorLabels[sector]}在册正常${active}家`);
      return {
        text: `最低应抽${finding.atLeast}家，${each.join('，')}`,
        sources: [content.atLeast.source],
        mend: '核对名录库；确实不足的，由分管领导具名豁免，按实有家数抽取',
      };
    }
    case 'ITEM_WITHOUT_BASIS': {
      const items = finding.items.map(({ name, flaw }) => `「${name}」${flaws[flaw]}`);
      const bare = finding.sectors.map((sector) => `「${sectorLabels[sector]}」没有列明依据的抽查事项`);
      return {
        text: `法律、法规、规章没有规定的不得检查：${[...items, ...bare].join('；')}`,
        sources: [],
        mend: '在事项清单中补列依据并公布，然后重新核对；或退回修改抽查事项',
      };
    }
  }
}
