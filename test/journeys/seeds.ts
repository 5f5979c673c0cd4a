import { chaozhou2023, partnerDepartment, type OrganPreset } from '@srd/domain/organ';
import { chaozhou2023Table, type TaskContent } from '@srd/domain/plan';
import { seedItems } from '@srd/domain/catalogue';
import { completeUscc } from '@srd/domain/roster';
import type { Sector } from '@srd/domain/organ';
import { chaozhouPeople, fagaijuPeople, personOf } from './people';
import type { Beginning } from './place';

/** An organ that still opens its cases under the first chart, so that old cases are walked through as well. */
function onFirstChart(preset: OrganPreset): OrganPreset {
  const caseProcedure = { value: 'case/1', source: { kind: 'own', note: '本机关沿用的办案程序版本' } } as const;
  return { ...preset, rules: { ...preset.rules, caseProcedure } };
}

/** 潮州市司法局 and its partner department, as the plan of 2023 has them. */
export const chaozhou: Beginning = { id: 'chaozhou', preset: onFirstChart(chaozhou2023), people: chaozhouPeople };
export const fagaiju: Beginning = { id: 'fagaiju', preset: partnerDepartment, people: fagaijuPeople };

/** An institution as an officer enters it. */
export interface Institution {
  readonly institution: string;
  readonly particulars: Readonly<Record<string, unknown>> & {
    readonly name: string;
    readonly registeredPremises: string;
  };
}

interface Kind {
  readonly prefix: string;
  /** 登记管理部门 and 机构类别 of the credit code. */
  readonly code: string;
  readonly name: string;
}

const kinds: Readonly<Record<Sector, Kind>> = {
  'law-firm': { prefix: 'lf', code: '31', name: '律师事务所' },
  'grassroots-office': { prefix: 'go', code: '33', name: '法律服务所' },
  'notary-office': { prefix: 'no', code: '32', name: '公证处' },
  'forensic-institution': { prefix: 'fi', code: '34', name: '司法鉴定所' },
  'legal-aid-agency': { prefix: 'la', code: '12', name: '法律援助中心' },
};

/** How many of each the table of 2023 counts. */
export const counts = {
  'law-firm': 48,
  'grassroots-office': 5,
  'notary-office': 3,
  'forensic-institution': 2,
} as const;

/** Made-up institutions of a sector, numbered from 1; `series` keeps the codes of several organs apart. */
export function institutionsOf(sector: Sector, count: number, series = 0): readonly Institution[] {
  const { prefix, code, name } = kinds[sector];
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    const serial = 100_000 + series * 10_000 + Object.keys(kinds).indexOf(sector) * 1_000 + number;
    const id = `${prefix}-${series === 0 ? '' : `${series}-`}${String(number).padStart(2, '0')}`;
    return {
      institution: id,
      particulars: {
        name: `测试第${number}${name}`,
        uscc: completeUscc(`${code}445102${code === '12' ? 'MB' : 'MD'}${serial}`),
        registrationNumber: `TEST-${id}`,
        licensingAuthority: '测试许可机关',
        registeredPremises: `测试路${serial}号`,
        divisionCode: '445102',
        practising: 3 + (number % 9),
        dataSource: '测试数据',
        fictional: true,
      },
    };
  });
}

/** The items of 2023 by sector: the forensic and notary ones stand in the joint list. */
export const items = seedItems('潮州市司法局', ['forensic-institution', 'notary-office']);

const item = (sector: Sector) => [{ id: `${sector}-1`, revision: 1 }];

/** The four rows of the table of 2023 by their 序号. */
export const table: readonly TaskContent[] = chaozhou2023Table({
  'law-firm': item('law-firm'),
  'grassroots-office': item('grassroots-office'),
  'notary-office': item('notary-office'),
  'forensic-institution': item('forensic-institution'),
});

/** 市发改局, which the text names and the table doesn't (C6). */
export const partner = { organ: 'fagaiju', name: '潮州市发展和改革局' } as const;

/** Inspectors of 潮州 with their fields: half for law firms and grassroots offices, half for all. */
export const inspectors = Array.from({ length: 8 }, (_, index) => ({
  person: personOf(`chaozhou-inspector-${index + 1}`),
  section: index < 4 ? 'lawyer-administration' : 'public-legal-services',
  fields:
    index < 4
      ? ['law-firm', 'grassroots-office']
      : ['law-firm', 'grassroots-office', 'notary-office', 'forensic-institution'],
  certificate: { kind: 'provincial', validFrom: '2021-01-01', validUntil: '2027-12-31' },
}));

/** Inspectors of 市发改局. */
export const partnerInspectors = Array.from({ length: 3 }, (_, index) => ({
  person: personOf(`fagaiju-inspector-${index + 1}`),
  section: 'price-supervision',
  fields: ['price'],
  certificate: { kind: 'provincial', validFrom: '2021-01-01', validUntil: '2027-12-31' },
}));
