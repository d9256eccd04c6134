/** Forms, tables, marks, facts: each pattern once. */
export const COMPONENTS = `
.title { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; }
.lead { margin-top: 8px; color: var(--ink-2); max-width: 44em; }
.panel { margin-top: 16px; }
.panel, .section { background: var(--paper); border: 1px solid var(--line); border-radius: var(--radius); padding: 20px 24px 24px; }
.section { margin-top: 16px; }
.section > h2 { margin-bottom: 12px; scroll-margin-top: 16px; }
.section > h3 { margin: 20px 0 8px; }
.section > .fine, .section > form { margin-top: 12px; }
.more { margin-top: 12px; }
.more a, .next-steps a { display: inline-flex; align-items: center; min-height: var(--target); }
.next-steps { list-style: none; margin: 16px 0; }
.notice { margin-top: 16px; padding: 12px 16px; border-left: 4px solid var(--ochre); background: var(--ochre-tint); }
.note { margin-top: 16px; padding: 12px 16px; border-left: 4px solid var(--indigo); background: var(--indigo-tint); }

.button { display: inline-flex; align-items: center; justify-content: center; min-height: var(--target); padding: 0 24px; border: 1px solid var(--pine); border-radius: var(--radius); background: var(--pine); color: #fff; font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; }
.button:hover { background: var(--pine-hover); color: #fff; }
.button.plain { background: var(--paper); color: var(--pine); font-weight: 400; }
.button.plain:hover { background: var(--pine-tint); color: var(--pine-hover); }

.search { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 1fr) auto; gap: 12px 16px; align-items: end; }
.search.single { grid-template-columns: minmax(0, 1fr) auto; }
.home-search .search { grid-template-columns: repeat(3, minmax(0, 1fr)) auto; }
.home-search .field-name { grid-column: 1 / -1; }
.field label { display: block; font-weight: 600; }
.hint { font-size: var(--small); color: var(--ink-2); line-height: 1.5; margin-bottom: 4px; }
.fault { color: var(--vermilion); font-weight: 600; margin-bottom: 4px; }
.fault::before { content: "! "; }
input[type="search"], input[type="text"], select { width: 100%; min-height: var(--target); padding: 6px 12px; font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--edge); border-radius: var(--radius); }
input[aria-invalid] { border: 2px solid var(--vermilion); }
input[type="file"] { font: inherit; max-width: 100%; min-height: var(--target); padding: 6px 0; }

.filters { margin-top: 16px; display: grid; gap: 4px; }
.filter { display: flex; align-items: baseline; gap: 12px; }
.filter-name { flex: none; color: var(--ink-2); width: 4.5em; }
.filter ul { list-style: none; display: flex; flex-wrap: wrap; gap: 4px; }
.chip { display: inline-flex; align-items: center; min-height: 36px; padding: 0 12px; border: 1px solid var(--line); border-radius: 18px; text-decoration: none; color: var(--ink); }
.chip:hover { background: var(--pine-tint); color: var(--pine-hover); }
.chip[aria-current] { border-color: var(--pine); background: var(--pine-tint); color: var(--pine-hover); font-weight: 600; }

.record-line { display: flex; flex-wrap: wrap; align-items: baseline; gap: 2px 12px; margin-top: 2px; }
.mark { display: inline-flex; align-items: baseline; gap: 6px; padding: 0 10px; border-radius: 4px; line-height: 1.7; }
table.data .mark { white-space: nowrap; }
.mark .shape { font-size: .86em; min-width: .9em; text-align: center; }
.mark-good { color: var(--pine-hover); background: var(--pine-tint); }
.mark-running { color: var(--indigo); background: var(--indigo-tint); }
.mark-attention { color: var(--ochre); background: var(--ochre-tint); }
.mark-attention .shape { font-weight: 700; }
.mark-stopped { color: var(--vermilion); background: var(--vermilion-tint); }
.mark-plain { color: var(--ink-2); background: var(--canvas); }
.title .mark { font-size: var(--h3); }

.facts > div { display: grid; grid-template-columns: 9em minmax(0, 1fr); gap: 0 16px; padding: 8px 0; border-bottom: 1px solid var(--line); }
.facts > div:last-child { border-bottom: 0; }
.facts dt { color: var(--ink-2); }
.age, .quiet { color: var(--ink-2); }
.scope { margin-top: 12px; }
.day time { white-space: nowrap; }

table.data { width: 100%; border-collapse: collapse; background: var(--paper); margin-top: 16px; border: 1px solid var(--line); }
table.data caption { text-align: left; padding: 0 0 8px; font-weight: 600; }
.section table.data { border: 0; margin-top: 0; }
table.data th, table.data td { text-align: left; vertical-align: top; padding: 10px 12px; border-bottom: 1px solid var(--line); font-weight: 400; }
table.data thead th { font-size: var(--small); color: var(--ink-2); white-space: nowrap; background: var(--paper); }
table.data tbody tr:last-child > * { border-bottom: 0; }
table.data .number { text-align: right; white-space: nowrap; }
table.data tbody th a { display: inline-block; font-weight: 600; }
.cell-name { display: none; }
.under { display: block; font-size: var(--small); color: var(--ink-2); line-height: 1.6; }

.paging { display: flex; gap: 12px; margin-top: 20px; }
.empty { margin-top: 16px; padding: 32px 24px; background: var(--paper); border: 1px dashed var(--edge); border-radius: var(--radius); }
.empty-title { font-size: var(--h3); font-weight: 600; }
.section .empty { margin-top: 0; padding: 16px; }

.figures { list-style: none; display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 16px; margin-top: 16px; }
.figures li { background: var(--paper); border: 1px solid var(--line); border-radius: var(--radius); padding: 16px 20px; }
.figures .figure { display: block; font-size: 32px; line-height: 1.25; font-weight: 600; }
.figures .unit { font-size: var(--body); font-weight: 400; margin-left: 4px; }
.columns { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 16px; align-items: start; }
.records { list-style: none; }
.records li { padding: 10px 0; border-bottom: 1px solid var(--line); }
.records li:last-child { border-bottom: 0; }
.choices { list-style: none; display: grid; gap: 16px; margin-top: 16px; }
.choices a { display: flex; align-items: center; min-height: 72px; padding: 8px 24px; background: var(--paper); border: 2px solid var(--pine); border-radius: var(--radius); font-size: var(--h3); font-weight: 600; text-decoration: none; }
.choices a:hover { background: var(--pine-tint); }

.item-choices { grid-template-columns: repeat(auto-fill, minmax(150px, 1fr)); gap: 8px; }
.item-choices a { min-height: var(--target); border-width: 1px; font-size: var(--body); }
.flow { display: block; width: 100%; max-width: 560px; margin: 0 auto; }
.flow-box { fill: var(--paper); stroke: var(--indigo); stroke-width: 1.5; }
.flow-end { stroke: var(--pine); stroke-width: 2.5; }
.flow-text { fill: var(--ink); font: 15px var(--sans); text-anchor: middle; }
.flow-line { fill: none; stroke: var(--ink-2); stroke-width: 1.5; }
.flow-tip { fill: var(--ink-2); }
.flow-dot { fill: var(--indigo-tint); stroke: var(--indigo); }
.flow-number { fill: var(--indigo); font: 600 13px var(--sans); text-anchor: middle; }
.need { display: inline-block; min-width: 5em; }
.blank { display: block; min-height: 1.75em; }

.timeline { list-style: none; border-left: 2px solid var(--line); margin-left: 7px; }
.timeline > li { position: relative; padding: 0 0 20px 24px; }
.timeline > li:last-child { padding-bottom: 0; }
.timeline > li::before { content: ""; position: absolute; left: -7px; top: .55em; width: 12px; height: 12px; border-radius: 50%; background: var(--paper); border: 2px solid var(--edge); }

.steps { list-style: none; display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); gap: 8px; }
.steps li { border-top: 4px solid var(--line); padding-top: 8px; }
.steps .done { border-top-color: var(--pine); }
.steps .now { border-top-color: var(--indigo); }
.steps .void { border-top-color: var(--vermilion); }
.steps .step-name { display: block; font-weight: 600; }
.digest { white-space: nowrap; }
#verify-output ul { list-style: none; margin: 8px 0 16px; }
#verify-output > p:first-child { font-weight: 600; }
.specification { margin-top: 16px; padding: 16px; background: var(--paper); border: 1px solid var(--line); border-radius: var(--radius); font: .86em/1.6 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; }
.contents { margin-top: 16px; }
.contents summary { display: flex; align-items: center; gap: 8px; min-height: var(--target); font-weight: 600; }
.contents summary::before { content: "▸"; }
.contents details[open] summary::before { content: "▾"; }
.contents ol { list-style: none; }
.contents li a { display: flex; align-items: center; min-height: var(--target); }
details summary { cursor: pointer; min-height: 36px; padding: 4px 0; }
details > .mono { display: block; padding: 8px 12px; background: var(--canvas); overflow-wrap: anywhere; }

@media (max-width: 720px) {
  .search, .search.single, .home-search .search { grid-template-columns: minmax(0, 1fr); }
  .columns { grid-template-columns: minmax(0, 1fr); }
  .panel { margin-top: 16px; }
.panel, .section { padding: 16px; }
  .facts > div { grid-template-columns: minmax(0, 1fr); }
  .filter { flex-direction: column; gap: 0; }
  .figures { gap: 8px; }
  .figures li { padding: 12px; }
  .figures .figure { font-size: 24px; }
  .steps { grid-auto-flow: row; }
  .steps li { border-top: 0; border-left: 4px solid var(--line); padding: 0 0 0 12px; }
  .steps .done { border-left-color: var(--pine); }
  .steps .now { border-left-color: var(--indigo); }
  .steps .void { border-left-color: var(--vermilion); }
}
@media (max-width: 400px) { .figures { grid-template-columns: minmax(0, 1fr); } }
`;
/**
 * Cards instead of columns; also in the 长辈版, whose letters leave no room for columns, and on a phone none beside the name of
 * a value either: it would have five of them to a line.
 */
