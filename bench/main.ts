import type { BenchRow } from './bench-row';

interface Bench {
  readonly title: string;
  readonly load: () => Promise<{ run: () => Promise<readonly BenchRow[]> }>;
}

/** Each bench measures its own floor in the same run; what counts is the ratio. */
const BENCHES: Readonly<Record<string, Bench>> = {
  draw: { title: '抽取：一百万家机构', load: () => import('./draw.bench.js') },
  search: { title: '公众查询：一百万家机构', load: () => import('./public-search.bench.js') },
  import: { title: '导入：一百万家机构', load: () => import('./import.bench.js') },
  export: { title: '导出：一百万家机构', load: () => import('./export.bench.js') },
  waiting: { title: '待办：一百万家机构', load: () => import('./waiting.bench.js') },
  'draw-path': { title: '抽取全程：从公告到公开文件', load: () => import('./draw-path.bench.js') },
};

const HELP = ['--help', '-h'];
const usage = (): string =>
  `${Object.entries(BENCHES)
    .map(([name, { title }]) => `  ${name}  ${title}`)
    .join('\n')}\n用法：bench [名称 …]，不写名称的，全部测量\n`;

async function main(wanted: readonly string[]): Promise<void> {
  if (wanted.some((name) => HELP.includes(name))) {
    process.stdout.write(`测量性能，与同一次运行中测得的下限比较\n${usage()}`);
    return;
  }
  if (!wanted.every((name) => Object.hasOwn(BENCHES, name))) {
    process.stderr.write(usage());
    process.exitCode = 2;
    return;
  }
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.log(`\n${bench.title}`);
    for (const row of await (await bench.load()).run()) {
      console.log(`  ${row.ratio.toFixed(2).padStart(8)} ×  ${row.name}\n            ${row.detail}`);
    }
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
