import { THEME } from '@zhaoguan/contracts';
import type { ThemeConfig } from 'antd';

/** Colours and type from libs/contracts/src/theme.ts, as antd takes them. */
export const ANTD_THEME: ThemeConfig = {
  token: {
    colorPrimary: THEME.pine,
    colorPrimaryHover: THEME.pineHover,
    colorLink: THEME.pine,
    colorLinkHover: THEME.pineHover,
    colorSuccess: THEME.pine,
    colorInfo: THEME.indigo,
    colorWarning: THEME.ochre,
    colorError: THEME.vermilion,
    // What antd mixes from such dark tones is too dark to read on.
    colorSuccessBg: THEME.pineTint,
    colorInfoBg: THEME.indigoTint,
    colorWarningBg: THEME.ochreTint,
    colorErrorBg: THEME.vermilionTint,
    colorText: THEME.ink,
    colorTextSecondary: THEME.inkSecondary,
    // The lighter greys of antd stay below a contrast of 4.5:1.
    colorTextTertiary: THEME.inkSecondary,
    colorTextDescription: THEME.inkSecondary,
    colorTextPlaceholder: '#6B7480',
    colorBgLayout: THEME.canvas,
    colorBgContainer: THEME.paper,
    // A field must be seen as one: 3:1 against paper (WCAG 1.4.11); hairlines between things may be lighter.
    colorBorder: '#8A938D',
    colorBorderSecondary: THEME.line,
    // A button at work stays as readable as before; its spinner says that it works.
    opacityLoading: 1,
    borderRadius: THEME.radius,
    fontFamily: THEME.fontFamily,
    fontFamilyCode: THEME.monoFamily,
    fontSize: 14,
    // By the token, for antd places what it opens only after its motion: style sheets that cut it short leave it outside the window.
    motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    motionDurationFast: '0.08s',
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.15s',
  },
  components: {
    Layout: { headerBg: THEME.paper, siderBg: THEME.paper, bodyBg: THEME.canvas, headerHeight: 56 },
    Menu: { itemSelectedBg: THEME.pineTint, itemSelectedColor: THEME.pineHover },
    Table: { rowSelectedBg: THEME.pineTint, rowSelectedHoverBg: THEME.pineTint },
  },
};

/** The same tokens for our own style sheets, as custom properties. */
export function installTokens(): void {
  const { style } = document.documentElement;
  for (const [name, value] of Object.entries(THEME)) {
    style.setProperty(propertyOf(name), typeof value === 'number' ? `${value}px` : value);
  }
}

/** `--pine-hover` for `pineHover`. */
export function propertyOf(token: string): string {
  return `--${token.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
