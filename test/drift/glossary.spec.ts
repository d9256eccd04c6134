import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PERMISSIONS } from '@zhaoguan/contracts';
import { projectRoot } from '@zhaoguan/platform';
import { processes, pureExports } from './support/catalogues';
import { productSources } from './support/sources';
import { expectStoredSection } from './support/stored';

const GLOSSARY = 'docs/glossary.md';

type Labels = Readonly<Record<string, string>>;

/** Every catalogue of codes with Chinese labels, e.g. `FILING_STATUS_LABELS`. */
function catalogues(): { readonly name: string; readonly labels: Labels; readonly path: string }[] {
  return (
    pureExports()
      // STATE_LABELS holds the tables of all processes, each of which is a catalogue of its module too.
      .filter(({ name }) => name.endsWith('_LABELS') && name !== 'STATE_LABELS')
      .map(({ name, value, path }) => ({ name, labels: value as Labels, path }))
      .sort((a, b) => (a.path + a.name < b.path + b.name ? -1 : 1))
  );
}

function codeTable(): string {
  const rows = catalogues().flatMap(({ name, labels, path }) =>
    Object.entries(labels).map(([code, label]) => `| ${label} | \`${code}\` | \`${name}\`, ${path} |`),
  );
  const permissions = Object.entries(PERMISSIONS).map(
    ([code, label]) => `| ${label} | \`${code}\` | \`PERMISSIONS\`, libs/contracts/src/permissions.ts |`,
  );
  return ['| 中文 | code | where |', '| --- | --- | --- |', ...rows, ...permissions].join('\n');
}

/** Hand-written rows: `| 术语 | \`Identifier\`, \`other\` | where |`. */
function writtenTerms(): { readonly term: string; readonly identifiers: string[]; readonly where: string }[] {
  const text = readFileSync(join(projectRoot(), GLOSSARY), 'utf8');
  const [written = ''] = text.split('<!-- generated:');
  return [...written.matchAll(/^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)]
    .map(([, term = '', identifiers = '', where = '']) => ({
      term: term.trim(),
      identifiers: [...identifiers.matchAll(/`([^`]+)`/g)].map(([, identifier = '']) => identifier),
      where: where.trim(),
    }))
    .filter(({ identifiers }) => identifiers.length > 0);
}

describe('docs/glossary.md', () => {
  it('holds every code that has a Chinese label', () => {
    expect(catalogues().length).toBeGreaterThan(10);
    expect(() => expectStoredSection(GLOSSARY, 'codes', codeTable())).not.toThrow();
  });

  it('names identifiers and places that exist', () => {
    const sources = productSources();
    const terms = writtenTerms();
    expect(terms.length).toBeGreaterThan(30);
    const missing = terms.flatMap(({ term, identifiers, where }) => {
      const place = where.replace(/`/g, '');
      if (!existsSync(join(projectRoot(), place))) return [`${term}: ${place} does not exist`];
      const texts = sources.filter(({ path }) => path === place || path.startsWith(`${place}/`));
      return identifiers
        .filter((identifier) => !texts.some(({ text }) => new RegExp(`\\b${identifier}\\b`).test(text)))
        .map((identifier) => `${term}: ${identifier} is not in ${place}`);
    });
    expect(missing).toEqual([]);
  });

  it('names each term once', () => {
    const terms = writtenTerms().map(({ term }) => term);
    expect(terms.filter((term, index) => terms.indexOf(term) !== index)).toEqual([]);
  });

  it('has a Chinese label for every state of every process', () => {
    const labelled = new Set(catalogues().flatMap(({ labels }) => Object.keys(labels)));
    const silent = processes().flatMap(({ process, path }) =>
      process.states.filter((state) => !labelled.has(state)).map((state) => `${state} (${path})`),
    );
    expect(silent).toEqual([]);
    expect(processes().length).toBeGreaterThan(4);
  });
});