const CARDS = (scope: string): string => `
  ${scope} table.data, ${scope} table.data tbody, ${scope} table.data tr, ${scope} table.data th, ${scope} table.data td, ${scope} table.data caption { display: block; }
  ${scope} table.data thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  ${scope} table.data { border: 0; background: none; }
  ${scope} table.data tbody tr { background: var(--paper); border: 1px solid var(--line); border-radius: var(--radius); padding: 12px 16px; margin-bottom: 12px; }
  ${scope} table.data tbody th, ${scope} table.data tbody td { border: 0; padding: 2px 0; }
  ${scope} table.data td { display: flex; gap: 12px; }
  ${scope} table.data .number { text-align: left; }
  ${scope} .cell-name { display: block; flex: none; width: 6em; color: var(--ink-2); }
  ${scope} .cell-value { min-width: 0; }
  ${scope} table.data .mark { white-space: normal; }
`;
export const NARROW_TABLES = `
@media (max-width: 720px) {${CARDS('')}}
@media screen {${CARDS('.elder')}}
@media screen and (max-width: 600px) {
  .elder table.data td { display: block; padding: 6px 0; }
  .elder .cell-name, .elder .cell-value { display: block; width: auto; }
  .elder .cell-name, .elder table.data tbody th { font-weight: 600; }
}
`;
export const ELDER = `
.elder main, .elder .site-header .bar, .elder .site-footer .inner { max-width: 832px; }
.elder .search, .elder .search.single, .elder .home-search .search, .elder .columns, .elder .figures { grid-template-columns: minmax(0, 1fr); }
.elder .button, .elder .version { border-width: 2px; padding: 0 28px; }
.elder .facts > div { grid-template-columns: minmax(0, 1fr); padding: 12px 0; }
.elder .facts dt { font-weight: 600; }
.elder .filter { flex-direction: column; gap: 4px; }
.elder .filter-name { width: auto; }
.elder .chip { min-height: var(--target); border: 2px solid var(--edge); border-radius: 30px; padding: 0 20px; }
.elder .filter ul { gap: 12px; }
.elder .flow { max-width: 100%; }
.elder .item-choices { grid-template-columns: minmax(0, 1fr); gap: 16px; }
.elder .steps { grid-auto-flow: row; }
.elder .steps li { border-top: 0; border-left: 6px solid var(--line); padding: 0 0 0 16px; }
.elder .steps .done { border-left-color: var(--pine); }
.elder .steps .now { border-left-color: var(--indigo); }
.elder .steps .void { border-left-color: var(--vermilion); }
.elder table.data tbody a, .elder .records a, .elder .facts a, .elder .timeline a, .elder .section p a { display: inline-flex; align-items: center; min-height: var(--target); }
.elder details summary { padding: 10px 0; }
.elder .title .mark { font-size: var(--body); }
.elder .paging .button { flex: 1; }
`;
export const PRINT = `
@media print {
  html, body { background: #fff; }
  body { font-size: 11pt; }
  .skip, .sections, .version, .crumbs, .search, .filters, .paging, .footer-links, .more, .no-print { display: none !important; }
  .section, .panel { border: 0; border-top: 1px solid #999; border-radius: 0; padding: 8pt 0; break-inside: avoid; }
  .site-header, .site-footer { border: 0; }
  a { color: inherit; text-decoration: none; }
  .mark { border: 1px solid #666; background: none; color: #000; }
  table.data tr { break-inside: avoid; }
}
@media (prefers-reduced-motion: no-preference) {
  .button, .chip, .version, .choices a { transition: background-color .12s; }
}
`;
