import { chaozhou2023, chaozhouCounty2023, kazuo2024, partnerDepartment, type OrganPreset } from '@srd/domain/organ';
import { missing, UsageError } from '../command';

/** What the organ is called where the preset's own name isn't right, and the organ above it. */
interface Wishes {
  readonly name: string | undefined;
  readonly superior: string | undefined;
}

const named = (preset: OrganPreset, { name, superior }: Wishes): OrganPreset => ({
  ...preset,
  ...(name === undefined ? {} : { name }),
  ...(superior === undefined ? {} : { superior }),
});

const presets: Readonly<Record<string, { readonly about: string; make(wishes: Wishes): OrganPreset }>> = {
  chaozhou2023: { about: '市级，潮州市司法局2023年计划的比例与期限', make: (wishes) => named(chaozhou2023, wishes) },
  chaozhouCounty2023: {
    about: '县级，同一计划中对县区局的要求；须给出 --name 和 --superior',
    make: ({ name, superior }) => chaozhouCounty2023(name ?? missing('--name'), superior ?? missing('--superior')),
  },
  kazuo2024: { about: '县级，喀左县司法局2024年方案的家数与期限', make: (wishes) => named(kazuo2024, wishes) },
  partnerDepartment: { about: '联合抽查的部门，如市发改局', make: (wishes) => named(partnerDepartment, wishes) },
};

/** A line for each preset, for the help text. */
export const presetHelp = Object.entries(presets)
  .map(([name, { about }]) => `  ${name.padEnd(20)}${about}`)
  .join('\n');

/**
 * What an organ is founded with. One administrator alone can't be confirmed by a second, so how many there are says what the
 * organ's rule on administrators is. @throws UsageError for a preset that doesn't exist
 */
export function presetOf(preset: string, wishes: Wishes, administrators: number): OrganPreset {
  const found = Object.hasOwn(presets, preset) ? presets[preset] : undefined;
  if (!found) throw new UsageError(`没有这个预设：${preset}；可用的有 ${Object.keys(presets).join('、')}`);
  const made = found.make(wishes);
  const single = administrators === 1;
  if (made.rules.singleAccountAdmin.value === single) return made;
  const note = single ? '建立时仅设一名系统管理员，其授权一律标记备查' : '建立时设两名以上系统管理员，授权互相确认';
  return { ...made, rules: { ...made.rules, singleAccountAdmin: { value: single, source: { kind: 'own', note } } } };
}

/** The id that an organ of a preset usually has: the preset's name without its year. */
export function usualOrgan(preset: string): string {
  return preset.replace(/\d{4}$/, '');
}
