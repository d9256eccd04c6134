#!/usr/bin/env node
/**
 * Writes seeds/reference/holidays.json from the installed chinese-days package.
 *
 *   node scripts/update-calendar.mjs            the years whose notice is listed below
 *   node scripts/update-calendar.mjs --check    exit 1 when the file differs from what would be written
 *
 * A year is written only when its State Council notice is named here: a year without a notice has no holidays yet, and
 * taking it for a year without holidays would move every statutory date that falls in it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const NOTICES = [
  { year: 2024, number: '国办发明电〔2023〕7号', date: '2023-10-25' },
  { year: 2025, number: '国办发明电〔2024〕12号', date: '2024-11-12' },
  { year: 2026, number: '国办发明电〔2025〕7号', date: '2025-11-04' },
];
const TARGET = fileURLToPath(new URL('../seeds/reference/holidays.json', import.meta.url));
const require = createRequire(import.meta.url);

/** Saturday and Sunday are days off without any notice, so only weekdays off and weekends worked are kept. */
function isWeekend(date) {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return day === 0 || day === 6;
}

/** `"Spring Festival,春节,4"` → `春节` */
function chineseName(label) {
  return label.split(',')[1];
}

function daysOf(entries, year, kind, wanted) {
  return Object.entries(entries)
    .filter(([date]) => date.startsWith(`${year}-`) && wanted(date))
    .map(([date, label]) => ({ date, kind, name: chineseName(label) }));
}

function calendar() {
  const { holidays, workdays } = require('chinese-days/dist/chinese-days.json');
  const { version } = require('chinese-days/package.json');
  const items = NOTICES.flatMap(({ year }) => {
    const off = daysOf(holidays, year, 'DAY_OFF', (date) => !isWeekend(date));
    const worked = daysOf(workdays, year, 'WORKDAY', isWeekend);
    if (off.length === 0)
      throw new Error(`chinese-days ${version} knows no holidays of ${year}: update the package`);
    return [...off, ...worked];
  });
  return {
    source: NOTICES.map(({ year, number, date }) => ({
      title: `国务院办公厅关于${year}年部分节假日安排的通知`,
      publisher: '国务院办公厅',
      number,
      date,
      note: `日期取自 npm 包 chinese-days@${version}`,
    })),
    asOf: NOTICES[NOTICES.length - 1].date,
    notes: [
      'DAY_OFF：周一至周五中放假的日子；WORKDAY：周六、周日中因调休上班的日子；其余日子按周一至周五上班、周六周日休息。',
      'years 以外的年份尚无放假通知，不得当作没有节假日推算期限。',
    ],
    years: NOTICES.map(({ year }) => year),
    items: items.sort((a, b) => (a.date < b.date ? -1 : 1)),
  };
}

const text = `${JSON.stringify(calendar(), null, 2)}\n`;
if (process.argv.includes('--check')) {
  if (readFileSync(TARGET, 'utf8') !== text) {
    console.error(
      'seeds/reference/holidays.json is not what chinese-days gives; run: node scripts/update-calendar.mjs',
    );
    process.exitCode = 1;
  }
} else {
  writeFileSync(TARGET, text);
}
