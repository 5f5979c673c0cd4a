import type { Sector } from '@srd/domain/organ';

export const sectorLabels: Readonly<Record<Sector, string>> = {
  'law-firm': '律师事务所',
  'grassroots-office': '基层法律服务所',
  'notary-office': '公证机构',
  'forensic-institution': '司法鉴定机构',
  'legal-aid-agency': '法律援助机构',
};

export const severityLabels = { none: '无', minor: '轻微', ordinary: '一般', serious: '严重' } as const;

/** Channels that the presets know; an organ's own are shown as it calls them. */
const channelLabels: Readonly<Record<string, string>> = {
  portal: '单位门户网站',
  'credit-platform': '信用信息公示平台',
};
export const channelName = (channel: string): string => channelLabels[channel] ?? channel;
