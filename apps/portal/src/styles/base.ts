import { ELDER_COLOURS, THEME } from '@zhaoguan/contracts';

/** Tokens as custom properties, type, and the frame of every page. */
export const BASE = `
:root {
  --ink: ${THEME.ink}; --ink-2: ${THEME.inkSecondary}; --paper: ${THEME.paper}; --canvas: ${THEME.canvas};
  --line: ${THEME.line}; --edge: #7C868F;
  --pine: ${THEME.pine}; --pine-hover: ${THEME.pineHover}; --pine-tint: ${THEME.pineTint};
  --indigo: ${THEME.indigo}; --indigo-tint: ${THEME.indigoTint};
  --ochre: ${THEME.ochre}; --ochre-tint: ${THEME.ochreTint};
  --vermilion: ${THEME.vermilion}; --vermilion-tint: ${THEME.vermilionTint};
  --radius: ${THEME.radius}px;
  --sans: ${THEME.fontFamily};
  --mono: ${THEME.monoFamily};
  --body: 16px; --leading: 1.75; --h1: 28px; --h2: 22px; --h3: 18px; --small: 14px; --target: 44px;
}
.elder {
  --ink-2: ${ELDER_COLOURS.inkSecondary}; --line: ${ELDER_COLOURS.line}; --edge: ${ELDER_COLOURS.inkSecondary};
  --pine: ${ELDER_COLOURS.pine}; --pine-hover: ${ELDER_COLOURS.pineHover}; --indigo: ${ELDER_COLOURS.indigo};
  --ochre: ${ELDER_COLOURS.ochre}; --vermilion: ${ELDER_COLOURS.vermilion};
  --body: 22px; --leading: 1.8; --h1: 34px; --h2: 28px; --h3: 24px; --small: 22px; --target: 60px;
}
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; background: var(--canvas); }
body {
  margin: 0; min-height: 100vh; display: flex; flex-direction: column;
  font: var(--body)/var(--leading) var(--sans); color: var(--ink); background: var(--canvas);
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere; text-autospace: normal;
}
h1, h2, h3, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
h1 { font-size: var(--h1); line-height: 1.35; font-weight: 600; }
h2 { font-size: var(--h2); line-height: 1.4; font-weight: 600; }
h3 { font-size: var(--h3); line-height: 1.45; font-weight: 600; }
p + p { margin-top: 8px; }
a { color: var(--pine); text-underline-offset: 3px; text-decoration-thickness: 1px; }
a:hover { color: var(--pine-hover); text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--indigo); outline-offset: 2px; border-radius: 2px; }
main:focus { outline: none; }
code, .mono { font-family: var(--mono); font-size: .92em; }
ul.plain, ol.plain { list-style: none; }
ul.text, ol.text { padding-left: 1.4em; }
ul.text li + li, ol.text li + li { margin-top: 4px; }
.skip { position: absolute; left: 16px; top: -80px; background: var(--ink); color: #fff; padding: 8px 16px; z-index: 1; }
.skip:focus { top: 8px; color: #fff; }
.visually-hidden { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.demo-notice { background: var(--ochre-tint); color: var(--ochre); text-align: center; padding: 6px 16px; }
.demo-notice p { margin: 0; font-size: var(--small); }
.site-header { background: var(--paper); border-bottom: 1px solid var(--line); }
.site-header .bar, .sections ul, main, .site-footer .inner { width: 100%; max-width: 992px; margin: 0 auto; padding-left: 16px; padding-right: 16px; }
.site-header .bar { display: flex; align-items: center; justify-content: space-between; gap: 16px; padding-top: 12px; padding-bottom: 8px; }
.brand { display: flex; align-items: center; flex-wrap: wrap; gap: 0 10px; color: var(--ink); text-decoration: none; min-height: var(--target); }
.brand:hover { color: var(--ink); }
.brand-mark { width: 32px; height: 32px; flex: none; fill: var(--pine); }
.brand-mark path:first-child { fill: none; stroke: var(--pine); stroke-width: 3; stroke-linecap: round; stroke-linejoin: round; }
.brand-name { font-size: 22px; font-weight: 600; letter-spacing: .12em; }
.brand-line { font-size: var(--small); color: var(--ink-2); }
.version { flex: none; display: inline-flex; align-items: center; min-height: var(--target); padding: 0 16px; border: 1px solid var(--pine); border-radius: var(--radius); text-decoration: none; background: var(--paper); }
.version:hover { background: var(--pine-tint); }
.sections ul { list-style: none; display: flex; flex-wrap: wrap; gap: 0 4px; padding-left: 4px; padding-right: 4px; }
.sections a { display: inline-flex; align-items: center; min-height: var(--target); padding: 0 12px; color: var(--ink); text-decoration: none; border-bottom: 3px solid transparent; }
.sections a:hover { color: var(--pine); border-bottom-color: var(--line); }
.sections a[aria-current] { color: var(--pine); border-bottom-color: var(--pine); font-weight: 600; }
main { flex: 1 0 auto; padding-top: 16px; padding-bottom: 56px; }
.crumbs { margin-bottom: 16px; font-size: var(--small); color: var(--ink-2); }
.crumbs ol { list-style: none; }
.crumbs li { display: inline; }
.crumbs li + li::before { content: "›"; padding: 0 8px; color: var(--ink-2); }
.crumbs a { display: inline-block; min-height: 24px; }
.site-footer { background: var(--paper); border-top: 1px solid var(--line); }
.site-footer .inner { padding-top: 24px; padding-bottom: 32px; }
.footer-links { list-style: none; display: flex; flex-wrap: wrap; gap: 0 24px; margin: 8px 0; }
.footer-links a { display: inline-flex; align-items: center; min-height: 36px; }
.fine { font-size: var(--small); color: var(--ink-2); line-height: 1.6; }
.elder .crumbs a, .elder .fine a { display: inline-flex; align-items: center; min-height: var(--target); }
.elder .brand-name { font-size: 28px; }
.elder .brand-line { display: none; }
`;
