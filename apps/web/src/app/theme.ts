import type { ThemeConfig } from 'antd';

/** Fonts that the desks have, and open ones with rare characters behind them. Nothing is fetched. */
const FONTS = [
  '"PingFang SC"',
  '"Microsoft YaHei"',
  '"Noto Sans CJK SC"',
  '"Source Han Sans SC"',
  '"WenQuanYi Micro Hei"',
  'system-ui',
  'sans-serif',
  '"HanaMinB"',
  '"Plangothic P1"',
].join(', ');

/** Who asked for less motion gets none: what waits for a motion's end goes on at once. */
const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Contrast of text on its ground is 4.5:1 at least (WCAG 1.4.3). */
export const theme: ThemeConfig = {
  token: {
    motion: !still,
    colorPrimary: '#14559f',
    colorLink: '#14559f',
    colorError: '#c4281b',
    colorWarning: '#b45309',
    colorSuccess: '#1d7a3e',
    // Grounds of what is told: the ones that would be derived from these colours are too dark for text.
    colorSuccessBg: '#eaf6ee',
    colorSuccessBorder: '#a5d3b5',
    colorErrorBg: '#fdf0ee',
    colorErrorBorder: '#eeb4ae',
    colorWarningBg: '#fff7e6',
    colorWarningBorder: '#f0cd94',
    colorTextSecondary: '#4b5563',
    colorTextTertiary: '#5b6472',
    colorTextDescription: '#4b5563',
    colorTextPlaceholder: '#6b7280',
    colorTextDisabled: '#6b7280',
    borderRadius: 6,
    fontFamily: FONTS,
    fontSize: 15,
    controlHeight: 36,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Table: { headerBg: '#f3f5f8' },
  },
};
