import type { Sector } from '@srd/domain/organ';
import { completeUscc, type GivenParticulars } from '@srd/domain/roster';
import type { Day, Id } from '@srd/kernel';
import { madeUpName } from './people';

/** An institution that doesn't exist, with its head as a person of the register. */
export interface DemoInstitution {
  readonly id: Id;
  readonly organ: 'chaozhou' | 'kazuo' | 'raoping';
  readonly sector: Sector;
  readonly particulars: GivenParticulars;
  readonly head: { readonly person: Id; readonly name: string };
}

/** 48 law firms of 潮州, all made up: two names that sound the same, two rare characters, and a branch of the second one. */
const FIRMS = `
  青禾 云帆 松岚 明衡 明恒 𠮷庆 䶮和 澄溪 临川 守拙 知远 听涛 望江 怀瑾 立言 砚田
  景行 朗月 苍梧 沐风 兰台 清越 浩然 鸣谦 星河 杏坛 远山 竹里 百川 静水 同舟 长庚
  晨曦 墨池 秋实 春和 玉衡 采薇 思齐 扶摇 流云 白鹭 金粟 石桥 棠荫 凤栖 枫林`;
const BRANCH = { name: '云帆演示律师事务所饶平分所', of: 'cz-lf-02' };

interface Kind {
  readonly organ: DemoInstitution['organ'];
  readonly sector: Sector;
  readonly prefix: string;
  /** 登记管理部门 and 机构类别 of the credit code. */
  readonly code: string;
  readonly area: string;
  readonly names: readonly string[];
  readonly districts: readonly (readonly [name: string, code: string])[];
  readonly form: string;
}

const chaozhou = { organ: 'chaozhou', area: '445100' } as const;
const kazuo = { organ: 'kazuo', area: '211324' } as const;
const xiangqiao = ['潮州市湘桥区', '445102'] as const;
const chaoan = ['潮州市潮安区', '445103'] as const;
const raoping = ['潮州市饶平县', '445122'] as const;
const county = [['喀左县大城子街道', '211324']] as const;
const ofRaoping = { organ: 'raoping', area: '445122' } as const;
const named = (names: string, kind: string): string[] =>
  names
    .trim()
    .split(/\s+/)
    .map((name) => `${name}演示${kind}`);

const kinds: readonly Kind[] = [
  {
    ...chaozhou,
    sector: 'law-firm',
    prefix: 'cz-lf',
    code: '31',
    names: [...named(FIRMS, '律师事务所'), BRANCH.name],
    // Five of eight lie in 湘桥区.
    districts: [xiangqiao, xiangqiao, chaoan, xiangqiao, raoping, xiangqiao, chaoan, xiangqiao],
    form: '普通合伙',
  },
  {
    ...chaozhou,
    sector: 'grassroots-office',
    prefix: 'cz-go',
    code: '33',
    names: named('桥头 溪口 古巷 浮滨 钱塘', '法律服务所'),
    districts: [raoping, chaoan, chaoan, raoping, raoping],
    form: '普通合伙',
  },
  {
    ...chaozhou,
    sector: 'notary-office',
    prefix: 'cz-no',
    code: '32',
    names: named('韩江 潮汐 黄冈', '公证处'),
    districts: [xiangqiao, chaoan, raoping],
    form: '事业',
  },
  {
    ...chaozhou,
    sector: 'forensic-institution',
    prefix: 'cz-fi',
    code: '34',
    names: named('明鉴 求真', '司法鉴定所'),
    districts: [xiangqiao, chaoan],
    form: '其他组织',
  },
  {
    ...kazuo,
    sector: 'law-firm',
    prefix: 'kz-lf',
    code: '31',
    names: named('凌河 塔山 龙源 紫陶 利州 东蒙', '律师事务所'),
    districts: county,
    form: '普通合伙',
  },
  {
    ...kazuo,
    sector: 'notary-office',
    prefix: 'kz-no',
    code: '32',
    names: named('大凌', '公证处'),
    districts: county,
    form: '事业',
  },
  {
    ...kazuo,
    sector: 'grassroots-office',
    prefix: 'kz-go',
    code: '33',
    names: named('南哨 公营 白塔 平房 兴隆 草场 羊角 六官', '法律服务所'),
    districts: county,
    form: '普通合伙',
  },
  {
    ...kazuo,
    sector: 'forensic-institution',
    prefix: 'kz-fi',
    code: '34',
    names: named('正源 清鉴', '司法鉴定所'),
    districts: county,
    form: '其他组织',
  },
  {
    ...kazuo,
    sector: 'legal-aid-agency',
    prefix: 'kz-la',
    code: '12',
    names: named('县', '法律援助中心'),
    districts: county,
    form: '事业',
  },
  {
    ...ofRaoping,
    sector: 'law-firm',
    prefix: 'rp-lf',
    code: '31',
    names: named('凤江 海山 三饶 新圩 汫洲', '律师事务所'),
    districts: [raoping],
    form: '普通合伙',
  },
  {
    ...ofRaoping,
    sector: 'grassroots-office',
    prefix: 'rp-go',
    code: '33',
    names: named('东山 汤溪 樟溪 浮山', '法律服务所'),
    districts: [raoping],
    form: '普通合伙',
  },
];

function made(kind: Kind, name: string, index: number, serial: number): DemoInstitution {
  const { organ, sector, prefix, code, area, names, districts, form } = kind;
  const width = names.length > 9 ? 2 : 1;
  const id = `${prefix}-${String(index + 1).padStart(width, '0')}`;
  const [district, divisionCode] = districts[index % districts.length] ?? ['', area];
  const person = `p-${id}-head`;
  return {
    id,
    organ,
    sector,
    head: { person, name: madeUpName(serial) },
    particulars: {
      name,
      branchOf: name === BRANCH.name ? BRANCH.of : null,
      uscc: completeUscc(`${code}${area}${code === '12' ? 'MB' : 'MD'}${900_000 + serial}`),
      registrationNumber: `演示证${prefix.toUpperCase()}${String(index + 1).padStart(4, '0')}`,
      licensingAuthority: '演示许可机关（虚构）',
      licensedOn: `${2001 + ((index * 5) % 21)}-06-01` as Day,
      registeredPremises: `${district}演示路${serial}号（虚构）`,
      divisionCode,
      head: person,
      practising: 3 + ((serial * 7) % 17),
      form,
      ...(sector === 'forensic-institution' ? { specialties: ['法医临床', '文书'] } : {}),
      complaints: index === 20 ? 3 : 0,
      dataSource: '演示数据（虚构）',
      fictional: true,
    },
  };
}

/** Those who practise in 潮州's forensic institutions, by id; they have no name anywhere (C24). Three in each. */
export const appraisers = [1, 2, 3, 4, 5, 6].map((number) => ({
  person: `p-cz-appraiser-${number}`,
  institution: number <= 3 ? 'cz-fi-1' : 'cz-fi-2',
}));

/** Every institution of the demonstration: 48 + 5 + 3 + 2 of 潮州, 6 + 1 + 8 + 2 + 1 of 喀左, 5 + 4 of 饶平. */
export const institutions: readonly DemoInstitution[] = kinds
  .flatMap((kind) => kind.names.map((name, index) => ({ kind, name, index })))
  .map(({ kind, name, index }, serial) => made(kind, name, index, serial + 1));
