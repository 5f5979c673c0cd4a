import type { Sector } from '@srd/domain/organ';

export const sectorLabels: Readonly<Record<Sector, string>> = {
  'law-firm': '律师事务所',
  'grassroots-office': '基层法律服务所',
  'notary-office': '公证机构',
  'forensic-institution': '司法鉴定机构',
  'legal-aid-agency': '法律援助机构',
};

export const severityLabels = { none: '无', minor: '轻微', ordinary: '一般', serious: '严重' } as const;
