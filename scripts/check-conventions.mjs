/**
 * Conventions that the linter cannot express, read line by line without a parser.
 * Each convention carries an example it must catch and one it must let pass; both are tried at every run, so a convention that has
 * stopped working stops the build.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCE = /\.(ts|tsx|mjs|cjs)$/;
const SPEC = /\.spec\.tsx?$/;
const IGNORED = /^(test\/drift\/fixtures|libs\/api-client\/src\/generated)\//;
/** Where the present moment and the environment may be read: adapters, and what runs beside the product. */
const OUTSIDE_THE_PRODUCT = /^(libs\/testing|test|bench|scripts|deploy|docs\/guide\/exchange-client)\//;
const CLOCKS = /^libs\/(platform\/src\/|kernel\/src\/clock\.ts$)/;
const CONFIG = /^libs\/platform\/src\/config\//;

const conventions = [
  {
    name: 'no-present-moment',
    message: 'Take a Clock instead of reading the present moment: terms and midnights must be testable.',
    applies: (path) => !OUTSIDE_THE_PRODUCT.test(path) && !CLOCKS.test(path),
    pattern: /\bnew\s+Date\b(?!\s*\(\s*[^\s)])|(?<![.\w]|new\s)Date\s*\(/g,
    catches: ['libs/x/src/a.ts', 'const at = new Date();'],
    allows: ['libs/x/src/a.ts', "const at: Date = new Date('2026-11-21'); // new Date() would be wrong"],
  },
  {
    name: 'no-environment',
    message:
      'Only libs/platform/src/config reads the environment: one validated, frozen object for everybody else.',
    applies: (path) => !OUTSIDE_THE_PRODUCT.test(path) && !CONFIG.test(path),
    pattern: /\bprocess\s*(\?\.|\.)\s*env\b|\bprocess\s*\[|\}\s*=\s*process\b|\bfrom\s+'(node:)?process'/g,
    keepStrings: true,
    catches: ['apps/api/src/main.ts', "import { env } from 'node:process';"],
    allows: ['libs/platform/src/config/config.ts', 'const port = process.env.PORT;'],
  },
  {
    name: 'no-unrun-tests',
    message: 'A test runs or is deleted: one that is left out reads like a promise.',
    applies: (path) => SPEC.test(path),
    pattern:
      /\b(?:it|test|describe)(?:\.\w+)*\.(?:only|skip|todo|failing)\b|\b(?:xit|xtest|xdescribe|fit|fdescribe)\b\s*[.(]/g,
    catches: ['libs/x/test/a.spec.ts', "(broken ? it.skip : it)('works', () => expect(1).toBe(1));"],
    allows: ['libs/x/test/a.spec.ts', "it.each([1])('may skip a row', (n) => expect(rows.skip(n)).toBe(1));"],
  },
  {
    name: 'specs-assert',
    message: 'A spec that expects nothing cannot fail.',
    applies: (path) => SPEC.test(path),
    absent: /\bexpect\w*\s*\(|\bfc\s*\.\s*assert\s*\(/,
    catches: ['libs/x/test/a.spec.ts', "it('loads', () => { load(); }); // expect(1)"],
    allows: ['libs/x/test/a.spec.ts', "it('answers', () => request(app).get('/').expect(200));"],
  },
  {
    name: 'no-button-in-link',
    message:
      'Use LinkButton: a button within a link is two stops of the tab key with one name, and no valid HTML.',
    applies: (path) => path.endsWith('.tsx'),
    pattern: /<(?:Link|NavLink|a)\b(?:=>|[^>])*>\s*<Button\b/g,
    catches: ['apps/web/src/a.tsx', '<Link to={to} onClick={() => go()}>\n  <Button>新建</Button>\n</Link>'],
    allows: ['apps/web/src/a.tsx', '<Link to={to}>新建</Link> <Button>保存</Button>'],
  },
  {
    name: 'exceptions-give-reasons',
    message: 'Name the rule and say why after “--”: // oxlint-disable-next-line rule -- reason',
    applies: () => true,
    pattern: /(?:oxlint|eslint)-disable(?!(?:-next-line|-line)?\s+[\w@/-]+(?:,\s*[\w@/-]+)*\s+--\s+\S)/g,
    keepComments: true,
    catches: ['libs/x/src/a.ts', '// oxlint-disable-next-line no-console'],
    allows: ['libs/x/src/a.ts', '// oxlint-disable-next-line no-console -- the command prints its answer'],
  },
];

const LITERALS = /(\/\/[^\n]*|\/\*[\s\S]*?\*\/)|('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")|`(?:\\.|[^`\\])*`/g;

/** Blanks comments and the inside of quoted strings, line breaks stay; templates stay whole, for they contain code. */
function blank(text, { keepComments, keepStrings }) {
  return text.replace(LITERALS, (literal, comment, string) => {
    const kept = comment ? keepComments : string ? keepStrings || keepComments : true;
    if (kept) return literal;
    return string ? `'${' '.repeat(literal.length - 2)}'` : literal.replace(/[^\n]/g, ' ');
  });
}

function faultsIn(convention, path, text) {
  if (!convention.applies(path)) return [];
  const code = blank(text, convention);
  if (convention.absent) return convention.absent.test(code) ? [] : [`${path}:1`];
  return [...code.matchAll(convention.pattern)].map(
    ({ index }) => `${path}:${code.slice(0, index).split('\n').length}`,
  );
}

function unproven({ name, catches, allows, ...convention }) {
  return [
    ...(faultsIn(convention, ...catches).length === 1 ? [] : [`${name} does not catch its example`]),
    ...(faultsIn(convention, ...allows).length === 0 ? [] : [`${name} refuses what it should allow`]),
  ];
}

function sourceFiles() {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
  });
  return listed
    .toString()
    .split('\0')
    .filter((path) => SOURCE.test(path) && !IGNORED.test(path));
}

const faults = conventions.flatMap(unproven);
const files = sourceFiles();
for (const path of files) {
  // This file quotes what it forbids.
  if (path === 'scripts/check-conventions.mjs') continue;
  const text = readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
  for (const convention of conventions) {
    for (const place of faultsIn(convention, path, text))
      faults.push(`${place} ${convention.name}: ${convention.message}`);
  }
}
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
else console.log(`${conventions.length} conventions hold in ${files.length} files`);
